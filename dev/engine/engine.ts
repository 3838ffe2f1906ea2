/**
 * n8n-core's own engine in this process: real expressions, item links, error outputs and
 * Retry On Fail, on the built package as n8n's loader reads it.
 */
import { additionalData, nodeTypes, type Loader } from './host';
import { CredentialTestContext, WorkflowExecute } from 'n8n-core';
import {
	LoggerProxy,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

export { loadPackage } from './host';

/** The part of a workflow file that n8n exports and imports. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IWorkflowBase['connections'];
	settings?: IWorkflowBase['settings'];
	/** What a node hands on in the editor without being run. */
	pinData?: IPinData;
}

export interface RunOptions {
	workflow: WorkflowFile;
	/** The items each trigger hands on, by node name: what n8n calls pinned data. */
	triggerItems: Record<string, INodeExecutionData[]>;
	/** Decrypted credential data, by credential type. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
	mode?: WorkflowExecuteMode;
	/** Runs only up to this node, on what an earlier execution left, as the editor's "Execute step" does. */
	again?: { destination: string; after: IRun };
	/** Called once the execution is under way, with what cancels it. */
	onStart?: (cancel: () => void) => void;
}

/** Called with every line the engine or a node logs. */
export type LogSink = (line: string) => void;

/** Runs a workflow to its end and returns what n8n would store of the execution. */
export async function runWorkflow(
	loader: Loader,
	{
		workflow: file,
		triggerItems,
		credentials,
		mode = 'trigger',
		again,
		onStart = () => {},
	}: RunOptions,
	log: LogSink = () => {},
): Promise<IRun> {
	LoggerProxy.init({
		error: (message, meta) => log(`error ${message} ${JSON.stringify(meta)}`),
		warn: (message, meta) => log(`warn ${message} ${JSON.stringify(meta)}`),
		info: (message, meta) => log(`info ${message} ${JSON.stringify(meta)}`),
		debug: (message, meta) => log(`debug ${message} ${JSON.stringify(meta)}`),
	});
	const workflow = new Workflow({
		id: 'engine-test',
		name: file.name,
		nodes: structuredClone(file.nodes),
		connections: file.connections,
		active: false,
		nodeTypes: nodeTypes(loader),
		settings: { executionOrder: 'v1', ...file.settings },
	});
	const sendDataToUI: IWorkflowExecuteAdditionalData['sendDataToUI'] = (kind, data) =>
		log(`${kind} ${JSON.stringify(data)}`);
	const execution = new WorkflowExecute(
		{ ...additionalData(loader, credentials), sendDataToUI },
		mode,
	);
	const pinData: IPinData = structuredClone(triggerItems);
	const [startNode] = Object.keys(triggerItems).map((name) => workflow.getNode(name));
	const started = again
		? execution.runPartialWorkflow2(workflow, again.after.data.resultData.runData, pinData, [], {
				nodeName: again.destination,
				mode: 'inclusive',
			})
		: execution.run({ workflow, startNode: startNode ?? undefined, pinData });
	onStart(() => started.cancel());
	return await started;
}

/** The items a node put out, per output, or `undefined` when it did not finish. */
export function outputOf(run: IRun, nodeName: string, runIndex = 0) {
	return run.data.resultData.runData[nodeName]?.[runIndex]?.data?.main;
}

/** What "Test connection" answers, by the node's own test function in n8n's context for it. */
export async function testCredential(
	loader: Loader,
	nodeName: string,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const node = NodeHelpers.getVersionedNodeType(loader.getNode(nodeName).type);
	const testedBy = node.description.credentials?.find(({ name }) => name === type)?.testedBy;
	const test = node.methods?.credentialTest?.[String(testedBy)];
	if (!test) throw new Error(`${nodeName} has no test for ${type}`);
	const context = new CredentialTestContext(additionalData(loader, { [type]: data }));
	return await test.call(context, { id: '1', name: type, type, data });
}
