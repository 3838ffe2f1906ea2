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

/** The first request for one company is answered badly, the later ones well. */
const failOnce = (company: string, fault: object) =>
	sandbox.answer((_, { body }) =>
		body.name === company && requestsFor(company) === 1 ? fault : undefined,
	);

describe.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const)(
	'%s',
	(onError) => {
		const run = (more: object = {}) =>
			runNode(sandbox, { parameters, items, settings: { onError, ...RETRY }, ...more });

		it.each([['refused', { status: 422, body: { message: 'Busy' } }]])(
			'sends again what was %s, and nothing else',
			async (_, fault) => {
				// The first item: under Continue, n8n looks at that one alone to decide on a retry.
				failOnce('A', fault);
				const { done, error } = await run();
				expect(error).toBeUndefined();
				expect(createdNames()).toEqual(['A', 'B', 'C']);
				expect(requestsFor('A')).toBe(2);
				expect([requestsFor('B'), requestsFor('C')]).toEqual([1, 1]);
				expect(done).toHaveLength(3);
			},
		);

		it('returns the first reply of what was created', async () => {
			failOnce('A', { status: 422, body: {} });
			const { done } = await run({ parameters: { ...parameters, options: { maxConcurrency: 3 } } });
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
			expect(shown).toEqual(
				expect.stringContaining('ClientPoint did not reply: socket hang up (ECONNRESET)'),
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
	const { done } = await runNode(sandbox, { parameters, items, settings: RETRY });
	expect(createdNames()).toEqual(['A', 'B', 'C']);
	expect(done).toHaveLength(3);
});

it('gives up after the last try with what became of every item', async () => {
	sandbox.answer((_, { body }) => (body.name === 'B' ? { status: 500, body: {} } : undefined));
	const { error } = await runNode(sandbox, {
		parameters: { ...parameters, options: { maxConcurrency: 1 } },
		items,
		settings: RETRY,
	});
	expect(sandbox.received).toHaveLength(2);
	expect(toldOf({ done: [], failed: [], error }, 3)).toEqual([['done'], ['unknown'], ['not sent']]);
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
		expect(second.run.status).toBe('success');
		expect(outputOf(second.run, 'ClientPoint')?.[0]).toHaveLength(3);
		expect(createdNames()).toEqual(['A', 'A', 'B', 'B', 'C', 'C']);
	});

	it('once with Execute Once, retried or not', async () => {
		failOnce('A', { status: 422, body: {} });
		const { done } = await runNode(sandbox, {
			parameters,
			items,
			settings: { executeOnce: true, ...RETRY },
		});
		expect(createdNames()).toEqual(['A']);
		expect(done).toHaveLength(1);
	});
});

it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
	'%s: a preview in a later try does not hide what may have been created',
	async (onError) => {
		const later = Date.now() + 700;
		sandbox.answer((_, { body }) =>
			body.name === 'A' ? { drop: 'after', creates: true } : { status: 422, body: {}, delay: 1200 },
		);
		const options = {
			resendUnknown: true,
			previewOnly: `={{ Date.now() > ${later} }}`,
		};
		const { error, failed } = await runNode(sandbox, {
			parameters: { ...parameters, options },
			items: items.slice(0, 2),
			settings: { onError, ...RETRY },
		});
		expect(createdNames()).toEqual(['A']);
		expect(requestsFor('A')).toBe(1);
		expect(error?.message ?? failed[0].json.error).toEqual(
			expect.stringContaining('ClientPoint did not reply: socket hang up (ECONNRESET)'),
		);
	},
);
