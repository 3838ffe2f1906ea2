import { ClientPointApi } from '../credentials/ClientPointApi.credentials';
import { parseBaseUrl } from '../credentials/baseUrl';
import { SANDBOX_KEY, startSandbox, type Fault, type Sandbox } from '../sandbox/server';
import { testCredential } from './support/engine';
import { builtPackage, runNode } from './support/clientPoint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

describe('API Base URL', () => {
	it.each([
		['https://api.clientpoint.net', 'https://api.clientpoint.net'],
		['https://api.clientpoint.net/', 'https://api.clientpoint.net'],
		[' https://proxy.example/clientpoint// ', 'https://proxy.example/clientpoint'],
		['http://localhost:4010/', 'http://localhost:4010'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
	])('takes %j', (written, url) => expect(parseBaseUrl(written)).toBe(url));

	it.each([
		['http://api.clientpoint.net', 'must begin with https://'],
		['http://127.0.0.1.evil.example', 'must begin with https://'],
		['http://192.168.1.5', 'must begin with https://'],
		['ftp://127.0.0.1', 'must begin with https://'],
		['api.clientpoint.net', 'must be a URL'],
		['', 'must be a URL'],
		[undefined, 'must be a URL'],
		['https://user:pass@api.clientpoint.net', 'must hold neither'],
		['https://api.clientpoint.net/?a=1', 'must hold neither'],
	])('refuses %j', (written, message) => {
		expect(() => parseBaseUrl(written)).toThrow(`API Base URL ${message}`);
	});

	it('does no harm with a trailing slash', async () => {
		await runNode({ url: `${sandbox.url}/` });
		expect(sandbox.received.map(({ path }) => path)).toEqual(['/v4/clientpoint/create']);
	});

	it('stops the run before anything is sent when the key would be exposed', async () => {
		const { error } = await runNode({ url: 'http://clientpoint.example' });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('API Base URL must begin with https://'),
		});
	});
});

describe('authenticate', () => {
	const { authenticate } = new ClientPointApi();
	const credentials = { apiKey: 'key1' };
	const url = 'https://api.clientpoint.net/v4/clientpoint/create';

	it('adds the key to a JSON object and leaves the object as it was', async () => {
		const body = { name: 'ABC' };
		const options = await authenticate(credentials, { method: 'POST', url, body });
		expect(JSON.parse(String(options.body))).toEqual({ name: 'ABC', api_key: 'key1' });
		expect(options.headers).toEqual({ 'content-type': 'application/json' });
		expect(body).toEqual({ name: 'ABC' });
	});

	it('works without a body, and with the options of the HTTP Request node', async () => {
		const options = await authenticate(credentials, { method: 'POST', uri: url } as never);
		expect(options.body).toBe('{"api_key":"key1"}');
	});

	it('puts the key into the query of a GET', async () => {
		const options = await authenticate(credentials, { url, qs: { type: 'view' } });
		expect(options.qs).toEqual({ type: 'view', api_key: 'key1' });
	});

	it.each([
		['text', 'name=ABC'],
		['a list', [{ name: 'ABC' }]],
		['a form', new URLSearchParams('a=1')],
	])('refuses %s with a clear error', async (_, body) => {
		await expect(
			authenticate(credentials, { method: 'POST', url, body: body as never }),
		).rejects.toThrow('send the body as JSON, as an object');
	});

	it('refuses an object that is not sent as JSON', async () => {
		const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
		await expect(
			authenticate(credentials, { method: 'POST', url, body: {}, headers }),
		).rejects.toThrow('send the body as JSON, as an object');
	});

	it('refuses to send the key in the clear', async () => {
		const open = url.replace('https', 'http');
		await expect(
			authenticate(credentials, { method: 'POST', url: open, body: {} }),
		).rejects.toThrow('The URL must begin with https://');
	});
});

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
	it.each<[string, Fault, string, string]>([
		['403', { status: 403, body: {} }, 'Error', 'ClientPoint refused the API key: it answered 403'],
		[
			'words about the key',
			{ status: 400, body: { error: 'api_key is not valid' } },
			'Error',
			'ClientPoint refused the API key: it answered 400, api_key is not valid',
		],
		[
			'words about the key in HTTP 200',
			{ body: { success: false, errors: { api_key: ['is unknown'] } } },
			'Error',
			'ClientPoint refused the API key: it answered 200, api_key: is unknown',
		],
		[
			'missing fields',
			{ status: 400, body: { message: 'name is required' } },
			'OK',
			'did not refuse the API key',
		],
		[
			'a web page',
			{ body: page },
			'Error',
			'This is no ClientPoint API: the API Base URL answered 200 with a web page, not JSON',
		],
		[
			'404',
			{ status: 404, body: {} },
			'Error',
			'This is no ClientPoint API: the API Base URL answered 404',
		],
		[
			'a redirect',
			{ status: 301, body: '', headers: { location: 'https://x.example/' } },
			'Error',
			'This is no ClientPoint API: the API Base URL answered 301',
		],
		[
			'503',
			{ status: 503, body: page },
			'Error',
			'ClientPoint has a problem of its own (it answered 503)',
		],
		['429', { status: 429, body: {} }, 'Error', 'ClientPoint asks for a pause'],
		[
			'a dropped connection',
			{ drop: 'before' },
			'Error',
			'ClientPoint could not be reached: the connection was lost',
		],
	])('tells %s', async (_, fault, status, message) => {
		sandbox.answer(() => fault);
		const result = await test();
		expect(result).toEqual({ status, message: expect.stringContaining(message) });
	});

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
