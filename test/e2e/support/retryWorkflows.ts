/** Webhooks whose leads go through ClientPoint with Retry On Fail, behind n8n's own nodes. */
import type { INode } from 'n8n-workflow';
import { clientPoint, node, splitOut, webhook, workflow } from '../../../dev/workflow';

export const CHILD_ID = 'retry-child';

const twice = { retryOnFail: true, maxTries: 2 };

const CLIENT_POINT = clientPoint('ClientPoint', {
	parameters: {
		name: '={{ $json.company }}',
		revenue: 1,
		assigned_to: 'rep@yourcompany.com',
		// One after another, so that it is certain what was created before the failure.
		options: { maxConcurrency: 1 },
	},
	...twice,
	waitBetweenTries: 100,
});

const called = node('Called', 'executeWorkflowTrigger', {
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
});

const callChild = (more: Partial<INode> = {}) =>
	node('Call child', 'executeWorkflow', {
		typeVersion: 1.2,
		parameters: {
			workflowId: { __rl: true, mode: 'id', value: CHILD_ID },
			workflowInputs: { mappingMode: 'defineBelow', value: {} },
			options: {},
		},
		...more,
	});

const loop = node('Loop', 'splitInBatches', {
	typeVersion: 3,
	parameters: { batchSize: 2, options: {} },
});

/** In the order to import and publish them. */
export const retryWorkflows = [
	workflow(CHILD_ID, [called, CLIENT_POINT]),
	behindWebhook('retry', [CLIENT_POINT]),
	behindWebhook('retry-loop', [loop, CLIENT_POINT], {
		Webhook: [['Leads']],
		Leads: [['Loop']],
		Loop: [[], ['ClientPoint']],
		ClientPoint: [['Loop']],
	}),
	behindWebhook('retry-sub-workflow', [callChild()]),
	behindWebhook('retry-of-sub-workflow', [callChild(twice)]),
];

/** A webhook that takes `leads`, makes an item of each, and hands them on. */
function behindWebhook(id: string, nodes: INode[], outputs?: Record<string, string[][]>) {
	const all = [
		webhook('Webhook', id, { responseData: 'allEntries' }),
		splitOut('Leads', 'body.leads'),
		...nodes,
	];
	return workflow(id, all, outputs);
}
