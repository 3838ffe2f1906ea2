/** @jest-environment node */
/** Whatever a stranger sends: nothing starts, nothing is thrown, and the answer is never a 5xx. */
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { useTrigger } from './useTrigger';

const trigger = useTrigger();
const SECRET = 'aZ09';

const name = fc.constantFrom('secret', 'Secret', 'x', '__proto__', 'constructor', 'toString', '');
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', '[object Object]', 'undefined', 'null', 'aZ0', 'aZ09x'),
);
/** `name[path][path]=value` */
const member = fc
	.record({ name, path: fc.array(name, { maxLength: 3 }), value: text })
	.map(({ name: first, path, value }) => {
		const key = [first, ...path.map((part) => `[${part}]`)].join('');
		return `${key}=${encodeURIComponent(Buffer.from(value).toString())}`;
	});
const query = fc.array(member, { maxLength: 4 }).map((members) => `?${members.join('&')}`);

const type = fc.constantFrom(
	...[
		null,
		'application/json',
		'text/plain',
		'application/x-www-form-urlencoded',
		'image/png',
		';',
	],
	...['application/json; charset=utf-16le', 'text/json; charset=klingon', 'text/json; charset='],
	...['multipart/form-data; boundary=x', 'multipart/mixed'],
);
const key = fc.oneof(
	fc.string(),
	fc.constantFrom('Event', 'Data', 'Status', 'ViewStatus', 'CustomFields', 'Revenue'),
	fc.constantFrom('json', 'binary', 'error', 'pairedItem', '__proto__', 'toString', 'toJSON'),
);
const { value, object } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom(null, true, -1.5, '', 'sent', 'Won', '500.00', '12345678901234567890'),
		fc.string(),
		fc.array(tie('value'), { maxLength: 3 }),
		tie('object'),
	),
	object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));
const body = fc.oneof(
	value.map((json) => JSON.stringify(json)),
	value.map((json) => Buffer.from(JSON.stringify(json), 'utf16le')),
	fc.uint8Array({ maxLength: 64 }),
	fc
		.tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom('[', '{"a":'))
		.map(([n, opening]) => opening.repeat(n)),
);
const form: fc.Arbitrary<INodeParameters> = fc.record({
	triggerOn: fc.constantFrom<string[][]>(['any'], ['sent', 'won']),
	simple: fc.boolean(),
	options: fc.record({
		events: fc.constantFrom('', 'sent', '={{ $json.body.Event }}', '={{ $json.body.x.y }}'),
	}),
});
const runs = { numRuns: 80 };

it('without the secret nothing starts', async () => {
	await fc.assert(
		fc.asyncProperty(query, body, type, form, async (written, sent, named, parameters) => {
			trigger.set({ ...parameters, authentication: 'urlSecret' }, { webhookSecret: SECRET });
			const { status } = await trigger.post(sent, { query: written, type: named });
			// 422 is n8n's own, for what is called JSON and is none: it asks no trigger then.
			expect([403, 422]).toContain(status);
			expect(trigger.started()).toEqual([]);
		}),
		runs,
	);
});

it.each(['none', 'urlSecret'])('let in with %s, nothing is thrown', async (authentication) => {
	await fc.assert(
		fc.asyncProperty(body, type, form, async (sent, named, parameters) => {
			trigger.set({ ...parameters, authentication }, { webhookSecret: SECRET });
			const { status } = await trigger.post(sent, { query: `?secret=${SECRET}`, type: named });
			expect([200, 400, 422]).toContain(status);
			if (status !== 200) expect(trigger.started()).toEqual([]);
		}),
		runs,
	);
});

it('any JSON object arrives as it came, beside the ID and the link', async () => {
	await fc.assert(
		fc.asyncProperty(object, async (payload) => {
			trigger.set({ simple: false });
			expect((await trigger.post(payload)).status).toBe(200);
			const json = { clientpoint_id: null, clientpoint_url: null, ...payload };
			expect(JSON.stringify(trigger.started())).toBe(JSON.stringify([[{ json }]]));
		}),
		runs,
	);
});
