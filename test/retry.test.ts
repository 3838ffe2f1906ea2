/** Retry On Fail runs the whole node again; nothing that was created is created again. */
import type { INode } from 'n8n-workflow';
import { SANDBOX_KEY, startSandbox, type Sandbox } from '../sandbox/server';
import { builtPackage, REQUIRED, runNode } from './support/clientPoint';
import { outputOf, runWorkflow } from './support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const items = ['A', 'B', 'C'].map((company) => ({ company }));
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const createdNames = () => sandbox.created.map(({ body }) => body.name).sort();
const requestsFor = (company: string) =>
	sandbox.received.filter(({ body }) => body.name === company).length;

/** The first request for one company is answered badly, the later ones well. */
const failOnce = (company: string, fault: object) =>
	sandbox.answer((_, { body }) =>
		body.name === company && requestsFor(company) === 1 ? fault : undefined,
	);

describe.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const)(
	'%s',
	(onError) => {
		const run = (more: object = {}) =>
			runNode(sandbox, { parameters, items, settings: { onError, ...retry }, ...more });

		it.each([
			['refused', { status: 422, body: { message: 'Busy' } }],
			['told as a failure in HTTP 200', { body: { success: false } }],
		])('sends again what was %s, and nothing else', async (_, fault) => {
			// The first item: under Continue, n8n looks at that one alone to decide on a retry.
			failOnce('A', fault);
			const { done, error } = await run();
			expect(error).toBeUndefined();
			expect(createdNames()).toEqual(['A', 'B', 'C']);
			expect(requestsFor('A')).toBe(2);
			expect([requestsFor('B'), requestsFor('C')]).toEqual([1, 1]);
			expect(done).toHaveLength(3);
		});

		it('returns the first reply of what was created', async () => {
			failOnce('A', { status: 422, body: {} });
			const { done } = await run({ parameters: { ...parameters, options: { concurrency: 3 } } });
			const ids = new Map(sandbox.created.map(({ id, body }) => [body.name, id]));
			expect(done.map(({ json }) => Object(json.data).clientpoint_id)).toEqual(
				['A', 'B', 'C'].map((name) => ids.get(name)),
			);
			expect(done.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		});

		it('does not send again what may exist, and says the same words again', async () => {
			failOnce('A', { drop: 'after', creates: true });
			const { done, failed, error } = await run();
			expect(requestsFor('A')).toBe(1);
			expect(createdNames().filter((name) => name === 'A')).toEqual(['A']);
			const shown =
				error?.message ?? [...failed, ...done].find(({ json }) => json.error)?.json.error;
			expect(shown).toBe(
				'ClientPoint did not answer: the connection was lost. Whether it was carried out is not known [item 0]',
			);
		});

		it('sends it again when the user switched that on', async () => {
			failOnce('A', { drop: 'before' });
			const { done } = await run({
				parameters: { ...parameters, options: { resendUnknown: true } },
			});
			expect(requestsFor('A')).toBe(2);
			expect(createdNames()).toEqual(['A', 'B', 'C']);
			expect(done).toHaveLength(3);
		});
	},
);

it('creates nothing twice when a success looks like an error to n8n', async () => {
	sandbox.answer(() => ({ body: { id: 1, error: '' }, creates: true }));
	const { done } = await runNode(sandbox, { parameters, items, settings: retry });
	expect(createdNames()).toEqual(['A', 'B', 'C']);
	expect(done).toHaveLength(3);
});

it('gives up after the last try with what became of every item', async () => {
	sandbox.answer((_, { body }) => (body.name === 'B' ? { status: 500, body: {} } : undefined));
	const { error } = await runNode(sandbox, {
		parameters: { ...parameters, options: { concurrency: 1 } },
		items,
		settings: retry,
	});
	expect(sandbox.received).toHaveLength(2);
	expect(error?.description).toContain('Done: item 0. Not known: item 1. Not sent: item 2.');
});

it('names the failure that stops the next try, not an item that it did not come to', async () => {
	sandbox.answer((_, { body }) =>
		body.name === 'A'
			? { status: 422, body: {}, delay: 20 }
			: body.name === 'C'
				? { status: 500, body: {} }
				: undefined,
	);
	const { error } = await runNode(sandbox, { parameters, items, settings: retry });
	expect(error?.message).toBe('ClientPoint answered 500 without saying why [item 2]');
	expect(error?.description).toContain('Done: item 1. Not known: item 2. Not sent: item 0.');
});

describe('what the user means to be sent is sent', () => {
	const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const clientPoint = (name: string) =>
		node(name, 'n8n-nodes-clientpoint.clientPoint', {
			parameters: { resource: 'clientPoint', operation: 'create', ...parameters },
			credentials: { clientPointApi: { id: '1', name: 'ClientPoint account' } },
			...retry,
		});
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	const start = async (nodes: INode[], connections: object) =>
		await runWorkflow(await builtPackage(), {
			workflow: {
				nodes: [node('Trigger', 'n8n-nodes-base.manualTrigger'), ...nodes],
				connections: connections as never,
			},
			triggerItems: { Trigger: items.map((json) => ({ json })) },
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});

	it('in each iteration of a loop', async () => {
		const run = await start([node('Loop', 'test.loop'), clientPoint('ClientPoint')], {
			Trigger: { main: [to('Loop')] },
			Loop: { main: [[], to('ClientPoint')] },
			ClientPoint: { main: [to('Loop')] },
		});
		expect(run.status).toBe('success');
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('by two nodes fed with the same items', async () => {
		await start([clientPoint('One'), clientPoint('Two')], {
			Trigger: { main: [[...to('One'), ...to('Two')]] },
		});
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('by the editor\'s "Execute step", which is a new execution', async () => {
		const { run } = await runNode(sandbox, { parameters, items });
		const second = await runNode(sandbox, {
			parameters,
			items,
			again: { destination: 'ClientPoint', after: run },
		});
		expect(second.run.status).toBe('success');
		expect(outputOf(second.run, 'ClientPoint')?.[0]).toHaveLength(3);
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('once with Execute Once, retried or not', async () => {
		failOnce('A', { status: 422, body: {} });
		const { done } = await runNode(sandbox, {
			parameters,
			items,
			settings: { executeOnce: true, ...retry },
		});
		expect(createdNames()).toEqual(['A']);
		expect(done).toHaveLength(1);
	});
});
