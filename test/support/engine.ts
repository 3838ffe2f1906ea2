/**
 * n8n-core's own engine in this process: real expressions, item links, error outputs and
 * Retry On Fail, on the built package as n8n's loader reads it. What the engine asks of its host
 * (credentials, hooks, node types) is supplied here and nowhere else.
 */
import './userFolder';
import 'reflect-metadata';
import {
	CredentialTestContext,
	ExecutionLifecycleHooks,
	PackageDirectoryLoader,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	ICredentialsHelper,
	LoggerProxy,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IPinData,
	type IRequestOptionsSimplified,
	type IRun,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** The part of a workflow file that n8n exports and imports. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IWorkflowBase['connections'];
	settings?: IWorkflowBase['settings'];
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

/** Loads a built package from a folder, exactly as n8n does at its start. */
export async function loadPackage(directory: string) {
	const loader = new PackageDirectoryLoader(directory);
	await loader.loadAll();
	return loader;
}

type Loader = Awaited<ReturnType<typeof loadPackage>>;

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
	const execution = new WorkflowExecute(additionalData(loader, credentials), mode);
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

/**
 * Hands one HTTP request to a webhook node, as n8n's webhook layer does, and answers for it
 * unless the node did.
 */
export async function runWebhook(
	loader: Loader,
	node: INode,
	httpRequest: IWorkflowExecuteAdditionalData['httpRequest'],
	httpResponse: IWorkflowExecuteAdditionalData['httpResponse'],
): Promise<IWebhookResponseData> {
	const workflow = new Workflow({
		id: 'engine-test',
		nodes: [structuredClone(node)],
		connections: {},
		active: true,
		nodeTypes: nodeTypes(loader),
	});
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type);
	const webhookDescription = nodeType.description.webhooks?.[0];
	const stored = workflow.getNode(node.name);
	if (!webhookDescription || !stored || !nodeType.webhook) throw new Error('No webhook node');
	const data = { ...additionalData(loader, {}), httpRequest, httpResponse };
	const context = new WebhookContext(
		workflow,
		stored,
		data,
		'webhook',
		{ webhookDescription } as IWebhookData,
		[],
		null,
	);
	await workflow.expression.acquireIsolate();
	const result = await nodeType.webhook.call(context);
	if (!result.noWebhookResponse) httpResponse?.writeHead(200).end();
	return result;
}

/**
 * Trigger and utility nodes of n8n-nodes-base that test workflows name. Their own code never
 * runs here: triggers are pinned, and a NoOp hands its items on.
 */
const hostNodes: INodeTypes['getByNameAndVersion'] = (type) => {
	if (type === 'test.loop') return loopNode;
	const description = {
		displayName: type,
		name: type,
		group: ['transform' as const],
		version: [1, 2, 3, 4],
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
	return {
		description,
		async execute() {
			return [this.getInputData()];
		},
	};
};

/** Hands its items on to output 1 twice, then to output 0: the loop of Split In Batches, with no batches. */
const loopNode: INodeType = {
	description: {
		displayName: 'Loop',
		name: 'loop',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		const context = this.getContext('node');
		const first: INodeExecutionData[] = (context.items ??= this.getInputData());
		context.round = Number(context.round ?? 0) + 1;
		return Number(context.round) <= 2 ? [[], first] : [first, []];
	},
};

function nodeTypes(loader: Loader): INodeTypes {
	const find = (type: string): INodeType => {
		if (!type.startsWith(`${loader.packageName}.`)) return hostNodes(type);
		// The twin that n8n makes of a node for its agents differs in the description alone.
		const name = type.slice(loader.packageName.length + 1).replace(/Tool$/, '');
		const { type: nodeType } = loader.getNode(name);
		return NodeHelpers.getVersionedNodeType(nodeType);
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** Hands out the credentials of a run, as n8n's own helper does once it has decrypted them. */
class Credentials extends ICredentialsHelper {
	constructor(
		private readonly loader: Loader,
		private readonly data: Record<string, ICredentialDataDecryptedObject>,
	) {
		super();
	}

	private type(name: string): ICredentialType {
		return this.loader.getCredential(name).type;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		name: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(name);
		if (typeof authenticate !== 'function') throw new Error(`${name} has no authenticate function`);
		return await authenticate(credentials, options as IHttpRequestOptions);
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('not used by the engine');
	}

	async getDecrypted(_: unknown, __: unknown, type: string) {
		const defaults = this.type(type).properties.map(({ name, default: value }) => [name, value]);
		return { ...Object.fromEntries(defaults), ...this.data[type] };
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.type(type).properties;
	}
}

function additionalData(
	loader: Loader,
	credentials: RunOptions['credentials'],
): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678/';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new Credentials(loader, credentials),
		executionId: 'engine-test',
		currentNodeExecutionIndex: 0,
		restApiUrl: url,
		instanceBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		variables: {} satisfies IDataObject,
		hooks: new ExecutionLifecycleHooks('trigger', 'engine-test', {} as IWorkflowBase),
	};
	return data as IWorkflowExecuteAdditionalData;
}
