/* eslint-disable @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** One ClientPoint node in a workflow of its own, run by n8n's engine against the sandbox. */
import type { IDataObject, INode, INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { SANDBOX_KEY, withoutKey, type Sandbox } from '../../dev/sandbox/server';
import {
	loadPackage,
	outputOf,
	runWorkflow,
	type RunOptions,
	type WorkflowFile,
} from '../../dev/engine/engine';
import { ROOT } from '../../dev/root';
import { clientPoint, node, workflow } from '../../dev/workflow';

/** The required fields, and nothing else. */
export const REQUIRED = {
	name: 'ABC Company',
	revenue: 500.5,
	assigned_to: 'rep@yourcompany.com',
} satisfies INodeParameters;

/** The settings of a node that is tried three times. */
export const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

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
	parameters?: object;
	/** Each becomes one upstream item. */
	items?: object[];
	/** Node settings such as `onError`, `retryOnFail`. */
	settings?: Partial<INode>;
	workflowSettings?: WorkflowFile['settings'];
	credentials?: object;
	mode?: RunOptions['mode'];
	again?: RunOptions['again'];
	onStart?: RunOptions['onStart'];
}

let loading: ReturnType<typeof loadPackage> | undefined;

/** The built package of this checkout, loaded once a test file. */
export const builtPackage = () => (loading ??= loadPackage(ROOT));

/**
 * Runs the node; `parameters` is its whole form but for resource and operation. What is in forms, items and
 * credentials is anything: saved workflows and upstream nodes do not keep to n8n's types either.
 */
export async function runNode(
	sandbox: Pick<Sandbox, 'url'>,
	{
		parameters = REQUIRED,
		items = [{}],
		settings = {},
		workflowSettings = {},
		credentials = {},
		mode,
		again,
		onStart,
	}: NodeRunOptions = {},
): Promise<NodeRun> {
	const log: string[] = [];
	const run = await runWorkflow(
		await builtPackage(),
		{
			workflow: {
				...workflow(
					'one-node',
					[
						node('Trigger', 'manualTrigger'),
						clientPoint('ClientPoint', { ...settings, parameters: parameters as INodeParameters }),
						node('Done', 'noOp'),
						node('Failed', 'noOp'),
					],
					{ Trigger: [['ClientPoint']], ClientPoint: [['Done'], ['Failed']] },
				),
				settings: workflowSettings,
			},
			triggerItems: { Trigger: items.map((json) => ({ json: json as IDataObject })) },
			credentials: {
				clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url, ...credentials },
			},
			mode,
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
