import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

describe('API Base URL', () => {
	it('stops the run before anything is sent when the key would be exposed', async () => {
		const { error } = await runNode({ url: 'http://clientpoint.example' });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('API Base URL must begin with https://'),
		});
	});
});

describe('API Key', () => {
	const COPY = 'copy it again from ClientPoint';
	const LOOK = 'look at what its expression gives';
	it.each([
		['', 'API Key is blank: fill it in, or look at what its expression gives'],
		[null, 'API Key is blank: fill it in, or look at what its expression gives'],
		['short', `API Key must have 8 to 512 characters, not 5: ${COPY}`],
		['k'.repeat(6000), `API Key must have 8 to 512 characters, not 6000: ${COPY}`],
		['two words1', `API Key must hold neither white space nor special letters: ${COPY}`],
		[{ key: 'exampleKey1' }, `API Key must be text: ${LOOK}`],
		['zero\u200bwidth', `API Key must hold neither white space nor special letters: ${COPY}`],
	])('%j stops the run before anything is sent', async (apiKey, message) => {
		const { error } = await runNode(sandbox, { credentials: { apiKey } });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: `Credential: ${message}`,
		});
		expect(sandbox.received).toEqual([]);
	});
});

describe('authenticate', () => {
	const { authenticate } = new ClientPointApi();
	const credentials = {
		apiKey: ' exampleKey1\n',
		baseUrl: 'https://api.clientpoint.net',
		accountUrl: 'https://login.clientpoint.net/',
	};
	const url = 'https://api.clientpoint.net/v4/clientpoint/create';

	it('adds the key to a JSON object and leaves the object as it was', async () => {
		const body = { name: 'ABC' };
		const options = await authenticate(credentials, { method: 'POST', url, body });
		expect(JSON.parse(String(options.body))).toEqual({ name: 'ABC', api_key: 'exampleKey1' });
		expect(options.headers).toEqual({ 'content-type': 'application/json' });
		expect(body).toEqual({ name: 'ABC' });
	});

	it('works without a body, and with the options of the HTTP Request node', async () => {
		const options = await authenticate(credentials, { method: 'POST', uri: url } as never);
		expect(options.body).toBe('{"api_key":"exampleKey1"}');
	});

	it('puts the key into the query of a GET', async () => {
		const options = await authenticate(credentials, { url, qs: { type: 'view' } });
		expect(options.qs).toEqual({ type: 'view', api_key: 'exampleKey1' });
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

	it.each([
		['https://api.clientpoint.net/v4/x', true],
		['https://login.clientpoint.net/v4/x', true],
		['https://api.clientpoint.net.evil.example/v4/x', false],
		['https://api.clientpoint.net:8443/v4/x', false],
		['https://evil.example/?https://api.clientpoint.net', false],
		['http://127.0.0.1:1/v4/x', false],
	])('gives the key only to hosts that the credential names: %s, %s', async (address, isKnown) => {
		const options = authenticate(credentials, { method: 'POST', url: address, body: {} });
		if (isKnown) {
			expect(JSON.stringify(await options)).toContain('exampleKey1');
			return;
		}
		await expect(options).rejects.toThrow(
			`The ClientPoint API credential gives its key only to https://api.clientpoint.net and https://login.clientpoint.net, not to ${new URL(address).origin}`,
		);
	});

	it.each(['GET', 'POST'] as const)('follows no redirect, %s', async (method) => {
		expect(await authenticate(credentials, { method, url })).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
		});
	});
});
