import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY, type Fault } from '../../dev/sandbox/server';
import { builtPackage } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const test = async (data: object = {}) =>
	await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', {
		apiKey: SANDBOX_KEY,
		baseUrl: sandbox.url,
		...data,
	});

it('"Test connection" accepts a good key and creates nothing', async () => {
	expect(await test()).toEqual({
		status: 'OK',
		message: 'ClientPoint did not refuse the API key',
	});
	expect(sandbox.received.map(({ body }) => body)).toEqual([
		{ test_mode: true, api_key: SANDBOX_KEY },
	]);
	expect(sandbox.created).toEqual([]);
});

const REFUSED = 'ClientPoint refused the API key: ClientPoint answered';
const LATER = 'ClientPoint cannot answer at present, test again later: ClientPoint answered';
const OPEN = "ClientPoint's answer does not tell whether the key is right: ClientPoint answered";
const OTHER = 'No ClientPoint API answers like this, check the API Base URL: ClientPoint answered';

it.each<[Fault, string]>([
	[{ status: 401, body: { message: 'Invalid API key' } }, `${REFUSED} 401: Invalid API key`],
	[{ status: 403, body: '' }, `${REFUSED} 403`],
	[
		{ status: 400, body: { error: 'Unknown key or login' } },
		`${REFUSED} 400: Unknown key or login`,
	],
	[
		{ body: { success: false, errors: { api_key: ['is unknown'] } } },
		`${REFUSED} 200: api_key: is unknown`,
	],
	[{ status: 429, body: '' }, `${LATER} 429`],
	[{ status: 503, body: { message: 'Maintenance' } }, `${LATER} 503: Maintenance`],
	[{ body: { ok: true } }, `${OPEN} 200: {"ok":true}`],
	[{ status: 409, body: { message: 'name is required' } }, `${OPEN} 409: name is required`],
	[{ body: '<html><h1>Hello</h1></html>' }, `${OTHER} 200: Hello`],
	[{ status: 404, body: '' }, `${OTHER} 404`],
])('"Test connection" says what %j means', async (fault, message) => {
	sandbox.answer(() => fault);
	expect(await test()).toEqual({ status: 'Error', message });
});

it.each<Fault>([
	{ status: 400, body: { message: 'revenue is required' } },
	{ status: 422, body: { errors: { assigned_to: ['must be filled in'] } } },
	{ body: { success: false, message: 'Missing parameters' } },
])('"Test connection" takes %j for a good key', async (fault) => {
	sandbox.answer(() => fault);
	expect((await test()).status).toBe('OK');
});

it.each([
	[
		{ apiKey: 'short' },
		'API Key must have 8 to 512 characters, not 5: copy it again from ClientPoint',
	],
	[{ baseUrl: 'clientpoint' }, 'API Base URL must be a URL such as https://api.clientpoint.net'],
	[{ accountUrl: 'clientpoint' }, 'Account URL must be a URL such as https://api.clientpoint.net'],
])('"Test connection" refuses %j without sending anything', async (data, message) => {
	expect(await test(data)).toEqual({ status: 'Error', message });
	expect(sandbox.received).toEqual([]);
});

it('"Test connection" shows the key nowhere', async () => {
	sandbox.answer(() => ({ status: 401, body: { message: SANDBOX_KEY } }));
	expect((await test()).message).toBe(`${REFUSED} 401: [API key removed]`);
});

it('"Test connection" says that nobody is there', async () => {
	const { message } = await test({ baseUrl: 'https://127.0.0.1:1' });
	expect(message).toBe('ClientPoint could not be reached: connect ECONNREFUSED 127.0.0.1:1');
});
