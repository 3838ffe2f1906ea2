/** Webhooks whose leads go through ClientPoint with Retry On Fail, behind n8n's own nodes. */

export const CHILD_ID = 'retry-child';

const CLIENT_POINT = {
	...node('ClientPoint', 'n8n-nodes-clientpoint.clientPoint', 1, {
		resource: 'clientPoint',
		operation: 'create',
		name: '={{ $json.company }}',
		revenue: 1,
		assigned_to: 'rep@yourcompany.com',
		// One after another, so that it is certain what was created before the failure.
		options: { concurrency: 1 },
	}),
	credentials: { clientPointApi: { id: 'clientPointSandbox', name: 'ClientPoint account' } },
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 100,
};

const CHILD = {
	id: CHILD_ID,
	name: 'Retry: child',
	settings: { executionOrder: 'v1' },
	nodes: [
		node('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
		CLIENT_POINT,
	],
	connections: { Called: to('ClientPoint') },
};

const callChild = node('Call child', 'n8n-nodes-base.executeWorkflow', 1.2, {
	workflowId: { __rl: true, mode: 'id', value: CHILD_ID },
	workflowInputs: { mappingMode: 'defineBelow', value: {} },
	options: {},
});

const LOOP = {
	...behindWebhook('retry-loop', [
		node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 2, options: {} }),
		CLIENT_POINT,
	]),
	connections: {
		Webhook: to('Leads'),
		Leads: to('Loop'),
		Loop: { main: [[], ...to('ClientPoint').main] },
		ClientPoint: to('Loop'),
	},
};

/** In the order to import and publish them. */
export const retryWorkflows = [
	CHILD,
	behindWebhook('retry', [CLIENT_POINT]),
	LOOP,
	behindWebhook('retry-sub-workflow', [callChild]),
	behindWebhook('retry-of-sub-workflow', [{ ...callChild, retryOnFail: true, maxTries: 2 }]),
].map((workflow) => ({ ...workflow, active: false }));

/** A webhook that takes `leads`, makes an item of each, and hands them on from node to node. */
function behindWebhook(
	id: string,
	nodes: Array<{ name: string; retryOnFail?: boolean; maxTries?: number }>,
) {
	const webhook = {
		...node('Webhook', 'n8n-nodes-base.webhook', 2, {
			httpMethod: 'POST',
			path: id,
			responseMode: 'lastNode',
			responseData: 'allEntries',
		}),
		webhookId: id,
	};
	const leads = node('Leads', 'n8n-nodes-base.splitOut', 1, {
		fieldToSplitOut: 'body.leads',
		options: {},
	});
	const all = [webhook, leads, ...nodes];
	return {
		id,
		name: id,
		settings: { executionOrder: 'v1' },
		nodes: all,
		connections: Object.fromEntries(
			all.slice(1).map(({ name }, index) => [all[index].name, to(name)]),
		),
	};
}

function node(name: string, type: string, typeVersion: number, parameters: object) {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

function to(name: string) {
	return { main: [[{ node: name, type: 'main', index: 0 }]] };
}
