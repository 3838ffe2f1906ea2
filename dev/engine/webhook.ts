/** Webhook nodes in n8n-core's own contexts for them, as n8n's webhook layer calls them. */
import { additionalData, nodeTypes, type Loader } from './host';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type INode,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { RunOptions } from './engine';

/** A webhook node as n8n's webhook layer holds it, and the context that n8n gives its functions. */
export interface WebhookNode {
	node: INode;
	credentials: RunOptions['credentials'];
}

/**
 * Hands one HTTP request to a webhook node, as n8n's webhook layer does, and answers for it
 * unless the node did.
 */
export async function runWebhook(
	loader: Loader,
	{ node, credentials }: WebhookNode,
	httpRequest: IWorkflowExecuteAdditionalData['httpRequest'],
	httpResponse: IWorkflowExecuteAdditionalData['httpResponse'],
): Promise<IWebhookResponseData> {
	const { workflow, nodeType, stored, webhookData } = webhookOf(loader, node);
	if (!nodeType.webhook) throw new Error('No webhook node');
	const data = { ...additionalData(loader, credentials), httpRequest, httpResponse };
	const context = new WebhookContext(workflow, stored, data, 'webhook', webhookData, [], null);
	await workflow.expression.acquireIsolate();
	const result = await nodeType.webhook.call(context);
	if (!result.noWebhookResponse) {
		const { responseData = 'firstEntryJson' } = webhookData.webhookDescription;
		const declared = workflow.expression.getComplexParameterValue(
			stored,
			responseData,
			'webhook',
			{},
		);
		// n8n asks for what is declared only when the node starts an execution.
		const body = (result.workflowData && declared) || result.webhookResponse;
		const type = typeof body === 'string' ? 'text/html' : 'application/json';
		httpResponse
			?.writeHead(200, { 'content-type': type })
			.end(typeof body === 'string' ? body : JSON.stringify(body));
	}
	return result;
}

/** Registers a webhook node, as n8n does when a workflow is published or listens for a test event. */
export async function activateWebhook(loader: Loader, { node, credentials }: WebhookNode) {
	const { workflow, nodeType, stored, webhookData } = webhookOf(loader, node);
	const methods = nodeType.webhookMethods?.default;
	const data = additionalData(loader, credentials);
	const context = new HookContext(workflow, stored, data, 'trigger', 'activate', webhookData);
	await workflow.expression.acquireIsolate();
	if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
}

function webhookOf(loader: Loader, node: INode) {
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
	if (!webhookDescription || !stored) throw new Error('No webhook node');
	return { workflow, nodeType, stored, webhookData: { webhookDescription } as IWebhookData };
}
