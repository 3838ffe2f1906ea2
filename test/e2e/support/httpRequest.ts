import { CLIENTPOINT_CREDENTIAL, node, webhook, workflow } from '../../../dev/workflow';

/** n8n's HTTP Request node with the ClientPoint credential, behind a webhook. */
export const httpRequestWorkflow = (sandboxUrl: string) =>
	workflow('http-request', [
		webhook('Webhook', 'http-request'),
		node('HTTP Request', 'httpRequest', {
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${sandboxUrl}/v4/clientpoint/create`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'clientPointApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ $json.body }}',
			},
			credentials: { clientPointApi: CLIENTPOINT_CREDENTIAL },
		}),
	]);
