/** The example workflows and the credentials they name, as n8n imports them. */
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

/** Every example, with its file's name for an id. */
export const exampleWorkflows = () =>
	exampleNames().map((name) => ({ ...readExample(name), id: name, active: false }));
