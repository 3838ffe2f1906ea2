/* eslint-disable @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** One ClientPoint node in a workflow of its own, run by n8n's engine against the sandbox. */
import type { IDataObject, INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { SANDBOX_KEY, withoutKey, type Sandbox } from '../../sandbox/server';
import { loadPackage, outputOf, runWorkflow, type RunOptions, type WorkflowFile } from './engine';
import { ROOT } from './root';

export { exampleNames, readExample } from './examples';
export { ROOT };

/** The required fields, and nothing else. */
export const REQUIRED = {
	name: 'ABC Company',
	revenue: 500.5,
	assigned_to: 'rep@yourcompany.com',
} satisfies INodeParameters;

export interface NodeRun {
	run: IRun;
	/** Items of the success output. */
	done: INodeExecutionData[];
	/** Items of the error output. */
	failed: INodeExecutionData[];
	/** The error that stopped the execution. */
	error:
		| {
				message: string;
				description?: string;
				httpCode?: string;
				name: string;
				context?: { data?: unknown };
		  }
		| undefined;
	log: string[];
}

export interface NodeRunOptions {
	parameters?: INodeParameters;
	/** Each becomes one upstream item. */
	items?: IDataObject[];
	/** Node settings such as `onError`, `retryOnFail`. */
	settings?: Partial<INode>;
	workflowSettings?: WorkflowFile['settings'];
	credentials?: Record<string, string>;
	again?: RunOptions['again'];
	onStart?: RunOptions['onStart'];
}

let loading: ReturnType<typeof loadPackage> | undefined;

/** The built package of this checkout, loaded once a test file. */
export const builtPackage = () => (loading ??= loadPackage(ROOT));

/** Runs the node; `parameters` is its whole form but for resource and operation. */
export async function runNode(
	sandbox: Pick<Sandbox, 'url'>,
	{
		parameters = REQUIRED,
		items = [{}],
		settings = {},
		workflowSettings = {},
		credentials = {},
		again,
		onStart,
	}: NodeRunOptions = {},
): Promise<NodeRun> {
	const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	const log: string[] = [];
	const run = await runWorkflow(
		await builtPackage(),
		{
			workflow: {
				nodes: [
					node('Trigger', 'n8n-nodes-base.manualTrigger'),
					node('ClientPoint', 'n8n-nodes-clientpoint.clientPoint', {
						parameters: { resource: 'clientPoint', operation: 'create', ...parameters },
						credentials: { clientPointApi: { id: '1', name: 'ClientPoint account' } },
						...settings,
					}),
					node('Done', 'n8n-nodes-base.noOp'),
					node('Failed', 'n8n-nodes-base.noOp'),
				],
				connections: {
					Trigger: { main: [to('ClientPoint')] },
					ClientPoint: { main: [to('Done'), to('Failed')] },
				},
				settings: workflowSettings,
			},
			triggerItems: { Trigger: items.map((json) => ({ json })) },
			credentials: {
				clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url, ...credentials },
			},
			again,
			onStart,
		},
		(line) => log.push(line),
	);
	const [done, failed] = outputOf(run, 'ClientPoint') ?? [];
	const error = run.data.resultData.error as NodeRun['error'];
	return { run, done: done ?? [], failed: failed ?? [], error, log };
}

/** The bodies that reached the sandbox, without the key. */
export const sentBodies = ({ received }: Sandbox) => received.map(({ body }) => withoutKey(body));

/** Collects the rejections that nobody handles, until `stop` returns them. */
export function watchUnhandledRejections() {
	const reasons: unknown[] = [];
	const listen = (reason: unknown) => reasons.push(reason);
	process.on('unhandledRejection', listen);
	return {
		stop() {
			process.off('unhandledRejection', listen);
			return reasons;
		},
	};
}
