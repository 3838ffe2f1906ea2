/** The node as the tool of an AI agent, in the example workflow. */
import { readExample } from '../../../dev/examples';
import { OLD_AGENT_CHAT } from '../support/oldAgent';
import { sentBodiesByName } from '../support/sent';
import type { World } from '../../../dev/n8n/world';

const exampleChat = readExample('ai-agent').nodes.find(
	({ name }) => name === 'Chat message',
)?.webhookId;

export function agent(world: () => World) {
	it.each([
		['version 3', exampleChat],
		['version 2', OLD_AGENT_CHAT],
	])('%s reads why a call was refused, and creates with the corrected one', async (_, chat) => {
		const { n8n, model, sandbox } = world();
		const response = await fetch(`${n8n.url}/webhook/${chat}/chat`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				action: 'sendMessage',
				sessionId: 'one',
				chatInput: 'John Doe of ABC Company wants an offer of about 500 dollars',
			}),
		});
		expect(await response.json()).toEqual({ output: 'The ClientPoint for ABC Company is ready.' });
		expect(model.toolInputs().sort()).toEqual(
			['company', 'revenue', 'first_name', 'last_name', 'email'].sort(),
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
