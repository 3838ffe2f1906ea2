import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const BLANK = 'API Key is blank: fill it in, or look at what its expression gives';
const LENGTH = 'API Key must have 8 to 512 characters';
const LETTERS = 'API Key must hold neither white space nor special letters';

it.each([
	[{ apiKey: 2 ** 60 }, 'API Key must be text: look at what its expression gives'],
	[{ apiKey: ' ' }, BLANK],
	[{ apiKey: null }, BLANK],
	[{ apiKey: 'short' }, `${LENGTH}, not 5: copy it again from ClientPoint`],
	[{ apiKey: 'k'.repeat(513) }, `${LENGTH}, not 513: copy it again from ClientPoint`],
	[{ apiKey: 'two words1' }, `${LETTERS}: copy it again from ClientPoint`],
	[{ apiKey: 'zero\u200bwidth' }, `${LETTERS}: copy it again from ClientPoint`],
	[{ baseUrl: 'clientpoint' }, 'API Base URL must be a URL such as https://api.clientpoint.net'],
	[{ accountUrl: 'clientpoint' }, 'Account URL must be a URL such as https://api.clientpoint.net'],
])('%j stops the run before anything is sent', async (credentials, message) => {
	const { error } = await runNode(sandbox, { credentials });
	expect(error?.message).toBe(`Credential: ${message}`);
	expect(sandbox.received).toEqual([]);
});

describe('what the HTTP Request node sends', () => {
	const { authenticate } = new ClientPointApi();
	const send = async (options: object) =>
		await authenticate(
			{
				apiKey: ' exampleKey1\n',
				baseUrl: 'https://api.clientpoint.net/v4',
				accountUrl: 'https://login.clientpoint.net/',
			},
			{ method: 'POST', url: 'https://api.clientpoint.net/v4/x', ...options } as never,
		);

	it('gets the key in a copy of its body', async () => {
		const body = { name: 'ABC' };
		const sent = await send({ body });
		expect(JSON.parse(String(sent.body))).toEqual({ name: 'ABC', api_key: 'exampleKey1' });
		expect(sent.headers).toEqual({ 'content-type': 'application/json' });
		expect(body).toEqual({ name: 'ABC' });
	});

	it.each([
		{ body: 'name=ABC' },
		{ body: [{ name: 'ABC' }] },
		{ body: {}, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
	])('must be JSON with place for a key: %j', async (options) => {
		await expect(send(options)).rejects.toThrow('send the body as JSON, as an object');
	});

	it('gets the key on each host that the credential names', async () => {
		const sent = await send({ url: 'https://login.clientpoint.net/v4/x', body: {} });
		expect(sent.body).toContain('exampleKey1');
	});

	it.each([
		'https://api.clientpoint.net.evil.example/v4/x',
		'https://api.clientpoint.net:8443/v4/x',
		'https://evil.example/?https://api.clientpoint.net',
		'http://api.clientpoint.net/v4/x',
	])('gets no key for %s', async (url) => {
		await expect(send({ url })).rejects.toThrow(
			`The ClientPoint API credential gives its key only to https://api.clientpoint.net and https://login.clientpoint.net, not to ${new URL(url).origin}`,
		);
	});
});
