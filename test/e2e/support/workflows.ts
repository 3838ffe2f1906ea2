/** What the end-to-end tests run beside the examples. */
import { readExample } from '../../../dev/examples';
import { editorWorkflow } from '../../../dev/n8n/workflows';
import { withPublicChat, type WorldOptions } from '../../../dev/n8n/world';
import { clientPoint, splitOut, webhook, workflow } from '../../../dev/workflow';
import { editorWorkflows } from './editorWorkflows';
import { httpRequestWorkflow } from './httpRequest';
import { OLD_AGENT_ID, oldAgentWorkflow } from './oldAgent';
import { ONCE_WORKFLOW } from './onceWorkflow';
import { TENANTS_RETRY_WORKFLOW, TENANTS_WORKFLOW, tenantsCredential } from './tenantsWorkflow';

const RETRY_WORKFLOW = workflow('retry', [
	webhook('Webhook', 'retry'),
	splitOut('Leads', 'body.leads'),
	clientPoint('ClientPoint', {
		parameters: {
			name: '={{ $json.company }}',
			revenue: 1,
			assigned_to: 'rep@yourcompany.com',
			// One after another, so that it is certain what was created before the failure.
			options: { maxConcurrency: 1 },
		},
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 100,
	}),
]);

export const WAITING_ID = 'waiting-trigger';

/** The example of the trigger without its pinned data, with which n8n would not wait for a call. */
function waitingTrigger() {
	const example = readExample('won-to-handover');
	const nodes = example.nodes.map((each) =>
		each.webhookId ? { ...each, webhookId: WAITING_ID } : each,
	);
	return { ...example, id: WAITING_ID, nodes, pinData: {}, active: false };
}

const CALLED = [RETRY_WORKFLOW, ONCE_WORKFLOW, TENANTS_WORKFLOW, TENANTS_RETRY_WORKFLOW];

export const TEST_WORKFLOWS: WorldOptions = {
	credentials: (sandboxUrl) => [tenantsCredential(sandboxUrl)],
	workflows: (sandboxUrl) => [
		withPublicChat(oldAgentWorkflow()),
		httpRequestWorkflow(sandboxUrl),
		...CALLED,
		editorWorkflow,
		...editorWorkflows,
		waitingTrigger(),
	],
	published: [OLD_AGENT_ID, 'http-request', ...CALLED.map(({ id }) => id)],
};
