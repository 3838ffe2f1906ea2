/** Retry On Fail runs the whole node again; nothing that was created is created again. */
import type { INode } from 'n8n-workflow';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { builtPackage, REQUIRED, RETRY, runNode } from '../support/clientPoint';
import { outputOf, runWorkflow } from '../../dev/engine/engine';
import { clientPoint, node, workflow } from '../../dev/workflow';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const items = ['A', 'B', 'C'].map((company) => ({ company }));
const createdNames = () => sandbox.created.map(({ body }) => body.name).sort();
const requestsFor = (company: string) =>
	sandbox.received.filter(({ body }) => body.name === company).length;

/** The first request for A is answered badly, the later ones well. */
const failOnce = (fault: object) =>
	sandbox.answer((_, { body }) =>
		body.name === 'A' && requestsFor('A') === 1 ? fault : undefined,
	);

// What becomes of other answers, under each way of handling errors, is in `tries.test.ts`.
it('sends again what was refused and nothing else, and puts out the first reply of each', async () => {
	failOnce({ status: 422, body: { message: 'Busy' } });
	const { done } = await runNode(sandbox, { parameters, items, settings: RETRY });
	expect(items.map(({ company }) => requestsFor(company))).toEqual([2, 1, 1]);
	const ids = new Map(sandbox.created.map(({ id, body }) => [body.name, id]));
	expect(
		done.map(({ json, pairedItem }) => [Object(json.data).clientpoint_id, pairedItem]),
	).toEqual(items.map(({ company }, item) => [ids.get(company), { item }]));
});

it('creates nothing twice when a success looks like an error to n8n', async () => {
	sandbox.answer(() => ({ body: { id: 1, error: '' }, creates: true }));
	const { done } = await runNode(sandbox, { parameters, items, settings: RETRY });
	expect(createdNames()).toEqual(['A', 'B', 'C']);
	expect(done).toHaveLength(3);
});

it('names the failure that stops the next try, not an item that it did not come to', async () => {
	sandbox.answer((_, { body }) =>
		body.name === 'A'
			? { status: 422, body: {}, delay: 20 }
			: body.name === 'C'
				? { status: 500, body: {} }
				: undefined,
	);
	const { error } = await runNode(sandbox, { parameters, items, settings: RETRY });
	expect(error?.message).toBe('Item 2 (C): ClientPoint answered 500');
	expect(toldOf({ done: [], failed: [], error }, 3)).toEqual([['refused'], ['done'], ['unknown']]);
});

describe('what the user means to be sent is sent', () => {
	const retried = (name: string) => clientPoint(name, { ...RETRY, parameters });
	const start = async (nodes: INode[], outputs: Record<string, string[][]>) =>
		await runWorkflow(await builtPackage(), {
			workflow: workflow('retried', [node('Trigger', 'manualTrigger'), ...nodes], outputs),
			triggerItems: { Trigger: items.map((json) => ({ json })) },
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});

	it('in each iteration of a loop', async () => {
		const run = await start([node('Loop', 'test.loop'), retried('ClientPoint')], {
			Trigger: [['Loop']],
			Loop: [[], ['ClientPoint']],
			ClientPoint: [['Loop']],
		});
		expect(run.status).toBe('success');
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('by two nodes fed with the same items', async () => {
		await start([retried('One'), retried('Two')], { Trigger: [['One', 'Two']] });
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('by the editor\'s "Execute step", which is a new execution', async () => {
		const { run } = await runNode(sandbox, { parameters, items });
		const second = await runNode(sandbox, {
			parameters,
			items,
			again: { destination: 'ClientPoint', after: run },
		});
		expect(outputOf(second.run, 'ClientPoint')?.[0]).toHaveLength(3);
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('once with Execute Once, retried or not', async () => {
		failOnce({ status: 422, body: {} });
		const settings = { executeOnce: true, ...RETRY };
		const { done } = await runNode(sandbox, { parameters, items, settings });
		expect(createdNames()).toEqual(['A']);
		expect(done).toHaveLength(1);
	});
});
