/** How the engine sees a run: order, item links, both outputs, and where it stops. */
import { startSandbox, type Sandbox } from '../sandbox/server';
import { REQUIRED, runNode, sentBodies } from './support/clientPoint';
import { outputOf } from './support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const parameters = { ...REQUIRED, name: '={{ $json.company }}', revenue: '={{ $json.budget }}' };
const lead = (company: string, budget: unknown = 1) => ({ company, budget: budget as never });
const links = (items: Array<{ pairedItem?: unknown }>) => items.map(({ pairedItem }) => pairedItem);

describe('many items', () => {
	it('are sent and put out in order, each linked to its input', async () => {
		const items = ['A', 'B', 'C', 'D'].map((company) => lead(company));
		const { done } = await runNode(sandbox, {
			parameters: { ...parameters, options: { concurrency: 1 } },
			items,
		});
		expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
		expect(done.map(({ json }) => json.data)).toEqual(
			[1001, 1002, 1003, 1004].map((id) => ({
				clientpoint_id: id,
				clientpoint_url: `https://sandbox.example/view/${id}`,
			})),
		);
		expect(links(done)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
	});

	it('can be followed back by a later expression', async () => {
		const { run } = await runNode(sandbox, { parameters, items: [lead('A'), lead('B')] });
		const followed = outputOf(run, 'Done')?.[0];
		expect(links(followed ?? [])).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('of no item send nothing', async () => {
		const { done, error } = await runNode(sandbox, { parameters, items: [] });
		expect({ done, error, sent: sandbox.received }).toEqual({
			done: [],
			error: undefined,
			sent: [],
		});
	});
});

describe('stop on error', () => {
	it('sends nothing when any item is refused here, and names them all', async () => {
		const items = [lead('A'), lead('B', 'many'), lead('C'), lead('')];
		const { error, run } = await runNode(sandbox, { parameters, items });
		expect(sandbox.received).toHaveLength(0);
		expect(run.status).toBe('error');
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringMatching(/^Revenue must be a number .*"many" \[item 1\]$/),
			description:
				'Nothing was sent: all items are checked before the first request. | Name is required [item 3]',
			context: { itemIndex: 1 },
		});
	});

	it('stops at the first failure and says what was done, what not, and what was not sent', async () => {
		sandbox.answer((number) =>
			number === 2 ? { status: 422, body: { message: 'Unknown division' } } : undefined,
		);
		const items = ['A', 'B', 'C', 'D', 'E'].map((company) => lead(company));
		const { error, done } = await runNode(sandbox, {
			parameters: { ...parameters, options: { concurrency: 1 } },
			items,
		});
		expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
		expect(done).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '422',
			message: 'ClientPoint answered 422: Unknown division [item 2]',
			context: { itemIndex: 2 },
		});
		expect(error?.description).toBe(
			'Nothing was done for this item. Correct what ClientPoint names, then run it again. ' +
				'Done: 2 items, 0-1. Not done: item 2. Not sent: 2 items, 3-4. ' +
				'Item 0: clientpoint_id 1001, clientpoint_url https://sandbox.example/view/1001. ' +
				'Item 1: clientpoint_id 1002, clientpoint_url https://sandbox.example/view/1002.',
		);
	});

	it('keeps the replies of all items that were done, however many', async () => {
		sandbox.answer((number) => (number === 30 ? { status: 422, body: {} } : undefined));
		const items = Array.from({ length: 40 }, (_, number) => lead(`Company ${number}`));
		const { error } = await runNode(sandbox, {
			parameters: { ...parameters, options: { concurrency: 1 } },
			items,
		});
		expect(error?.description).toContain('Done: 30 items, 0-29. Not done: item 30.');
		expect(error?.description).toContain('The error data has the replies of all 30.');
		expect(error?.context?.data).toEqual({
			done: sandbox.created.map(({ id }, item) => ({
				item,
				json: {
					success: true,
					data: { clientpoint_id: id, clientpoint_url: `https://sandbox.example/view/${id}` },
				},
			})),
		});
	});

	it('keeps its own words where n8n would rewrite them, as for a client called EPERM', async () => {
		sandbox.answer(() => ({ status: 400, body: { message: 'EPERM Ltd is taken' } }));
		const { error } = await runNode(sandbox);
		expect(error?.message).toBe('ClientPoint answered 400: EPERM Ltd is taken [item 0]');
	});
});

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)('%s', (onError) => {
	const items = [lead('A'), lead('B', 'many'), lead('C'), lead('D')];
	const run = async () => {
		sandbox.answer((_, { body }) =>
			body.name === 'C' ? { status: 422, body: { message: 'Unknown division' } } : undefined,
		);
		return await runNode(sandbox, { parameters, items, settings: { onError } });
	};

	it('sends the good items and reports each bad one, linked', async () => {
		const { done, failed, error } = await run();
		expect(error).toBeUndefined();
		expect(
			sentBodies(sandbox)
				.map(({ name }) => name)
				.sort(),
		).toEqual(['A', 'C', 'D']);
		const bad = onError === 'continueErrorOutput' ? failed : done.filter(({ json }) => json.error);
		expect(links(bad)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(bad.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^Revenue must be a number .* \[item 1\]$/),
			'ClientPoint answered 422: Unknown division [item 2]',
		]);
		expect(bad.map(({ json }) => json.details)).toMatchObject([
			{ outcome: 'refused' },
			{ outcome: 'refused', httpCode: '422' },
		]);
		expect(links(done.filter(({ json }) => !json.error))).toEqual([{ item: 0 }, { item: 3 }]);
	});

	it('reports a credential that cannot be used as a failure of every item', async () => {
		const { done, failed } = await runNode(sandbox, {
			parameters,
			items,
			settings: { onError },
			credentials: { baseUrl: 'http://api.clientpoint.net' },
		});
		expect(sandbox.received).toHaveLength(0);
		const all = [...done, ...failed];
		expect(all).toHaveLength(items.length);
		for (const { json } of all)
			expect(json.error).toContain('API Base URL must begin with https://');
	});
});

it('puts failures beside their input on the error output', async () => {
	const { failed } = await runNode(sandbox, {
		parameters,
		items: [lead('B', 'many')],
		settings: { onError: 'continueErrorOutput' },
	});
	expect(failed[0].json).toMatchObject({
		company: 'B',
		budget: 'many',
		details: { outcome: 'refused' },
	});
});

it("as an agent's tool answers with what went wrong instead of stopping the agent", async () => {
	const { done, error } = await runNode(sandbox, {
		parameters,
		items: [lead('B', 'many')],
		settings: { type: 'n8n-nodes-clientpoint.clientPointTool' },
	});
	expect(error).toBeUndefined();
	expect(done.map(({ json }) => json)).toEqual([
		{
			error: expect.stringMatching(/^Revenue must be a number .*"many" \[item 0\]$/),
			details: { outcome: 'refused', description: expect.any(String) },
		},
	]);
});

it('reports an expression that fails as a failure of its item', async () => {
	const { done, failed } = await runNode(sandbox, {
		parameters: { ...parameters, name: '={{ $json.company.toUpperCase() }}' },
		items: [lead('a'), { budget: 1 }],
		settings: { onError: 'continueErrorOutput' },
	});
	expect([done.length, failed.length]).toEqual([1, 1]);
	expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['A']);
});
