/** The example's agent in the version that n8n 1 long had, which calls its tools by other means. */
import { exampleWorkflows } from '../../../dev/n8n/workflows';

export const OLD_AGENT_ID = 'ai-agent-version-2';

/** Where its chat answers. */
export const OLD_AGENT_CHAT = '7c1f6d0e-3c0a-4f5e-9d4c-2f1f7b1a0022';

export function oldAgentWorkflow() {
	const example = exampleWorkflows().find(({ id }) => id === 'ai-agent');
	if (!example) throw new Error('the example ai-agent is missing');
	const nodes = example.nodes.map((node) => {
		if (node.type.endsWith('.agent')) return { ...node, typeVersion: 2 };
		return node.webhookId ? { ...node, webhookId: OLD_AGENT_CHAT } : node;
	});
	return { ...example, id: OLD_AGENT_ID, name: 'AI agent version 2', nodes };
}
