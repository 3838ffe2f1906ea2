/** A webhook's leads, each for the account whose key stands beside it. */
import type { INode } from 'n8n-workflow';
import type { Sandbox } from '../../../dev/sandbox/server';
import { clientPoint, splitOut, webhook, workflow } from '../../../dev/workflow';
import { post } from './post';

export const TENANTS_PATH = 'tenants';
export const TENANTS_RETRY_PATH = 'tenants-retry';

const CREDENTIAL = { id: 'clientPointTenants', name: 'ClientPoint of each tenant' };

export const tenantsCredential = (baseUrl: string) => ({
	...CREDENTIAL,
	type: 'clientPointApi',
	data: { apiKey: '={{ $json.tenantKey }}', baseUrl },
});

const tenantsWorkflow = (path: string, settings: Partial<INode>) =>
	workflow(path, [
		webhook('Webhook', path, { responseData: 'allEntries' }),
		splitOut('Leads', 'body.leads'),
		clientPoint('ClientPoint', {
			parameters: {
				name: '={{ $json.company }}',
				revenue: 1,
				assigned_to: 'rep@yourcompany.com',
			},
			credentials: { clientPointApi: CREDENTIAL },
			...settings,
		}),
	]);

export const TENANTS_WORKFLOW = tenantsWorkflow(TENANTS_PATH, { onError: 'continueRegularOutput' });

export const TENANTS_RETRY_WORKFLOW = tenantsWorkflow(TENANTS_RETRY_PATH, {
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 100,
});

const KEY_A = 'keyOfTenantA1';
const KEY_B = 'keyOfTenantB2';

export const TENANT_LEADS = [
	{ company: 'A1', tenantKey: KEY_A },
	{ company: 'B1', tenantKey: KEY_B },
	{ company: 'A2', tenantKey: KEY_A },
];

/** What has to reach ClientPoint. */
export const TENANTS_SENT = [`A1 by ${KEY_A}`, `A2 by ${KEY_A}`, `B1 by ${KEY_B}`];

/** What comes back for it, where the sandbox is `byTenant`. */
export const TENANTS_DONE = [1, 2, 1].map((clientpoint_id) => ({ clientpoint_id }));

/** The sandbox knows neither key: it answers each with an ID that says whose it was. */
export const byTenant: Parameters<Sandbox['answer']>[0] = (_, { body }) => ({
	body: { id: body.api_key === KEY_A ? 1 : 2 },
	status: 200,
});

export const sentByTenant = ({ received }: Sandbox) =>
	received.map(({ body }) => `${body.name} by ${body.api_key}`).sort();

export async function postTenantLeads(url: string, path: string, leads: object[] = TENANT_LEADS) {
	const { status, text } = await post(`${url}/webhook/${path}`, { leads });
	return { status, items: JSON.parse(text) };
}
