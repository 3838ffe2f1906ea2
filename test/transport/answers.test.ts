/** Every answer of the API, good and bad, and what the user is told of it. */
import { startSandbox, type Fault } from '../../dev/sandbox/server';
import { runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const answered = async (fault: Fault) => {
	sandbox.answer(() => fault);
	return await runNode(sandbox);
};

describe('a success', () => {
	it.each<[string, Fault, object]>([
		[
			'an object, as it is',
			{ body: { id: 1, deep: { a: [null] } } },
			{ id: 1, deep: { a: [null] } },
		],
		['an array, wrapped', { body: [1, { a: 2 }] }, { data: [1, { a: 2 }] }],
		['a number, wrapped', { body: '5' }, { data: 5 }],
		['a JSON text, wrapped', { body: '"created"' }, { data: 'created' }],
		['null, wrapped', { body: 'null' }, { data: null }],
		['nothing', { status: 204, body: '' }, {}],
		['201', { status: 201, body: { id: 1 } }, { id: 1 }],
		[
			'a status that is no failure',
			{ body: { status: 'pending', id: 1 } },
			{ status: 'pending', id: 1 },
		],
		[
			'a numeric status below 400',
			{ body: { status: 200, message: 'ok' } },
			{ status: 200, message: 'ok' },
		],
		['an empty error beside data', { body: { error: '', id: 1 } }, { error: '', id: 1 }],
	])('is %s', async (_, fault, json) => {
		const { done, error } = await answered(fault);
		expect(error).toBeUndefined();
		expect(done.map((item) => item.json)).toEqual([json]);
	});
});

describe('a failure told with HTTP 200', () => {
	it.each([
		[{ success: false, message: 'No' }],
		[{ status: false, error: 'No' }],
		[{ status: 'error', message: 'No' }],
		[{ status: 'FAIL', message: 'No' }],
		[{ status: 'Failed', message: 'No' }],
		[{ status: 'failure', message: 'No' }],
		[{ status: 400, message: 'No' }],
		[{ code: 500, error: { message: 'No' } }],
		[{ error: 'No' }],
	])('is %j', async (body) => {
		const { error, done } = await answered({ body });
		expect(done).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '200',
			message: 'ClientPoint answered 200: No [item 0]',
		});
	});

	it('without words says so', async () => {
		const { error } = await answered({ body: { success: false } });
		expect(error?.message).toBe('ClientPoint answered 200 without saying why [item 0]');
	});
});

describe('a failure', () => {
	const page = '<!DOCTYPE html><html><body>Bad Gateway</body></html>';
	it.each<[string, Fault, string, string]>([
		[
			'400',
			{ status: 400, body: { message: 'revenue is odd' } },
			'ClientPoint answered 400: revenue is odd',
			'Nothing was done',
		],
		[
			'401',
			{ status: 401, body: { message: 'Invalid API key' } },
			'ClientPoint answered 401: Invalid API key',
			'Check the API Key',
		],
		[
			'403',
			{ status: 403, body: {} },
			'ClientPoint answered 403 without saying why',
			'Check the API Key',
		],
		[
			'404',
			{ status: 404, body: page },
			'ClientPoint answered 404 with a web page, not JSON',
			'Check the ClientPoint ID, if there is one, then the API Base URL in the credential.',
		],
		[
			'410',
			{ status: 410, body: {} },
			'ClientPoint answered 410 without saying why',
			'Check the ClientPoint ID, if there is one, then the API Base URL in the credential.',
		],
		...[405, 421].map((status): [string, Fault, string, string] => [
			`${status}`,
			{ status, body: '' },
			`ClientPoint answered ${status} with nothing`,
			'Check the API Base URL in the credential.',
		]),
		[
			'422 by field',
			{
				status: 422,
				body: { message: 'Invalid.', errors: { assigned_to: ['is not active', 'is no user'] } },
			},
			'ClientPoint answered 422: Invalid. Assigned To: is not active, is no user',
			'Correct what ClientPoint names',
		],
		[
			'a word by field alone',
			{ status: 400, body: { assigned_to: 'is not an active user', division: ['is not known'] } },
			'ClientPoint answered 400: Assigned To: is not an active user; Division: is not known',
			'Correct what ClientPoint names',
		],
		[
			'non_field_errors',
			{ status: 400, body: { non_field_errors: ['Too many.'] } },
			'ClientPoint answered 400: Too many.',
			'Correct what ClientPoint names',
		],
		[
			'an exception',
			{ status: 400, body: { exception: 'Bad thing' } },
			'ClientPoint answered 400: Bad thing',
			'Correct what ClientPoint names',
		],
		[
			'no words at all',
			{ status: 400, body: { kind: 'X1', n: 7 } },
			'ClientPoint answered 400: {"kind":"X1","n":7}',
			'Correct what ClientPoint names',
		],
		[
			'a proxy that asks for a login',
			{ status: 407, body: '' },
			'ClientPoint answered 407 with nothing',
			'A proxy asks for a login: check the proxy settings of your n8n.',
		],
		[
			'429',
			{ status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '3600' } },
			'ClientPoint answered 429: Slow down',
			'Wait a while',
		],
		[
			'500',
			{ status: 500, body: { error: 'Oops' } },
			'ClientPoint answered 500: Oops',
			'may have been carried out',
		],
		[
			'502',
			{ status: 502, body: page },
			'ClientPoint answered 502 with a web page, not JSON',
			'may have been carried out',
		],
		[
			'200 with a web page',
			{ status: 200, body: page },
			'ClientPoint answered 200 with a web page, not JSON',
			'may have been carried out',
		],
		[
			'200 with broken JSON',
			{ status: 200, body: '{"id": 1', headers: { 'content-type': 'application/json' } },
			'ClientPoint answered 200 with text that is not JSON: {"id": 1',
			'may have been carried out',
		],
		[
			'a redirect',
			{ status: 307, body: '', headers: { location: 'https://elsewhere.example/' } },
			'ClientPoint answered 307, a redirect, which is not followed',
			'Check the API Base URL',
		],
		[
			'a redirect after the deed',
			{ status: 302, body: '', headers: { location: 'https://elsewhere.example/' } },
			'ClientPoint answered 302, a redirect, which is not followed',
			'may have been carried out',
		],
		[
			'a connection dropped',
			{ drop: 'after' },
			'ClientPoint did not answer: the connection was lost. Whether it was carried out is not known',
			'may have been carried out',
		],
	])('%s', async (_, fault, message, advice) => {
		const { error, done, run } = await answered(fault);
		expect(done).toEqual([]);
		expect(run.status).toBe('error');
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.name).toBe('NodeApiError');
		expect(error?.httpCode ?? undefined).toBe(fault.drop ? undefined : String(fault.status));
		expect(error?.description).toContain(advice);
		expect(sandbox.received).toHaveLength(1);
	});

	it('of the connection says that nothing was sent', async () => {
		const { url, close } = await startSandbox();
		await close();
		const { error } = await runNode({ url });
		expect(error?.message).toBe(
			'ClientPoint could not be reached: the connection was refused [item 0]',
		);
		expect(error?.description).toContain('Nothing was sent');
	});

	it('of a host name says so', async () => {
		const { error } = await runNode({ url: 'https://no-such-host.invalid' });
		expect(error?.message).toBe(
			'ClientPoint could not be reached: its host name is not known [item 0]',
		);
	});
});

it('does not follow a redirect with the key', async () => {
	const elsewhere = await startSandbox();
	sandbox.answer(() => ({
		status: 308,
		body: '',
		headers: { location: `${elsewhere.url}/v4/clientpoint/create` },
	}));
	await runNode(sandbox);
	expect(elsewhere.received).toHaveLength(0);
	await elsewhere.close();
});
