/** @jest-environment node */
import { logged } from '../support/nodeLog';
import { whyRefused } from '../../nodes/ClientPointTrigger/authentication';
import { ClientPointTrigger } from '../../nodes/ClientPointTrigger/ClientPointTrigger.node';
import { startWebhookServer, type WebhookServer } from '../support/webhookServer';

let server: WebhookServer;
beforeAll(async () => {
	server = await startWebhookServer();
});
afterAll(() => server.close());
beforeEach(() => {
	server.parameters = {};
	server.credential = undefined;
	server.started.length = server.failures.length = logged.length = 0;
});
afterEach(() => expect(server.failures).toEqual([]));

/** The documented payload. */
const PAYLOAD = {
	Event: 'sent',
	Data: {
		ClientPointId: '1234567',
		Revenue: '500.00',
		Client: 'ABC Company',
		ViewStatus: 'sent',
		HandDelivered: '0',
		CreatedDate: '2024-06-15 10:20:30',
		SendDate: '2024-06-15 10:25:00',
		WonDate: null,
		OpportunityId: '',
		Status: 'Pending',
		DivisionId: '12',
		CustomFields: { Location: 'Boston', Estimator: '' },
		ClientPointLink: 'https://login.clientpoint.net/x',
	},
};
const JSON_TYPE = 'application/json';

async function post(body: unknown, query = '', contentType: string | undefined = JSON_TYPE) {
	const response = await fetch(server.url + query, {
		method: 'POST',
		headers: contentType === undefined ? {} : { 'content-type': contentType },
		body: body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body),
	});
	const type = response.headers.get('content-type');
	return { status: response.status, type, text: await response.text() };
}

const RECEIVED = { status: 200, type: JSON_TYPE, text: '{"received":true}' };
const answer = (status: number, message: string) => ({
	status,
	type: JSON_TYPE,
	text: JSON.stringify({ message }),
});
const REFUSED = answer(403, 'The secret is missing or wrong');
const UNFIT = answer(400, 'The body is no JSON object');

it('passes the payload on, and answers with what is always the same', async () => {
	expect(await post(PAYLOAD)).toEqual(RECEIVED);
	expect(server.started).toEqual([[{ json: PAYLOAD }]]);
});

describe('a payload arrives as it came', () => {
	it.each([
		['{"Event":"somethingNew","Data":{"More":[1]},"Also":true}'],
		['{"json":{"a":1},"binary":{"b":{}},"error":"no","pairedItem":7}'],
		['{"json":[1],"Event":{"toString":1}}'],
		['{"__proto__":{"polluted":1},"constructor":{"prototype":2},"toString":3}'],
		['{}'],
	])('%s', async (text) => {
		expect(await post(text)).toEqual(RECEIVED);
		expect(JSON.stringify(server.started)).toBe(`[[{"json":${text}}]]`);
	});
});

describe('a body is decoded as n8n does it', () => {
	const text = '{"Event":"sént","Data":{"Client":"Müller"}}';
	it.each([
		['UTF-8', JSON_TYPE, Buffer.from(text)],
		['UTF-8 with a BOM', JSON_TYPE, Buffer.from(`\uFEFF${text}`)],
		['UTF-8, named', 'application/json; charset=UTF-8', Buffer.from(text)],
		['UTF-8, named in quotes', 'application/json; charset="utf-8"', Buffer.from(text)],
		['UTF-16', 'application/json; charset=utf-16le', Buffer.from(text, 'utf16le')],
		[
			'UTF-16 with a BOM',
			'application/json;charset=utf-16le',
			Buffer.from(`\uFEFF${text}`, 'utf16le'),
		],
		['Latin-1', 'application/json; charset=latin1', Buffer.from(text, 'latin1')],
		['another JSON type', 'application/vnd.clientpoint+json', Buffer.from(text)],
		['another JSON type in UTF-16', 'text/json; charset=ucs2', Buffer.from(text, 'utf16le')],
		['a blank before the semicolon', 'application/json ; charset=utf-8', Buffer.from(text)],
		['text', 'text/plain', Buffer.from(text)],
		['what curl says by itself', 'application/x-www-form-urlencoded', Buffer.from(text)],
		['a binary type', 'application/octet-stream', Buffer.from(text)],
		['no type', undefined, Buffer.from(text)],
	])('%s', async (_, type, body) => {
		expect(await post(body, '', type)).toEqual(RECEIVED);
		expect(server.started).toEqual([[{ json: JSON.parse(text) }]]);
	});
});

describe('an unfit body gets 400 and starts nothing', () => {
	const form =
		'--x\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nhi\r\n--x--';
	it.each([
		['a list', '[1]', JSON_TYPE],
		['a text', '"text"', JSON_TYPE],
		['a number', '1', JSON_TYPE],
		['null', 'null', JSON_TYPE],
		['nothing', '', JSON_TYPE],
		['a BOM alone', '\uFEFF', 'text/plain'],
		['half of it', '{"Event": ', 'text/plain'],
		['a form', 'Event=sent', 'application/x-www-form-urlencoded'],
		['a multipart form', form, 'multipart/form-data; boundary=x'],
		['JSON, called a multipart form', '{"Event":"sent"}', 'multipart/form-data; boundary=x'],
		['JSON, called another multipart', '{"Event":"sent"}', 'multipart/mixed'],
		['XML', '<Event>sent</Event>', 'text/html'],
		['a charset that nobody knows', '{"Event":"sent"}', 'text/json; charset=klingon'],
		[
			'what nests too deeply to be stored',
			`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
			JSON_TYPE,
		],
	])('%s', async (_, body, type) => {
		expect(await post(body, '', type)).toEqual(UNFIT);
		expect(server.started).toEqual([]);
	});
});

describe('Secret in the URL', () => {
	const SECRET = 'aZ09-32 letters+digits & 100% #1?';
	beforeEach(() => {
		server.parameters = { authentication: 'urlSecret' };
		server.credential = { webhookSecret: SECRET };
	});

	it.each([
		['plain', 's3cret', 's3cret'],
		['percent-encoded', SECRET, encodeURIComponent(SECRET)],
		['as a form encodes it', SECRET, new URLSearchParams({ a: SECRET }).toString().slice(2)],
		['+ as it is', 'a+b', 'a+b'],
		['& as it is', 'a&b=c&d', 'a&b=c&d'],
		['% as it is', '100%', '100%'],
		['% as it is, before digits', 'a%20b', 'a%20b'],
		['= and ? as they are', 'a=b?c==', 'a=b?c=='],
		['partly encoded', 'a+b&c%d', 'a+b%26c%25d'],
		['not ASCII', 'schlüssel-鍵', encodeURIComponent('schlüssel-鍵')],
		['saved with white space around it', ' s3cret\n', 's3cret'],
		['saved with what nobody sees around it', '\u200bs3cret\u200b\0', 's3cret'],
		['followed by another member', 's3cret', 's3cret&x=1'],
	])('lets in a secret: %s', async (_, webhookSecret, written) => {
		server.credential = { webhookSecret };
		expect(await post(PAYLOAD, `?secret=${written}`)).toEqual(RECEIVED);
		expect(await post(PAYLOAD, `?x=1&secret=${written}`)).toEqual(RECEIVED);
		expect(server.started).toHaveLength(2);
		expect(await post(PAYLOAD, `?secret=${written}!`)).toEqual(
			written.includes('&') && !webhookSecret.includes('&') ? RECEIVED : REFUSED,
		);
	});

	it.each([
		[''],
		['?'],
		['?secret'],
		['?secret='],
		['?secret=wrong'],
		['?secret=S3CRET'],
		['?secret=s3cre'],
		['?secret=s3cret%00'],
		['?secret=%'],
		['?Secret=s3cret'],
		['?other=s3cret'],
		['?secret[]=s3cret'],
		['?secret[0]=s3cret'],
		['?secret[toString]=x'],
		['?secret[toString]=s3cret'],
		['?secret[length]=6'],
		['?secret=s3cret&secret=s3cret'],
		['?secret=a&secret=b'],
		['?__proto__[secret]=s3cret'],
		['?constructor[prototype][secret]=s3cret'],
		['?x[secret]=s3cret'],
		['?toString=x&secret=wrong'],
		['?x=?secret=s3cret&secret=wrong'],
		['/secret=s3cret?secret=wrong'],
		['#?secret=s3cret'],
	])('refuses %j, whatever the body, and starts nothing', async (query) => {
		server.credential = { webhookSecret: 's3cret' };
		for (const body of [PAYLOAD, '[1]', '', '{"secret":"s3cret"}']) {
			expect(await post(body, query)).toEqual(REFUSED);
		}
		expect(server.started).toEqual([]);
	});

	it('is asked for before the body is read', async () => {
		for (const type of ['multipart/form-data; boundary=x', 'text/json; charset=klingon']) {
			expect(await post('no', '', type)).toEqual(REFUSED);
		}
	});

	it('tells the log, and nobody else, why', async () => {
		expect(await post(PAYLOAD)).toEqual(REFUSED);
		expect(logged.join()).toContain('the secret in the URL is missing or wrong');
	});
});

/** Forms that let nobody in, with the credential that belongs to them. */
const CLOSED = [
	['a credential that is gone', { authentication: 'urlSecret' }, undefined],
	...['', ' \n', '\u200b', '\0', null, undefined, 0, 12345, {}, [], ['a']].map(
		(webhookSecret) =>
			[
				`the secret ${JSON.stringify(webhookSecret)}`,
				{ authentication: 'urlSecret' },
				{ webhookSecret },
			] as const,
	),
	...[
		'',
		'None',
		'secret',
		'=',
		'={{ $vars.nothing }}',
		'={{ null }}',
		'={{ nonsense',
		"={{ $('Nowhere').item.json.x }}",
		'={{ [] }}',
	].map(
		(authentication) =>
			[
				`Authentication ${JSON.stringify(authentication)}`,
				{ authentication },
				{ webhookSecret: 'known' },
			] as const,
	),
] as const;

describe('a form that cannot be decided lets nobody in, and cannot be published', () => {
	it.each(CLOSED)('%s', async (_, parameters, credential) => {
		server.parameters = parameters;
		server.credential = credential as never;
		const queries = [
			'',
			'?secret=',
			'?secret=%00',
			'?secret=%E2%80%8B',
			'?secret=known',
			'?secret=12345',
			'?secret=null',
		];
		for (const query of [...queries, '?secret=undefined', '?secret=%5Bobject%20Object%5D']) {
			expect(await post(PAYLOAD, query)).toEqual(REFUSED);
		}
		expect(server.started).toEqual([]);
		await expect(server.activate()).rejects.toThrow(
			parameters.authentication === 'urlSecret'
				? 'The ClientPoint API credential holds no Webhook Secret: fill it in there, or set Authentication to None'
				: /Authentication must be None or Secret in the URL|Nowhere/,
		);
	});

	it.each([
		[{}, undefined],
		[{ authentication: 'none' }, undefined],
		[{ authentication: 'urlSecret' }, { webhookSecret: 'known' }],
	])('%j can be published', async (parameters, credential) => {
		server.parameters = parameters;
		server.credential = credential;
		await expect(server.activate()).resolves.toBeUndefined();
	});
});

it('lets nobody in when n8n cannot tell what the form says', async () => {
	const getNodeParameter = () => {
		throw new Error('unreadable');
	};
	expect(await whyRefused({ getNodeParameter } as never)).toBe('Authentication cannot be read');
});

describe('filters', () => {
	it.each([
		[{ events: 'sent' }, true],
		[{ events: 'viewed, SENT' }, true],
		[{ events: ' , ' }, true],
		[{ events: '\u200b' }, true],
		[{ events: '\ufeffsent\u200b' }, true],
		[{ events: 'viewed; sent' }, true],
		[{ events: '={{ "viewed\\r\\nsent" }}' }, true],
		[{ events: 'viewed; won' }, false],
		[{ options: { status: ['won', '={{ "\u200bpending\u200b" }}'] } }, true],
		[{ events: 'viewed' }, false],
		[{ events: '={{ ["viewed", "sent"] }}' }, true],
		[{ events: '={{ ["viewed", 7, null] }}' }, false],
		[{ events: '={{ [{ toString: 1 }, "sent"] }}' }, true],
		[{ options: { status: ['pending', 'won'] } }, true],
		[{ options: { status: ['won'] } }, false],
		[{ options: { status: '={{ "Won, Pending" }}' } }, true],
		[{ options: { viewStatus: ['sent'] } }, true],
		[{ options: { viewStatus: ['signed'] } }, false],
		[{ events: 'sent', options: { status: ['pending'], viewStatus: ['signed'] } }, false],
	])('%j: %s', async (parameters, starts) => {
		server.parameters = parameters;
		expect(await post(PAYLOAD)).toEqual(RECEIVED);
		expect(server.started).toHaveLength(starts ? 1 : 0);
	});

	it.each([
		[{ events: 'sent' }, '{"Event":{"toString":1}}'],
		[{ events: '[object Object]' }, '{"Event":{}}'],
		[{ events: 'sent' }, '{"Event":["sent"]}'],
		[{ options: { status: ['won'] } }, '{"Data":{"Status":{"toString":1}}}'],
		[{ options: { viewStatus: ['sent'] } }, '{"Data":{"ViewStatus":["sent"]}}'],
	])('%j answers 400 to %s', async (parameters, body) => {
		server.parameters = parameters;
		expect(await post(body)).toEqual(answer(400, 'What the filters ask for is no text'));
		expect(server.started).toEqual([]);
	});

	it.each([
		['{}'],
		['{"Event":null}'],
		['{"Data":[]}'],
		['{"Data":"won"}'],
		['{"Data":{"Status":1}}'],
	])('leave out %s', async (body) => {
		server.parameters = { events: 'sent', options: { status: ['won'] } };
		expect(await post(body)).toEqual(RECEIVED);
		expect(server.started).toEqual([]);
	});

	it('whose expression cannot cope with the request start nothing, and say so in the log', async () => {
		server.parameters = { events: "={{ $('Nowhere').item.json.x }}" };
		expect(await post(PAYLOAD)).toEqual(answer(400, 'The request cannot be filtered'));
		expect(server.started).toEqual([]);
		expect(logged.join()).toContain('The request cannot be filtered');
	});
});

it('Convert Numbers and Blanks leaves dates, and numbers that would lose digits', async () => {
	server.parameters = { options: { convertNumbersAndBlanks: true } };
	await post({ ...PAYLOAD, Data: { ...PAYLOAD.Data, DivisionId: '12345678901234567890' } });
	expect(server.started).toEqual([
		[
			{
				json: {
					Event: 'sent',
					Data: {
						...PAYLOAD.Data,
						ClientPointId: 1234567,
						Revenue: 500,
						HandDelivered: 0,
						OpportunityId: null,
						DivisionId: '12345678901234567890',
						CustomFields: { Location: 'Boston', Estimator: null },
					},
				},
			},
		],
	]);
});

it('holds no secret in its own form', () => {
	const { properties } = new ClientPointTrigger().description;
	expect(JSON.stringify(properties)).not.toContain('"password"');
});
