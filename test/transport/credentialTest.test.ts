import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY, startSandbox, type Fault } from '../../dev/sandbox/server';
import { builtPackage } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

describe('"Test connection"', () => {
	const test = async (data: object = {}) =>
		await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', {
			apiKey: SANDBOX_KEY,
			baseUrl: sandbox.url,
			...data,
		});

	it('accepts a good key and creates nothing', async () => {
		expect(await test()).toEqual({
			status: 'OK',
			message: 'ClientPoint did not refuse the API key',
		});
		expect(sandbox.received.map(({ body }) => body)).toEqual([
			{ test_mode: true, api_key: SANDBOX_KEY },
		]);
		expect(sandbox.created).toEqual([]);
	});

	it('reports a wrong key', async () => {
		expect(await test({ apiKey: 'wrongKey1' })).toEqual({
			status: 'Error',
			message: 'ClientPoint refused the API key: it answered 401, Invalid API key',
		});
	});

	const page = '<html>Hello</html>';
	const REFUSED = 'ClientPoint refused the API key: it answered';
	const OTHER =
		'No ClientPoint API answers like this, so check the API Base URL: ClientPoint answered';
	it.each<[string, Fault, string]>([
		['403', { status: 403, body: {} }, `${REFUSED} 403`],
		[
			'words about the key',
			{ status: 400, body: { error: 'api_key is not valid' } },
			`${REFUSED} 400, api_key is not valid`,
		],
		[
			'words about the key in HTTP 200',
			{ body: { success: false, errors: { api_key: ['is unknown'] } } },
			`${REFUSED} 200, api_key: is unknown`,
		],
		['the key by name', { status: 400, body: { api_key: ['Invalid.'] } }, `${REFUSED} 400`],
		['a code', { status: 400, body: { code: 'INVALID_API_KEY' } }, `${REFUSED} 400`],
		...['KEY_INVALID', 'invalid_key', 'InvalidKey', 'key_not_found'].map(
			(code): [string, Fault, string] => [
				`the code ${code}`,
				{ status: 400, body: { error: { code } } },
				`${REFUSED} 400${/^[a-z_]+$/i.test(code) ? `, ${code}` : ''}`,
			],
		),
		...[
			'Invalid key',
			'The key is invalid.',
			'Unknown key',
			'Your key has been revoked',
			'Key is not valid!',
			'Missing key',
		].flatMap((words): Array<[string, Fault, string]> => [
			[`"${words}"`, { status: 400, body: { message: words } }, `${REFUSED} 400, ${words}`],
			[
				`"${words}" in a list`,
				{ body: { success: false, errors: [words] } },
				`${REFUSED} 200, ${words}`,
			],
		]),
		[
			'words about authentication',
			{ status: 400, body: { message: 'Unauthorized' } },
			`${REFUSED} 400, Unauthorized`,
		],
		['nothing', { body: '', headers: { 'content-length': '0' } }, `${OTHER} 200 with nothing.`],
		['204', { status: 204, body: '' }, `${OTHER} 204 with nothing.`],
		['an empty 400', { status: 400, body: '' }, `${OTHER} 400 with nothing.`],
		['400 that says nothing', { status: 400, body: {} }, `${OTHER} 400 without saying why.`],
		['405', { status: 405, body: { message: 'No' } }, `${OTHER} 405: No.`],
		['410', { status: 410, body: { message: 'Gone' } }, `${OTHER} 410: Gone.`],
		[
			'407',
			{ status: 407, body: {} },
			'A proxy asks for a login (it answered 407): see the proxy settings of your n8n.',
		],
		['a success', { body: { success: true } }, `${OTHER} 200 without saying why.`],
		['another API', { body: { message: 'Hello' } }, `${OTHER} 200: Hello.`],
		['a web page', { body: page }, `${OTHER} 200 with a web page, not JSON.`],
		['404', { status: 404, body: {} }, `${OTHER} 404 without saying why.`],
		[
			'a redirect',
			{ status: 301, body: '', headers: { location: 'https://x.example/' } },
			`${OTHER} 301, a redirect, which is not followed.`,
		],
		[
			'503',
			{ status: 503, body: page },
			'ClientPoint cannot answer at present (it answered 503); test again later.',
		],
		[
			'429',
			{ status: 429, body: {} },
			'ClientPoint asks for a pause (it answered 429); test again later.',
		],
		[
			'a dropped connection',
			{ drop: 'before' },
			'ClientPoint could not be reached: the connection was lost.',
		],
	])('tells %s', async (_, fault, message) => {
		sandbox.answer(() => fault);
		expect(await test()).toEqual({ status: 'Error', message });
	});

	it.each<[string, Fault]>([
		['400', { status: 400, body: { message: 'name is required' } }],
		['422 by field', { status: 422, body: { errors: { name: ['is required'] } } }],
		['400 by field alone', { status: 400, body: { name: 'This field is required' } }],
		['a failure in HTTP 200', { body: { success: false, message: 'revenue is missing' } }],
		['a member named key', { status: 400, body: { key: ['is required', 'is invalid'] } }],
		[
			'a key of something else',
			{
				status: 400,
				body: { errors: { custom_fields: ['Invalid key'] }, message: 'name is required' },
			},
		],
		[
			'words that name another key',
			{
				status: 400,
				body: { message: 'Missing key name in the request; a key is required for each field' },
			},
		],
		[
			'the key sent back',
			{ status: 400, body: { api_key: SANDBOX_KEY, message: 'name is required' } },
		],
	])('is content with missing fields told by %s', async (_, fault) => {
		sandbox.answer(() => fault);
		expect(await test()).toEqual({
			status: 'OK',
			message: 'ClientPoint did not refuse the API key',
		});
	});

	const HTTPS =
		'must begin with https:// (http:// only for this machine itself), so that the API key never crosses a network in the clear';
	it.each([
		[{ apiKey: '' }, 'API Key is blank: fill it in, or look at what its expression gives'],
		[{ apiKey: ' \u200b ' }, 'API Key is blank: fill it in, or look at what its expression gives'],
		[{ apiKey: null }, 'API Key is blank: fill it in, or look at what its expression gives'],
		[
			{ apiKey: 'short' },
			'API Key must have 8 to 512 characters, not 5: copy it again from ClientPoint',
		],
		[
			{ apiKey: 'k'.repeat(6000) },
			'API Key must have 8 to 512 characters, not 6000: copy it again from ClientPoint',
		],
		[
			{ apiKey: 'two words1' },
			'API Key must hold neither white space nor invisible characters: copy it again from ClientPoint',
		],
		[{ baseUrl: 'http://api.clientpoint.net' }, `API Base URL ${HTTPS}`],
		[
			{ baseUrl: 'api.clientpoint.net' },
			'API Base URL must be a URL such as https://api.clientpoint.net',
		],
		[
			{ accountUrl: 'login.clientpoint.net' },
			'Account URL must be a URL such as https://api.clientpoint.net',
		],
		[{ accountUrl: 'http://login.clientpoint.net' }, `Account URL ${HTTPS}`],
		...[
			'https://u@x.example',
			'https://u:p@x.example',
			'https://x.example?a',
			'https://x.example#a',
		].map((baseUrl): [object, string] => [
			{ baseUrl: baseUrl.replace('?a', '?a=1') },
			'API Base URL must hold neither user name, password, query nor fragment',
		]),
	])('refuses %j and sends nothing', async (data, message) => {
		expect(await test(data)).toEqual({ status: 'Error', message });
		expect(sandbox.received).toEqual([]);
	});

	it.each([' ', '\t', '\n', '\u00a0', '\ufeff', '\u200b'])(
		'takes off %j around the key',
		async (around) => {
			expect((await test({ apiKey: `${around}${SANDBOX_KEY}${around}` })).status).toBe('OK');
			expect(sandbox.received[0].body.api_key).toBe(SANDBOX_KEY);
		},
	);

	it.each([' ', '\u200b', '\t\u00a0\ufeff', null, undefined])(
		'takes an Account URL of %j for blank',
		async (accountUrl) => {
			expect((await test({ accountUrl })).status).toBe('OK');
		},
	);

	it('ends when an answer only trickles in', async () => {
		sandbox.answer(() => ({ drip: 1000 }));
		expect(await test()).toEqual({
			status: 'Error',
			message: 'ClientPoint could not be reached: no complete answer came in the time allowed.',
		});
	}, 40_000);

	it('does not take the echo of its own request for words about the key', async () => {
		sandbox.answer(() => ({
			status: 400,
			body: { request: { api_key: 'x' }, message: 'name is required' },
		}));
		expect((await test()).status).toBe('OK');
	});

	it('tells an unreachable host and an unfit URL', async () => {
		const { url, close } = await startSandbox();
		await close();
		expect((await test({ baseUrl: url })).message).toContain(
			'could not be reached: the connection was refused',
		);
		expect((await test({ baseUrl: 'http://api.example' })).message).toContain(
			'API Base URL must begin with https://',
		);
	});

	it('shows the key in no message', async () => {
		sandbox.answer(() => ({
			status: 400,
			body: { message: `The API key ${SANDBOX_KEY} is wrong` },
		}));
		expect((await test()).message).toBe(
			'ClientPoint refused the API key: it answered 400, The API key [API key removed] is wrong',
		);
	});
});
