/** The sandbox as a person uses it: bad answers on demand, its page, and a port that is taken. */
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { runScript } from '../support/runScript';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const request = async (method: string, path: string, body?: unknown) => {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(sandbox.url + path, { method, body: text });
	return { status: response.status, text: await response.text() };
};

const create = async (name: string) =>
	await request('POST', '/v4/clientpoint/create', { ...REQUIRED, name, api_key: SANDBOX_KEY });

describe('the name of a ClientPoint', () => {
	it.each([
		['fault: 422', 422, 0],
		['Fault:503', 503, 0],
		['fault: 500 created', 500, 1],
		['fault: failure', 200, 0],
		['fault: echo', 422, 0],
		['fault: nonsense', 400, 0],
		['fault: 200', 400, 0],
		['Fault lines: a survey', 200, 1],
	])('"%s" is answered with %i', async (name, status, created) => {
		expect((await create(name)).status).toBe(status);
		expect(sandbox.created).toHaveLength(created);
	});

	it.each([
		['fault: drop', 0],
		['fault: drop created', 1],
	])('"%s" ends the connection', async (name, created) => {
		await expect(create(name)).rejects.toThrow('fetch failed');
		expect(sandbox.created).toHaveLength(created);
	});

	it('with "once" spoils the first call only', async () => {
		const statuses = [];
		for (let call = 0; call < 3; call += 1) statuses.push((await create('fault: 500 once')).status);
		expect(statuses).toEqual([500, 200, 200]);
	});

	it('is enough for a person in the editor', async () => {
		const { error } = await runNode(sandbox, { parameters: { ...REQUIRED, name: 'fault: 422' } });
		expect(error?.message).toBe('ClientPoint answered 422: As you asked');
	});
});

describe('PUT /faults', () => {
	const fault = { status: 503, headers: { 'retry-after': '2' }, body: { message: 'Later' } };

	it('spoils every call until DELETE /faults', async () => {
		const { status, text } = await request('PUT', '/faults', fault);
		expect([status, JSON.parse(text)]).toEqual([200, { fault }]);
		expect(await create('A')).toEqual({ status: 503, text: '{"message":"Later"}' });
		expect((await create('B')).status).toBe(503);
		await request('DELETE', '/faults');
		expect((await create('C')).status).toBe(200);
		expect(sandbox.created.map(({ body }) => body.name)).toEqual(['C']);
	});

	it('spoils so many calls as it is told', async () => {
		await request('PUT', '/faults', { ...fault, times: 2, creates: true });
		const statuses = [];
		for (const name of ['A', 'B', 'C']) statuses.push((await create(name)).status);
		expect(statuses).toEqual([503, 503, 200]);
		expect(sandbox.created).toHaveLength(3);
	});

	it('spoils only what is more than so many at a time', async () => {
		await request('PUT', '/faults', { status: 503, above: 2, delay: 100 });
		const calls = await Promise.all(['A', 'B', 'C'].map(create));
		expect(calls.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
		expect((await create('D')).status).toBe(200);
		expect(sandbox.created).toHaveLength(3);
	});

	it('spoils only what is more than so many in a second', async () => {
		await request('PUT', '/faults', { status: 429, perSecond: 2 });
		const calls = await Promise.all(['A', 'B', 'C'].map(create));
		expect(calls.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
		expect(sandbox.created).toHaveLength(2);
	});

	it.each([
		['{"stats": 503}', 'stats'],
		['{"status": "503"}', 'status Expected number'],
		['{"status": 1}', 'status'],
		['{"status', 'The body is no JSON'],
	])('refuses %s and says why', async (body, words) => {
		const { status, text } = await request('PUT', '/faults', body);
		expect([status, text]).toEqual([400, expect.stringContaining(words)]);
		expect((await create('A')).status).toBe(200);
	});
});

describe('the page', () => {
	it('shows what was created, recipients that were added, and how to get bad answers', async () => {
		await create('ABC <Company>');
		const recipient = { email: 'jo@example.com' };
		const body = { clientpoint_id: 1001, recipient, api_key: SANDBOX_KEY };
		await request('POST', '/v4/recipient/add', body);
		const { text } = await request('GET', '/');
		expect(text).toContain('ABC &#60;Company&#62;');
		expect(text).toContain('jo@example.com');
		expect(text).toContain('fault: 429');
		expect(text).toContain(`curl -X DELETE ${sandbox.url}/faults`);
		expect(text).not.toContain(SANDBOX_KEY);
	});

	it('shows the fault that is on', async () => {
		await request('PUT', '/faults', { status: 418 });
		expect((await request('GET', '/')).text).toContain('&#34;status&#34;: 418');
	});
});

it('npm run sandbox tells of a port that is taken in one sentence', () => {
	const { port } = new URL(sandbox.url);
	expect(() => runScript({ file: 'sandbox/start.ts', env: { PORT: port } })).toThrow(
		`\nPort ${port} is taken: choose another, as in PORT=4011 npm run sandbox\n`,
	);
});
