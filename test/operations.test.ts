/** The operations beside Create, through the engine; what all share is tested with Create. */
import type { INodeParameters } from 'n8n-workflow';
import { SANDBOX_KEY, startSandbox, withoutKey, type Sandbox } from '../sandbox/server';
import { operations } from '../nodes/ClientPoint/actions';
import { examples } from './contract';
import { REQUIRED, runNode } from './support/clientPoint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	sandbox.reset();
	await runNode(sandbox);
	sandbox.received.length = 0;
});

const ID = 1001;
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const formOf = (name: string) => {
	const [resource, operation] = name.split('.');
	return { resource, operation, ...examples[name].form };
};

/** Runs an operation on a form and returns what the sandbox got. */
async function sent(parameters: object) {
	sandbox.answer(() => ({ status: 200, body: { success: true } }));
	const { error, done } = await runNode(sandbox, { parameters: parameters as INodeParameters });
	expect(error).toBeUndefined();
	expect(done.map(({ json }) => json)).toEqual([{ success: true }]);
	const [{ method, path, body }] = sandbox.received;
	const { pathname, searchParams } = new URL(path, sandbox.url);
	searchParams.delete('api_key');
	const query = Object.fromEntries(searchParams);
	const call = { method, path: pathname };
	return method === 'GET' ? { ...call, query } : { ...call, body: withoutKey(body) };
}

describe.each(operations)('$resource > $operation', ({ resource, operation, properties }) => {
	const name = `${resource}.${operation}`;

	it('leaves as the example of its contract says', async () => {
		expect(await sent(formOf(name))).toEqual(examples[name].request);
	});

	it('sends no field that nobody filled in', async () => {
		const required = properties.filter((property) => property.required);
		const names = ['resource', 'operation', ...required.map((property) => property.name)];
		const filledIn = Object.entries(formOf(name)).filter(([field]) => names.includes(field));
		const request = await sent(Object.fromEntries(filledIn));
		expect(names).toEqual(
			expect.arrayContaining(Object.keys('body' in request ? request.body : {})),
		);
	});
});

describe('ClientPoint > Update', () => {
	const update = (more: object = {}, options: object = {}) =>
		runNode(sandbox, {
			parameters: { operation: 'update', clientpoint_id: ID, ...REQUIRED, ...more } as never,
			...options,
		});

	it.each([['pending'], ['archive'], ['eBrochure'], ['lost'], ['trash'], ['won']])(
		'sends status %s exactly so',
		async (status) => {
			const { error } = await update({ updateFields: { status, auto_process: true } });
			expect(error).toBeUndefined();
			const [{ method, path, body }] = sandbox.received;
			expect([method, path]).toEqual(['PUT', `/v4/clientpoint/update/${ID}`]);
			expect(body).toEqual({ ...REQUIRED, status, auto_process: true, api_key: SANDBOX_KEY });
			expect(sandbox.created[0].body.status).toBe(status);
		},
	);

	it.each([['Won'], ['open']])('refuses status %s', async (status) => {
		const { error } = await update({ updateFields: { status: `={{ "${status}" }}` } });
		expect(error?.message).toContain('Status must be one of archive, eBrochure');
	});

	it.each([['1/../2'], ['1?x=1'], ['1#x'], ['a b'], ['%2e'], ['..'], [''], [null]])(
		'lets no ID such as %j into the path',
		async (id) => {
			const { error } = await update({ clientpoint_id: '={{ $json.id }}' }, { items: [{ id }] });
			expect(error?.message).toMatch(/^ClientPoint ID (must be an ID|is required)/);
			expect(sandbox.received).toHaveLength(0);
		},
	);

	it('is not repeated by Retry On Fail when its outcome is not known', async () => {
		sandbox.answer(() => ({ drop: 'after', creates: true }));
		const { error } = await update({}, { settings: retry });
		expect(sandbox.received).toHaveLength(1);
		expect(error?.message).toContain('Whether it was carried out is not known');
	});
});

describe('Recipient > Create or Update', () => {
	const upsert = (more: object, options: object = {}) =>
		runNode(sandbox, {
			parameters: {
				resource: 'recipient',
				operation: 'upsert',
				clientpoint_id: String(ID),
				...more,
			} as never,
			...options,
		});

	it('sends one recipient, further keys included', async () => {
		const { error } = await upsert({
			recipient: { email: ' joe@example.com ', zip: 2101, furtherFields: '={{ ({ fax: "1" }) }}' },
			additionalFields: { send_recipient_mail: true },
		});
		expect(error).toBeUndefined();
		const [{ method, path, body }] = sandbox.received;
		expect([method, path]).toEqual(['POST', '/v4/recipient/add']);
		expect(body).toEqual({
			clientpoint_id: ID,
			recipient: { fax: '1', email: 'joe@example.com', zip: '2101' },
			send_recipient_mail: true,
			api_key: SANDBOX_KEY,
		});
	});

	it.each([
		[{ recipient: {} }, 'Recipient is required'],
		[{ recipient: { email: 'joe' } }, 'Email must be a valid e-mail address, not "joe"'],
		[
			{ recipient: { email: 'a@b.co' }, clientpoint_id: 'abc' },
			'ClientPoint ID must be an ID such as 1234567 (a positive whole number), not "abc"',
		],
	])('refuses %j', async (more, message) => {
		const { error } = await upsert(more);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(sandbox.received).toHaveLength(0);
	});
});

describe('ClientPoint > Get Link', () => {
	const getLink = (options: object = {}, more: object = {}) =>
		runNode(sandbox, {
			parameters: { operation: 'getLink', clientpoint_id: ID, ...more } as never,
			...options,
		});

	it('asks with the key in the query, and puts out the reply', async () => {
		const { done } = await getLink();
		const [{ method, path, text }] = sandbox.received;
		expect([method, path, text]).toEqual([
			'GET',
			`/v4/clientpoint/get-link/${ID}?type=view&api_key=${SANDBOX_KEY}`,
			'',
		]);
		expect(done[0].json.data).toMatchObject({
			clientpoint_url: `https://sandbox.example/view/${ID}`,
		});
	});

	it("asks the account's own domain, under the rules of the base URL", async () => {
		const account = await startSandbox();
		await getLink({ credentials: { accountUrl: `${account.url}/` } });
		expect([sandbox.received.length, account.received.length]).toEqual([0, 1]);
		await account.close();
		const { error } = await getLink({ credentials: { accountUrl: 'http://login.example' } });
		expect(error?.message).toContain('Account URL must begin with https://');
	});

	it('is repeated by Retry On Fail, because it changes nothing', async () => {
		sandbox.answer((number) => (number < 2 ? { drop: 'before' } : undefined));
		const { done } = await getLink({ settings: retry });
		expect(sandbox.received).toHaveLength(3);
		expect(done).toHaveLength(1);
	});

	it.each<[string, object]>([
		['a lost connection', { drop: 'before' }],
		['an echo of the URL', { echo: true }],
		[
			'a web page that holds the URL',
			{ status: 404, body: `<a href="/x?api_key=${SANDBOX_KEY}">` },
		],
	])('shows the key nowhere after %s', async (_, fault) => {
		sandbox.answer(() => fault);
		const { run, log } = await getLink();
		expect(sandbox.received[0].path).toContain(SANDBOX_KEY);
		expect([JSON.stringify(run), ...log].join()).not.toContain(SANDBOX_KEY);
	});

	it('shows the call in a preview', async () => {
		const { done } = await getLink({}, { options: { previewOnly: true } });
		expect(sandbox.received).toHaveLength(0);
		expect(done[0].json).toEqual({
			method: 'GET',
			path: `/v4/clientpoint/get-link/${ID}`,
			query: { type: 'view' },
		});
	});
});
