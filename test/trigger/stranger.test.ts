/** Whatever a stranger sends, nothing is thrown: n8n would run the user's error workflow. */
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { callTrigger } from './callTrigger';

const SECRET = 'aZ09';

const name = fc.constantFrom(
	'secret',
	'Event',
	'Data',
	'Status',
	'CustomFields',
	'Revenue',
	'json',
	'__proto__',
	'toString',
);
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom(null, true, -1.5, '', 'sent', 'Won', '500.00', SECRET),
		fc.string({ unit: 'binary' }),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(name, tie('value'), { maxKeys: 5 }),
	),
}));
const query = fc.dictionary(
	name,
	value.filter((one) => one !== SECRET),
);
const body = fc.oneof(
	value.map((json) => JSON.stringify(json)),
	fc.uint8Array({ maxLength: 64 }),
	fc.constantFrom('['.repeat(20_000), '{"a":'.repeat(20_000), null),
);
const form: fc.Arbitrary<INodeParameters> = fc.record({
	authentication: fc.constantFrom('none', 'urlSecret'),
	triggerOn: fc.constantFrom<string[][]>(['any'], ['sent', 'won']),
	simple: fc.boolean(),
	options: fc.record({ events: fc.constantFrom('', 'sent', '={{ $json.query.Event.x }}') }),
});

it('without the secret nothing starts; let in, only JSON objects do', async () => {
	await fc.assert(
		fc.asyncProperty(query, body, form, async (query, body, parameters) => {
			const setup = { parameters, credential: { webhookSecret: SECRET } };
			const { status, items } = await callTrigger(setup, { query, body });
			const expected = parameters.authentication === 'none' ? [200, 400] : [403];
			expect(expected).toContain(status);
			if (status !== 200) expect(items).toBeUndefined();
		}),
	);
});
