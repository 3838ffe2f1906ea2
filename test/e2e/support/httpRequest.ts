/** n8n's HTTP Request node with the ClientPoint credential, behind a webhook. */
export const httpRequestWorkflow = (sandboxUrl: string) => ({
	id: 'http-request',
	name: 'HTTP Request',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		{
			id: '1',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'http-request',
			parameters: { httpMethod: 'POST', path: 'http-request', responseMode: 'lastNode' },
		},
		{
			id: '2',
			name: 'HTTP Request',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [220, 0],
			parameters: {
				method: 'POST',
				url: `${sandboxUrl}/v4/clientpoint/create`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'clientPointApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ $json.body }}',
			},
			credentials: { clientPointApi: { id: 'clientPointSandbox', name: 'ClientPoint account' } },
		},
	],
	connections: { Webhook: { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] } },
});
