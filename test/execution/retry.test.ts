/** Retry On Fail runs the whole node again; nothing that was created is created again. */
import type { INode } from 'n8n-workflow';
import { SANDBOX_KEY, type Fault } from '../../dev/sandbox/server';
import { builtPackage, REQUIRED, RETRY, runNode } from '../support/clientPoint';
import { outputOf, runWorkflow } from '../../dev/engine/engine';
import { clientPoint, node, workflow } from '../../dev/workflow';
import { outcomesOf, toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';
import { runTries, type State } from './triesRun';

const sandbox = useSandbox();

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const items = ['A', 'B', 'C'].map((company) => ({ company }));
const createdNames = () => sandbox.created.map(({ body }) => body.name).sort();
const requestsFor = (company: string) =>
	sandbox.received.filter(({ body }) => body.name === company).length;

// What becomes of other answers, under each way of handling errors, is in `tries.test.ts`.
it('sends again what was refused and nothing else, and puts out the first reply of each', async () => {
	sandbox.answer((_, { body }) =>
		body.name === 'A' && requestsFor('A') === 1 ? { status: 422, body: {} } : undefined,
	);
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

it('of a later try that the check stops, tells what the first one did', async () => {
	const answers = [{ status: 500, body: {} }, undefined, { status: 422, body: {} }];
	sandbox.answer((_, { body }) => answers[Number(body.name)]);
	const tries: State[][] = [
		[{}, {}, {}],
		[{}, {}, { form: 'invalid' }],
	];
	const { error } = await runTries(sandbox, tries, {}, 3);
	expect(sandbox.received).toHaveLength(3);
	expect(error).toMatchObject({
		message:
			'Item 2: Revenue must be a number such as 1200.50, without currency sign or thousands separator, not "much"',
		description:
			'Nothing was sent in this try: all items are checked before the first request.' +
			'<br>Created: 1 → 1001.' +
			'<br>Perhaps created: item 0. Look in ClientPoint before you send that again.' +
			'<br>To go on, run only item 2. Next time, the error output or Options &#62; Never Send Twice sorts this out for you.',
	});
});

it('what is unknown stays so until a try ends done, with what each try was told, once', async () => {
	const slow: Fault = {
		...{ status: 429, body: { message: 'Slow down' } },
		headers: { 'retry-after': '7200' },
	};
	const answers: Fault[] = [
		{ drop: 'after', creates: true },
		{ status: 422, body: { message: 'Exists already' } },
		...[slow, slow],
	];
	sandbox.answer((number) => answers[number]);
	const tries = (count: number): State[][] => Array(count).fill([{ resend: true }]);
	const { error } = await runTries(sandbox, tries(4));
	expect(outcomesOf(error)).toMatchObject([
		{
			outcome: 'unknown',
			message: 'ClientPoint did not reply: socket hang up (ECONNRESET)',
			description:
				'The ClientPoint may have been created. Search ClientPoint for "0" before you run this again, or there may be two.' +
				' A later try ended so: ClientPoint answered 422: Exists already.' +
				' A later try ended so: ClientPoint answered 429: Slow down.',
		},
	]);
	sandbox.received.length = 0;
	expect((await runTries(sandbox, tries(5))).done).toHaveLength(1);
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
});
