/** Whatever a stranger sends: nothing starts, nothing fails, and the answer is never a 5xx. */
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { startWebhookServer, type WebhookServer } from '../support/webhookServer';

const SECRET = 'k7f3-a+b&c%d';
const RIGHT = `secret=${encodeURIComponent(SECRET)}`;

let server: WebhookServer;
beforeAll(async () => {
	server = await startWebhookServer();
	server.credential = { webhookSecret: SECRET };
});
afterAll(() => server.close());
beforeEach(() => {
	server.parameters = { authentication: 'urlSecret' };
});

interface Sent {
	body: string | Uint8Array;
	type: string | undefined;
}

/** Posts, and tells the answer's status and what was started; whatever the node threw fails the test. */
async function post(query: string, { body, type }: Sent) {
	server.started.length = 0;
	const response = await fetch(`${server.url}?${query}`, {
		method: 'POST',
		headers: type === undefined ? {} : { 'content-type': type },
		body,
	});
	await response.text();
	expect(server.failures).toEqual([]);
	return { status: response.status, started: [...server.started] };
}

const name = fc.constantFrom(
	...['secret', 'Secret', 'x', '__proto__', 'constructor', 'prototype', 'toString', 'valueOf'],
	...['length', 'then', 'hasOwnProperty', '', '0', ' ', 'secret ', '%73ecret'],
);
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'',
		'x',
		'[object Object]',
		'undefined',
		'null',
		'0',
		SECRET.slice(0, -1),
		'k7f3-a',
	),
);
/** `name[path][path]=value`, as written or percent-encoded. */
const member = fc
	.record({ name, path: fc.array(name, { maxLength: 6 }), value: text, raw: fc.boolean() })
	.map(({ name: first, path, value, raw }) => {
		const written = [first, ...path.map((part) => `[${part}]`)].join('');
		const key = raw ? written : encodeURIComponent(written);
		return `${key}=${encodeURIComponent(Buffer.from(value).toString())}`;
	});
const query = fc
	.oneof(
		fc.array(member, { maxLength: 5 }).map((members) => members.join('&')),
		fc.string({ unit: 'grapheme-ascii' }),
		fc.constantFrom(`${RIGHT}&${RIGHT}`, `x[${RIGHT}]`, `secret[]=${encodeURIComponent(SECRET)}`),
	)
	// The right one does not come up by chance, but a shrunk example might be it.
	.filter((written) => !written.startsWith(RIGHT) || written.includes('&secret'));

const type = fc.oneof(
	fc.constant(undefined),
	fc
		.tuple(
			fc.constantFrom(
				...['application/json', 'APPLICATION/JSON', 'application/json ', 'text/plain', 'text/json'],
				...['application/vnd.x+json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
				...['multipart/mixed', 'image/png', 'x', ';', 'application/json,text/plain'],
			),
			fc.constantFrom(
				...[
					'',
					';',
					'; charset=utf-8',
					';charset="UTF-8"',
					'; charset=utf-16le',
					'; charset=latin1',
				],
				...[
					'; charset=',
					'; charset=klingon',
					'; charset=hex',
					'; charset=toString',
					'; boundary=x',
				],
			),
		)
		.map((parts) => parts.join('')),
);
const key = fc.oneof(
	fc.string(),
	fc.constantFrom(
		...['Event', 'Data', 'Status', 'ViewStatus', 'CustomFields', 'Revenue', 'json', 'binary'],
		...[
			'error',
			'pairedItem',
			'__proto__',
			'constructor',
			'toString',
			'valueOf',
			'toJSON',
			'length',
		],
	),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom(
			null,
			true,
			0,
			-1.5,
			'',
			'sent',
			'SENT',
			'Won',
			'500.00',
			'12345678901234567890',
		),
		fc.string(),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
	),
}));
const body = fc.oneof(
	value.map((json) => JSON.stringify(json)),
	value.map((json) => Buffer.from(`\uFEFF${JSON.stringify(json)}`, 'utf16le')),
	fc.string({ unit: 'binary' }).map((written) => Buffer.from(written)),
	fc.uint8Array({ maxLength: 64 }),
	fc
		.tuple(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom('[', '{"a":'))
		.map(([n, s]) => s.repeat(n)),
);
const sent = fc.record({ body, type });
const parameters: fc.Arbitrary<INodeParameters> = fc.record({
	events: fc.constantFrom(
		'',
		'sent',
		'viewed, won',
		'={{ $json.body.Event }}',
		'={{ $json.body.x.y }}',
	),
	options: fc.record(
		{
			status: fc.constantFrom<string[]>([], ['won']),
			viewStatus: fc.constantFrom<string[]>([], ['sent', 'signed']),
			convertNumbersAndBlanks: fc.boolean(),
		},
		{ requiredKeys: [] },
	),
});

it('without the secret nothing starts, and the answer is 403', async () => {
	await fc.assert(
		fc.asyncProperty(query, sent, parameters, async (written, request, form) => {
			server.parameters = { authentication: 'urlSecret', ...form };
			const { status, started } = await post(written, request);
			expect(started).toEqual([]);
			// 422 is n8n's own, for what is called JSON and is none: it asks no trigger then.
			expect(status === 422 ? n8nReads(request) : status).toBe(status === 422 ? false : 403);
		}),
		{ numRuns: 500 },
	);
});

it('with it, what is no JSON object gets 400, what is one starts, and nothing fails', async () => {
	await fc.assert(
		fc.asyncProperty(sent, async (request) => {
			const { status, started } = await post(RIGHT, request);
			if (!n8nReads(request)) return expect([status, started]).toEqual([422, []]);
			const json = objectIn(request);
			expect(status).toBe(json ? 200 : 400);
			expect(JSON.stringify(started)).toBe(JSON.stringify(json ? [[{ json }]] : []));
		}),
		{ numRuns: 500 },
	);
});

it.each(['none', 'urlSecret'])(
	'with any filters and Authentication %s, nothing fails',
	async (authentication) => {
		await fc.assert(
			fc.asyncProperty(sent, parameters, async (request, form) => {
				server.parameters = { authentication, ...form };
				const { status, started } = await post(RIGHT, request);
				expect([200, 400, 422]).toContain(status);
				if (status !== 200) expect(started).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	},
);

it('a form that is not understood lets nobody in', async () => {
	const unknown = fc.oneof(fc.string(), fc.constantFrom('None', '={{ null }}', '={{ {} }}'));
	await fc.assert(
		fc.asyncProperty(
			unknown.filter((authentication) => !['none', 'urlSecret'].includes(authentication)),
			async (authentication) => {
				server.parameters = { authentication };
				const request = { body: '{}', type: 'application/json' };
				expect(await post(RIGHT, request)).toEqual({ status: 403, started: [] });
			},
		),
	);
});

/** Whether n8n takes the body, or refuses it itself. */
function n8nReads({ body: bytes, type: declared }: Sent): boolean {
	const mime = declared?.split(';')[0].trim();
	if (Buffer.from(bytes).length === 0) return true;
	// fetch cuts the white space off a header's ends.
	if (!/^(application\/(json|x-www-form-urlencoded)|text\/plain)$/i.test(mime ?? '')) return true;
	if (declared?.split(';')[0] !== mime && declared?.includes(';')) return true;
	const decoded = decode({ body: bytes, type: declared });
	if (decoded === undefined) return false;
	return !/json/i.test(mime ?? '') || parse(decoded) !== undefined;
}

/** An oracle that stands apart from the node's code. */
function objectIn({ body: bytes, type: declared }: Sent): object | undefined {
	if (/^multipart\//i.test(declared ?? '')) return undefined;
	const json = parse(decode({ body: bytes, type: declared }) ?? '');
	return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
}

const CHARSETS: Record<string, BufferEncoding> = {
	'; charset=utf-16le': 'utf16le',
	'; charset=latin1': 'latin1',
	'; charset=hex': 'hex',
};
function decode({ body: bytes, type: declared = '' }: Sent): string | undefined {
	if (/charset=(|klingon|toString)$/.test(declared)) return undefined;
	const named = Object.keys(CHARSETS).find((end) => declared.endsWith(end));
	return Buffer.from(bytes)
		.toString(named ? CHARSETS[named] : 'utf8')
		.replace(/^\uFEFF/, '');
}

function parse(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return undefined;
	}
}
