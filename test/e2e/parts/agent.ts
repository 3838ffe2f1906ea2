/** The node as the tool of an AI agent, in the example workflow. */
import { chosenVersion, DEFAULT_VERSION } from '../../../dev/n8n/install';
import { exampleWorkflows } from '../../../dev/n8n/workflows';
import type { World } from '../../../dev/n8n/world';
import { post } from '../support/post';
import { sentBodiesByName } from '../support/sent';

const [example] = exampleWorkflows().filter(({ id }) => id === 'ai-agent');

const OLD_CHAT = '7c1f6d0e-3c0a-4f5e-9d4c-2f1f7b1a0022';

/** The example's agent in the version that n8n 1 long had, which calls its tools by other means. */
export const OLD_AGENT_WORKFLOW = {
	...example,
	id: 'old-agent',
	nodes: example.nodes.map((node) => {
		if (node.type.endsWith('.agent')) return { ...node, typeVersion: 2 };
		return node.webhookId ? { ...node, webhookId: OLD_CHAT } : node;
	}),
};

/** Where a chat answers: older versions of n8n show the older agent. */
const CHAT =
	chosenVersion() === DEFAULT_VERSION
		? example.nodes.find(({ webhookId }) => webhookId)?.webhookId
		: OLD_CHAT;

export function agent(world: () => World) {
	it('reads why a call was refused, and creates with the corrected one', async () => {
		const { n8n, model, sandbox } = world();
		const { text } = await post(`${n8n.url}/webhook/${CHAT}/chat`, {
			action: 'sendMessage',
			sessionId: 'one',
			chatInput: 'John Doe of ABC Company wants an offer of about 500 dollars',
		});
		expect(JSON.parse(text)).toEqual({ output: 'The ClientPoint for ABC Company is ready.' });
		expect(model.toolInputs().sort()).toEqual(
			['Name', 'Revenue', 'values0_First_Name', 'values0_Last_Name', 'values0_Email'].sort(),
		);
		const [refused, created] = model.toolAnswers();
		expect(refused).toContain(
			'Recipients, row 1: Email must be a valid e-mail address, not \\"john at example\\"',
		);
		expect(created).toContain('1001');
		expect(sentBodiesByName(sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com', primary: true },
				],
			},
		]);
	});
}
