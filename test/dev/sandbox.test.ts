/** The sandbox as a person uses it: bad answers on demand, and its page. */
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { REQUIRED } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const request = async (method: string, path: string, body?: object) => {
	const response = await fetch(sandbox.url + path, { method, body: JSON.stringify(body) });
	return { status: response.status, text: await response.text() };
};

/** The status that a Create is answered with. */
const create = async (name: string) =>
	(await request('POST', '/v4/clientpoint/create', { ...REQUIRED, name, api_key: SANDBOX_KEY }))
		.status;

const createAll = async (...names: string[]) =>
	(await Promise.all(names.map(create))).sort((a, b) => a - b);

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
		expect(await create(name)).toBe(status);
		expect(sandbox.created).toHaveLength(created);
	});

	it('"fault: drop created" ends the connection', async () => {
		await expect(create('fault: drop created')).rejects.toThrow('fetch failed');
		expect(sandbox.created).toHaveLength(1);
	});

	it('with "once" spoils the first call only', async () => {
		expect(await create('fault: 500 once')).toBe(500);
		expect(await create('fault: 500 once')).toBe(200);
	});
});

describe('PUT /faults', () => {
	it('spoils every call until DELETE /faults, and the page shows it', async () => {
		await request('PUT', '/faults', { status: 503, body: { message: 'Later' } });
		expect(await createAll('A', 'B')).toEqual([503, 503]);
		expect((await request('GET', '/')).text).toContain('&#34;status&#34;: 503');
		await request('DELETE', '/faults');
		expect(await create('C')).toBe(200);
		expect(sandbox.created.map(({ body }) => body.name)).toEqual(['C']);
	});

	it.each([
		['so many calls', { times: 2 }, [200, 503, 503]],
		['what is more than so many at a time', { above: 2, delay: 100 }, [200, 200, 503]],
		['what is more than so many in a second', { perSecond: 2 }, [200, 200, 503]],
	])('spoils only %s', async (_, limit, statuses) => {
		await request('PUT', '/faults', { status: 503, ...limit });
		expect(await createAll('A', 'B', 'C')).toEqual(statuses);
	});

	it('says what is wrong with a fault', async () => {
		const { status, text } = await request('PUT', '/faults', { status: '503', stats: 1 });
		expect([status, text]).toEqual([400, expect.stringMatching(/status Expected number.*stats/)]);
		expect(await create('A')).toBe(200);
	});
});

it('the page shows what was created, recipients that were added, and how to get bad answers', async () => {
	await create('ABC <Company>');
	const recipient = { email: 'jo@example.com' };
	const body = { clientpoint_id: 1001, recipient, api_key: SANDBOX_KEY };
	await request('POST', '/v4/recipient/add', body);
	const { text } = await request('GET', '/');
	expect(text).toContain('ABC &#60;Company&#62;');
	expect(text).toContain('jo@example.com');
	expect(text).toContain('fault: 429');
	expect(text).toContain(`curl -X DELETE ${sandbox.url}/faults`);
	expect(text).not.toContain('<Company>');
	expect(text).not.toContain(SANDBOX_KEY);
});
