/** How the engine sees a run: order, item links, both outputs, and where it stops. */
import type { INodeExecutionData } from 'n8n-workflow';
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { outputOf } from '../../dev/engine/engine';
import { insideExecute } from '../support/insideExecute';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const parameters = { ...REQUIRED, name: '={{ $json.company }}', revenue: '={{ $json.budget }}' };
const lead = (company: string, budget: unknown = 1) => ({ company, budget });
const links = (items: Array<{ pairedItem?: unknown }>) => items.map(({ pairedItem }) => pairedItem);

describe('many items', () => {
	it('are sent and put out in order, each linked to its input', async () => {
		const items = ['A', 'B', 'C', 'D'].map((company) => lead(company));
		const { done } = await runNode(sandbox, {
			parameters: { ...parameters, options: { maxConcurrency: 1 } },
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
			message: '2 of 4 items need a correction; nothing was sent',
			description:
				'Nothing was sent: all items are checked before the first request.' +
				'<ul><li>Revenue must be a number such as 1200.50, without currency sign or thousands separator, not &#34;many&#34; – item 1</li>' +
				'<li>Name is required – item 3</li></ul>',
		});
	});

	it('stops at the first failure and says what was done, what not, and what was not sent', async () => {
		sandbox.answer((number) =>
			number === 2 ? { status: 422, body: { message: 'Unknown division' } } : undefined,
		);
		const items = ['A', 'B', 'C', 'D', 'E'].map((company) => lead(company));
		const { error, done } = await runNode(sandbox, {
			parameters: { ...parameters, options: { maxConcurrency: 1 } },
			items,
		});
		expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
		expect(done).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '422',
			message: 'Item 2 (C): ClientPoint answered 422: Unknown division',
		});
		expect(error?.description).toBe(
			'Nothing was done for this item. Correct what ClientPoint names, then run it again.<br>' +
				'Created: A → 1001, B → 1002.<br>Not sent: items 3–4.<br>' +
				'To go on, run only what is not done. Next time, use the error output or Options &#62; Never Send Twice, and you need not sort it out.',
		);
	});

	it('keeps the replies of all items that were done, however many', async () => {
		sandbox.answer((number) => (number === 30 ? { status: 422, body: {} } : undefined));
		const items = Array.from({ length: 40 }, (_, number) => lead(`Company ${number}`));
		const { error } = await runNode(sandbox, {
			parameters: { ...parameters, options: { maxConcurrency: 1 } },
			items,
		});
		expect(error?.context?.data).toMatchObject({
			report: expect.stringMatching(/^Item 30 \(Company 30\): ClientPoint answered 422/),
			outcomes: [
				...sandbox.created.map(({ id }, item) => ({
					...{ item, outcome: 'done', about: `Company ${item}` },
					json: { data: { clientpoint_id: id } },
				})),
				{ item: 30, outcome: 'refused', message: 'ClientPoint answered 422' },
				...Array.from({ length: 9 }, (_, index) => ({ item: 31 + index, outcome: 'not sent' })),
			],
		});
	});

	it('keeps its own words where n8n would rewrite them, as for a client called EPERM', async () => {
		sandbox.answer(() => ({ status: 400, body: { message: 'EPERM Ltd is taken' } }));
		const { error } = await runNode(sandbox);
		expect(error?.message).toBe('ClientPoint answered 400: EPERM Ltd is taken');
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
			expect.stringMatching(/^Revenue must be a number /),
			'ClientPoint answered 422: Unknown division',
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
			items: items.map(({ company }) => lead(company)),
			settings: { onError },
			credentials: { baseUrl: 'http://api.clientpoint.net' },
		});
		expect(sandbox.received).toHaveLength(0);
		const all = [...done, ...failed];
		expect(all).toHaveLength(items.length);
		for (const { json } of all)
			expect(json.error).toContain('Credential: API Base URL must begin with https://');
	});
});

it('puts binary data of a failed item on the error output', async () => {
	const binary = { file: { data: 'JVBERi0=', mimeType: 'application/pdf', fileName: 'offer.pdf' } };
	let put: INodeExecutionData[] = [];
	await insideExecute(
		async (context, execute) => {
			for (const item of context.getInputData()) item.binary = binary;
			const output = await execute(context);
			// n8n takes the items out of the list that it is given.
			put = Array.isArray(output) ? [...output[0]] : [];
			return output;
		},
		() =>
			runNode(sandbox, {
				parameters,
				items: [lead('B', 'many')],
				settings: { onError: 'continueErrorOutput' },
			}),
	);
	expect(put.map((item) => item.binary)).toEqual([binary]);
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
			error: expect.stringMatching(/^Revenue must be a number .*"many"$/),
			details: { outcome: 'refused', description: expect.any(String) },
		},
	]);
});

it("as an agent's tool with Preview Only, sends nothing", async () => {
	const { done } = await runNode(sandbox, {
		parameters: { ...REQUIRED, options: { previewOnly: true } },
		settings: { type: 'n8n-nodes-clientpoint.clientPointTool' },
	});
	expect(sandbox.received).toEqual([]);
	expect(done.map(({ json }) => json)).toMatchObject([{ method: 'POST', body: REQUIRED }]);
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
