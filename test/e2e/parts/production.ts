/** Published workflows, called as the world calls them. */
import type { World } from '../../../dev/n8n/world';
import { CLIENTPOINT_CREDENTIAL, node, webhook, workflow } from '../../../dev/workflow';
import { post } from '../support/post';
import { sentBodiesByName } from '../support/sent';

/** n8n's HTTP Request node with the ClientPoint credential. */
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

const LEAD = {
	company: 'ABC Company',
	budget: '500.50',
	owner: 'rep@yourcompany.com',
	first_name: 'John',
	last_name: 'Doe',
	email: 'john@example.com',
};

export function production(world: () => World) {
	const call = async (path: string, lead: unknown) => {
		const { status, text } = await post(`${world().n8n.url}/webhook/${path}`, lead);
		return { status, body: JSON.parse(text) };
	};

	it('a posted lead comes back with what was created', async () => {
		expect(await call('lead-with-reply', LEAD)).toEqual({
			status: 200,
			body: {
				clientpoint_id: 1001,
				clientpoint_url: 'https://sandbox.example/view/1001',
				success: true,
				data: { clientpoint_id: 1001, clientpoint_url: 'https://sandbox.example/view/1001' },
			},
		});
		expect(sentBodiesByName(world().sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'rep@yourcompany.com',
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
				],
			},
		]);
	});

	it('a submitted form becomes a ClientPoint', async () => {
		const form = new FormData();
		const values = ['Form Ltd', 'Fay', 'Form', 'fay@form.example', '1200.5'];
		values.forEach((value, index) => form.append(`field-${index}`, value));
		const url = `${world().n8n.url}/form/ask-for-a-proposal`;
		expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
		expect(sentBodiesByName(world().sandbox)).toMatchObject([
			{ name: 'Form Ltd', revenue: 1200.5, recipients: [{ email: 'fay@form.example' }] },
		]);
	});

	it('the HTTP Request node creates one with the ClientPoint credential', async () => {
		const body = { name: 'By HTTP', revenue: 1, assigned_to: 'rep@yourcompany.com' };
		expect((await call('http-request', body)).body.data.clientpoint_id).toBe(1001);
		expect(sentBodiesByName(world().sandbox)).toEqual([body]);
	});
}
