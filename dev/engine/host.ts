/** What n8n's engine asks of its host: the built package, node types, credentials, hooks. */
import './userFolder';
import 'reflect-metadata';
import { ExecutionLifecycleHooks, PackageDirectoryLoader } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeConnectionTypes,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IHttpRequestOptions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypes,
	type IRequestOptionsSimplified,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** Loads a built package from a folder, exactly as n8n does at its start. */
export async function loadPackage(directory: string) {
	const loader = new PackageDirectoryLoader(directory);
	await loader.loadAll();
	return loader;
}

export type Loader = Awaited<ReturnType<typeof loadPackage>>;

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

export function nodeTypes(loader: Loader): INodeTypes {
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

	/** With the expressions in it evaluated for the item, as n8n does. */
	async getDecrypted(
		_: unknown,
		__: unknown,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		___?: boolean,
		item?: ICredentialsExpressionResolveValues,
	) {
		const defaults = this.type(type).properties.map(({ name, default: value }) => [name, value]);
		const data = { ...Object.fromEntries(defaults), ...this.data[type] };
		if (!item) return data;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = item;
		return workflow.expression.getParameterValue(
			data,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.type(type).properties;
	}
}

export function additionalData(
	loader: Loader,
	credentials: Record<string, ICredentialDataDecryptedObject>,
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
