/** What the end-to-end tests run beside the examples. */
import { editorWorkflow } from '../../../dev/n8n/workflows';
import { readExample } from '../../../dev/examples';
import { chosenVersion } from '../../../dev/n8n/install';
import { withPublicChat, type WorldOptions } from '../../../dev/n8n/world';
import { editorWorkflows } from './editorWorkflows';
import { httpRequestWorkflow } from './httpRequest';
import { OLD_AGENT_ID, oldAgentWorkflow } from './oldAgent';
import { CHILD_ID, retryWorkflows } from './retryWorkflows';

/** The example of the trigger without its pinned data, with which n8n would not wait for a call. */
function waitingTrigger() {
	const example = readExample('won-to-handover');
	const nodes = example.nodes.map((each) =>
		each.webhookId ? { ...each, webhookId: WAITING_ID } : each,
	);
	return { ...example, id: WAITING_ID, nodes, pinData: {}, active: false };
}

export const WAITING_ID = 'waiting-trigger';

export const TEST_WORKFLOWS: WorldOptions = {
	workflows: (sandboxUrl) => [
		withPublicChat(oldAgentWorkflow()),
		httpRequestWorkflow(sandboxUrl),
		editorWorkflow,
		...editorWorkflows,
		...retryWorkflows,
		waitingTrigger(),
	],
	published: [OLD_AGENT_ID, 'http-request', ...retryWorkflows.map(({ id }) => id)].filter(
		// n8n 1.x publishes no workflow that only others call.
		(id) => !(id === CHILD_ID && chosenVersion().startsWith('1.')),
	),
};
