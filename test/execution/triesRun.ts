/* eslint-disable @n8n/community-nodes/require-node-api-error -- runs on the developer's machine, never inside n8n */
/** A node whose items, options and credential differ from try to try. */
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { SANDBOX_KEY, type Sandbox } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { REQUIRED, runNode, type NodeRun } from '../support/clientPoint';
import { companies, countFor } from '../support/companies';
import { insideExecute, type Inside } from '../support/insideExecute';
import { outcomesOf, toldOf } from '../support/report';

export const FORMS = ['fine', 'throws', 'invalid', 'unfit option', 'preview'] as const;

/** What an item is like in one try: members of it that the parameters' expressions look at. */
export interface State {
	form: (typeof FORMS)[number];
	resend: boolean;
}

export interface Try {
	hasKey: boolean;
	states: State[];
}

/** What a try told of each item, and how far the server was then. */
export interface TryRun extends Try {
	told: Ending[];
	/** By item: the whole of what was told. */
	words: Array<Record<string, unknown>>;
	error: NodeRun['error'];
	sentBefore: number;
	sentAfter: number;
	/** By item. */
	created: number[];
}

const parameters = {
	...REQUIRED,
	name: '={{ $json.company }}',
	revenue:
		'={{ $json.form === "throws" ? $("No such node").first().json.x : $json.form === "invalid" ? "much" : 500.5 }}',
};
const options = {
	previewOnly: '={{ $json.form === "unfit option" ? "many" : $json.form === "preview" }}',
	resendUnknown: '={{ $json.resend }}',
	timeout: 5,
};

const withoutItem = (told: object): Record<string, unknown> =>
	Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'item'));

export function tryRuns(sandbox: Sandbox, count: number) {
	const items = companies(count);

	/** The requests for an item, of those that the server got from one to another. */
	const requestsFor = (item: number, from = 0, to = Infinity) =>
		countFor(item, sandbox.received.slice(from, to));
	const timesCreated = (item: number) => countFor(item, sandbox.created);

	/** What the node put out or threw. */
	function toldBy(output: INodeExecutionData[], error: NodeRun['error']) {
		const told = toldOf({ done: output, failed: [], error }, count).map((kinds, item) => {
			expect([item, kinds.length]).toEqual([item, 1]);
			// The request that would be sent, in place of a reply.
			return output[item]?.json.method === 'POST' ? 'previewed' : kinds[0];
		});
		const words = error
			? outcomesOf(error).map(withoutItem)
			: output.map(({ json }) =>
					json.details
						? { ...Object(json.details), message: json.error }
						: { outcome: 'done', json },
				);
		return { told, words };
	}

	/** Runs the node, each try as the plan has it. The engine's own tries, seen from inside. */
	async function run(tries: Try[], maxConcurrency: number, settings: Partial<INode>) {
		const runs: TryRun[] = [];
		const oneTry: Inside = async (context, execute) => {
			const plan = tries[runs.length];
			context.getInputData().forEach(({ json }, item) => Object.assign(json, plan.states[item]));
			const getCredentials = async () => ({
				apiKey: plan.hasKey ? SANDBOX_KEY : ' ',
				baseUrl: sandbox.url,
			});
			const withCredentials = Object.create(context, {
				getCredentials: { value: getCredentials },
			});
			const sentBefore = sandbox.received.length;
			const note = (output: INodeExecutionData[], error?: NodeRun['error']) =>
				runs.push({
					...plan,
					...toldBy(output, error),
					error,
					sentBefore,
					sentAfter: sandbox.received.length,
					created: [...items.keys()].map(timesCreated),
				});
			try {
				const output = await execute(withCredentials);
				note(Array.isArray(output) ? output[0] : []);
				return output;
			} catch (error) {
				note([], Object(error));
				throw error;
			}
		};
		const result = await insideExecute(oneTry, () =>
			runNode(sandbox, {
				parameters: { ...parameters, options: { ...options, maxConcurrency } },
				items,
				settings: { retryOnFail: true, waitBetweenTries: 1, ...settings },
			}),
		);
		return { runs, result };
	}

	return { run, requestsFor, timesCreated };
}
