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
const linkedTo = (...items: number[]) => items.map((item) => ({ item }));

describe('many items', () => {
	it('are put out in order, each linked to its input, when answers come in another order', async () => {
		sandbox.answer((number) => ({ delay: (5 - number) * 20, creates: true }));
		const items = ['A', 'B', 'C', 'D', 'E'].map((company) => lead(company));
		const { done, run } = await runNode(sandbox, { parameters, items });
		const nameOf = new Map(sandbox.created.map(({ id, body }) => [id, body.name]));
		expect(done.map(({ json }) => nameOf.get(Object(json.data).clientpoint_id))).toEqual(
			items.map(({ company }) => company),
		);
		expect(links(done)).toEqual(linkedTo(0, 1, 2, 3, 4));
		// So a later expression can follow them back.
		expect(links(outputOf(run, 'Done')?.[0] ?? [])).toEqual(linkedTo(0, 1, 2, 3, 4));
	});

	it('of no item send nothing', async () => {
		const { done, error } = await runNode(sandbox, { parameters, items: [] });
		expect([done, error, sandbox.received]).toEqual([[], undefined, []]);
	});
});

describe.each(['continueErrorOutput', 'continueRegularOutput'] as const)('%s', (onError) => {
	it('sends the good items and reports each bad one, linked', async () => {
		sandbox.answer((_, { body }) =>
			body.name === 'C' ? { status: 422, body: { message: 'Unknown division' } } : undefined,
		);
		const { done, failed, error } = await runNode(sandbox, {
			// The last one's expression fails.
			parameters: { ...parameters, name: '={{ $json.company.trim() }}' },
			items: [lead('A'), lead('B', 'many'), lead('C'), lead('D'), { budget: 1 }],
			settings: { onError },
		});
		expect(error).toBeUndefined();
		const sent = sentBodies(sandbox).map(({ name }) => name);
		expect(sent.sort()).toEqual(['A', 'C', 'D']);
		const bad = onError === 'continueErrorOutput' ? failed : done.filter(({ json }) => json.error);
		expect(links(bad)).toEqual(linkedTo(1, 2, 4));
		expect(bad.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^Revenue must be a number /),
			'ClientPoint answered 422: Unknown division',
			expect.any(String),
		]);
		expect(bad.map(({ json }) => json.details)).toMatchObject([
			{ outcome: 'refused' },
			{ outcome: 'refused', httpCode: '422' },
			{ outcome: 'refused' },
		]);
		expect(links(done.filter(({ json }) => !json.error))).toEqual(linkedTo(0, 3));
	});
});

it('puts failures beside their input on the error output, its binary data too', async () => {
	const binary = { file: { data: 'JVBERi0=', mimeType: 'application/pdf', fileName: 'offer.pdf' } };
	let put: INodeExecutionData[] = [];
	const { failed } = await insideExecute(
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
			details: { outcome: 'refused', description: 'Nothing was sent for this item.' },
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
