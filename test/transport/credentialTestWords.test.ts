/** What "Test connection" makes of words: OK only to what a good key is answered. */
import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { builtPackage } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const test = async (status: number, body: unknown) => {
	sandbox.answer(() => ({ status, body }));
	const told = await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', {
		apiKey: SANDBOX_KEY,
		baseUrl: sandbox.url,
	});
	return `${told.status}: ${told.message}`;
};

const OK = 'OK: ClientPoint did not refuse the API key';
const REFUSED = 'Error: ClientPoint refused the API key: it answered';
const OTHER = 'Error: No ClientPoint API answers like this, so check the API Base URL:';

it.each([
	'Forbidden',
	'Permission denied',
	'Access is denied',
	'Token expired',
	'Invalid API token',
	'Missing token',
	'Key not recognised',
	'Invalid key provided',
	'No such key',
	'Key does not exist',
	'Key rejected',
	'key must be valid',
	'api_key is required',
	'Auth failed',
	'Authentication required',
	'Login required',
	'IP not allowed',
	'API access is not enabled',
	'Account suspended',
	'Your subscription has expired',
	'You do not have permission; name is required',
	'api_key: Invalid; name is required',
	'apikey is missing',
	'APIKey is required',
	'Missing apikey parameter',
	'Authorization header is missing',
	'Authorisation required',
	'Missing Bearer parameter',
	'Password is required',
	'Invalid user name or password',
	'username: is required',
	'client_secret is missing',
	'Signature required',
	'Session required',
	'Subscription required',
	'License required',
])('refuses the key by "%s"', async (message) => {
	for (const status of [200, 400, 422]) {
		expect(await test(status, { success: false, message })).toBe(
			`${REFUSED} ${status}, ${message}`,
		);
		expect(await test(status, { errors: [message] })).toBe(`${REFUSED} ${status}, ${message}`);
	}
});

it.each<[unknown, string]>([
	[{ api_key: ['Invalid.'] }, ''],
	[{ code: 'INVALID_API_KEY' }, ''],
	[
		{ errors: { api_key: ['is not valid'], name: ['is required'] } },
		', api_key: is not valid; name: is required',
	],
	[{ message: 'name is required', status: 'ACCESS_DENIED' }, ', name is required'],
])('refuses the key by %j', async (body, words) => {
	expect(await test(400, body)).toBe(`${REFUSED} 400${words}`);
});

const message = 'name is required';
it.each<[unknown]>([
	[{ status: 401, message }],
	[{ status: '403', message }],
	[{ statusCode: 401, message }],
	[{ http_status: 401, message }],
	[{ error: { code: 401, message } }],
	[{ errors: [{ field: 'apikey', code: 'missing' }], message }],
	[{ 'invalid-params': [{ name: 'api_key', reason: 'wrong' }] }],
	[{ name: 'UnauthorizedError', message }],
	[{ missing: ['api_key'] }],
	[{ missing_fields: 'api_key' }],
	[{ missing_fields: ['api_key', 'name'] }],
	[{ invalid: { api_key: 1 }, message }],
	[{ login_required: true, message }],
	[{ auth: 'required', message }],
	[{ 'X-Api-Key': ['required'], message }],
	[{ authorized: false, message }],
	[{ data: { authenticated: false }, message }],
	[{ errors: { password: ['required'], name: ['required'] } }],
])('refuses the key by %j, whatever else it says', async (body) => {
	expect([await test(200, body), await test(422, body)]).toEqual([
		expect.stringContaining(`${REFUSED} 200`),
		expect.stringContaining(`${REFUSED} 422`),
	]);
});

it.each([
	'Bad Request',
	'Not found',
	'Plain HTTP request was sent to HTTPS port',
	'The given data was invalid',
	'No',
	'Unknown host name',
	'Server name missing',
	'HTTPS required',
	'Upgrade required',
	'Payment required',
	'Captcha required',
	'Host header is missing',
	'The request body is empty',
	'Body required',
	'Route missing',
	'Page is empty',
	'Company is required',
	'version is required',
	'Required',
])('takes "%s" for no proof', async (message) => {
	for (const status of [200, 400, 422]) {
		expect(await test(status, { message })).toMatch(OTHER);
	}
});

it.each<[unknown]>([
	[{ required: false }],
	[{ success: true, missing: 0 }],
	[{ result: 'empty' }],
	[{ required: ['api_key'] }],
	[{ paths: { create: { required: true } } }],
])('takes %j for no proof', async (body) => {
	expect([await test(200, body), await test(422, body)]).toEqual([
		expect.stringContaining(OTHER),
		expect.stringContaining(OTHER),
	]);
});

it.each<[unknown]>([
	[{ message, login_required: false }],
	[{ message, status: 400, code: 1401 }],
	[{ message: 'Missing required parameters' }],
	[{ message: 'The name attribute is mandatory' }],
	[{ message: 'Required information is missing' }],
	[{ message: 'Client name cannot be empty' }],
	[{ errors: [{ field: 'name', code: 'missing' }] }],
	[{ missing: ['name', 'revenue'] }],
	[{ missing_fields: 'name' }],
	[{ message, received: ['api_key', 'test_mode'] }],
	[{ message, fields: ['api_key', 'name', 'revenue'] }],
	[{ message, api_key: null }],
	[{ errors: { api_key: [], name: ['x'] } }],
	[{ message, data: { api_key: 'exam****' } }],
	[{ message, auth: 'authenticated' }],
	[{ message, docs: 'https://x.example/authentication' }],
	[{ message, type: 'https://x.example/authentication' }],
	[{ message: 'Required fields: api_key, name, revenue, assigned_to' }],
	[{ message: 'Required fields: name, revenue, assigned_to, api_key' }],
	[{ name: 'required' }],
	[{ errors: { name: 'Enter a name' } }],
	[{ message: 'Validation failed', errors: { revenue: ['x'] } }],
	[{ message: 'Validation failed', errors: [{ field: 'assigned_to', code: 5 }] }],
	[{ message: 'Some fields are missing' }],
	[{ message: 'This field cannot be blank' }],
])('is content with %j', async (body) => {
	expect([await test(400, body), await test(422, body)]).toEqual([OK, OK]);
});

it('tells a reply that nests too deeply as what it is', async () => {
	const body = `{"message":"name is required","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
	expect([await test(200, body), await test(422, body)]).toEqual([
		`${OTHER} ClientPoint answered 200: name is required.`,
		`${OTHER} ClientPoint answered 422: name is required.`,
	]);
});
