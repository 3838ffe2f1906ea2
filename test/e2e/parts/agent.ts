/** The node as the tool of an AI agent, in the example workflow. */
import { readExample } from '../../../dev/examples';
import { chosenVersion, DEFAULT_VERSION } from '../../../dev/n8n/install';
import type { World } from '../../../dev/n8n/world';
import { OLD_AGENT_CHAT } from '../support/oldAgent';
import { post } from '../support/post';
import { sentBodiesByName } from '../support/sent';

/** Older versions show the agent that they long had, which calls its tools by other means. */
const chat =
	chosenVersion() === DEFAULT_VERSION
		? readExample('ai-agent').nodes.find(({ name }) => name === 'Chat message')?.webhookId
		: OLD_AGENT_CHAT;

export function agent(world: () => World) {
	it('reads why a call was refused, and creates with the corrected one', async () => {
		const { n8n, model, sandbox } = world();
		const { text } = await post(`${n8n.url}/webhook/${chat}/chat`, {
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
