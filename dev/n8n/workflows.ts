/** The examples in a real n8n, as it imports them, and their credentials. */
import { SANDBOX_KEY } from '../sandbox/server';
import { exampleNames, readExample } from '../examples';
import { CLIENTPOINT_CREDENTIAL } from '../workflow';

/** What ClientPoint Trigger asks for in its URL. */
export const WEBHOOK_SECRET = 'sandbox-secret + & % #';

export const clientPointCredential = (baseUrl: string) => ({
	...CLIENTPOINT_CREDENTIAL,
	type: 'clientPointApi',
	data: { apiKey: SANDBOX_KEY, baseUrl, webhookSecret: WEBHOOK_SECRET },
});

export const openAiCredential = (url: string) => ({
	id: 'openAi',
	name: 'OpenAI account',
	type: 'openAiApi',
	data: { apiKey: 'not-a-key', url },
});

/** Every example, with its file's name for an id. A chat, which answers in the editor only, answers a plain request too. */
export const exampleWorkflows = () =>
	exampleNames().map((id) => {
		const example = readExample(id);
		const nodes = example.nodes.map((node) =>
			node.type.endsWith('.chatTrigger')
				? { ...node, parameters: { ...node.parameters, public: true } }
				: node,
		);
		return { ...example, nodes, id, active: false };
	});
