/** A credential with an expression in it: each item goes to its own account. */
import type { World } from '../../../dev/n8n/world';
import {
	byTenant,
	postTenantLeads,
	sentByTenant,
	TENANT_LEADS,
	TENANTS_DONE,
	TENANTS_PATH,
	TENANTS_RETRY_PATH,
	TENANTS_SENT,
	tenantsCredential,
} from '../support/tenantsWorkflow';

export function tenants(world: () => World) {
	// The editor would pick it for a new node.
	afterAll(async () => {
		await world().rest('DELETE', `/credentials/${tenantsCredential('').id}`);
	});

	it('under Continue, and an item with a blank key is refused alone', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer(byTenant);
		const leads = [...TENANT_LEADS, { company: 'C1', tenantKey: '' }];
		const { items } = await postTenantLeads(n8n.url, TENANTS_PATH, leads);
		expect(items).toMatchObject([
			...TENANTS_DONE,
			{
				error: 'Credential: API Key is blank: fill it in, or look at what its expression gives',
				details: { outcome: 'refused' },
			},
		]);
		expect(sentByTenant(sandbox)).toEqual(TENANTS_SENT);
	});

	it('under Retry On Fail, what is sent again too', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer((number, call) =>
			number === 0 ? { status: 422, body: {} } : byTenant(number, call),
		);
		const { items } = await postTenantLeads(n8n.url, TENANTS_RETRY_PATH);
		expect(items).toMatchObject(TENANTS_DONE);
		// Either account may be the one whose first item was refused.
		expect([...new Set(sentByTenant(sandbox))]).toEqual(TENANTS_SENT);
		expect(sandbox.received).toHaveLength(4);
	});
}
