/** A credential with an expression in it: each item goes to its own account. */
import type { World } from '../../../dev/n8n/world';
import { leadsWorkflow } from '../support/leadsWorkflow';
import { post } from '../support/post';

const CREDENTIAL = { id: 'clientPointTenants', name: 'ClientPoint of each tenant' };

export const tenantsCredential = (baseUrl: string) => ({
	...CREDENTIAL,
	type: 'clientPointApi',
	data: { apiKey: '={{ $json.tenantKey }}', baseUrl },
});

export const TENANTS_WORKFLOW = leadsWorkflow('tenants', {
	credentials: { clientPointApi: CREDENTIAL },
	onError: 'continueRegularOutput',
});

const KEY_A = 'keyOfTenantA1';
const KEY_B = 'keyOfTenantB2';

export function tenants(world: () => World) {
	// The editor would pick it for a new node.
	afterAll(async () => {
		await world().rest('DELETE', `/credentials/${CREDENTIAL.id}`);
	});

	it('sends each item with its own key, and refuses one with a blank key alone', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer((_, { body }) => ({ body: { id: body.api_key === KEY_A ? 1 : 2 } }));
		const leads = [
			{ company: 'A1', tenantKey: KEY_A },
			{ company: 'B1', tenantKey: KEY_B },
			{ company: 'A2', tenantKey: KEY_A },
			{ company: 'C1', tenantKey: '' },
		];
		const { text } = await post(`${n8n.url}/webhook/tenants`, { leads });
		expect(JSON.parse(text)).toMatchObject([
			{ clientpoint_id: 1 },
			{ clientpoint_id: 2 },
			{ clientpoint_id: 1 },
			{ error: 'Credential: API Key is blank: fill it in, or look at what its expression gives' },
		]);
		const sent = sandbox.received.map(({ body }) => `${body.name} by ${body.api_key}`).sort();
		expect(sent).toEqual([`A1 by ${KEY_A}`, `A2 by ${KEY_A}`, `B1 by ${KEY_B}`]);
	});
}
