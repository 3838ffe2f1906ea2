/** The workflows and credentials of a real n8n, as it imports them. */
import { SANDBOX_KEY } from '../sandbox/server';
import { exampleNames, readExample } from '../examples';
import { CLIENTPOINT_CREDENTIAL, clientPoint, node, splitOut, workflow } from '../workflow';

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

/** What a new ClientPoint node is added to: one upstream item, and no ClientPoint yet. */
export const editorWorkflow = workflow('editor', [
	node('Start', 'manualTrigger'),
	node('Lead', 'set', {
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '{ "company": "ABC Company" }', options: {} },
	}),
]);

const lead = (number: number) => ({
	company: `Company ${number}`,
	budget: 500 + number,
	owner: 'representative.active@yourcompany.com',
	email: `client${number}@example.com`,
});

const leads = Array.from({ length: 50 }, (_, number) => lead(number));
Object.assign(leads[7], { email: 'joe at <example>' });
Object.assign(leads[12], { budget: '1,200.50' });
Object.assign(leads[31], { budget: '1,200.50' });

/** Fifty leads of which three are refused, for two reasons; one value looks like a tag. */
export const reportWorkflow = workflow('report', [
	node('Start', 'manualTrigger'),
	node('Leads', 'set', {
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ leads }), options: {} },
	}),
	splitOut('Each lead', 'leads'),
	clientPoint('Create ClientPoint', {
		parameters: {
			name: '={{ $json.company }}',
			revenue: '={{ $json.budget }}',
			assigned_to: '={{ $json.owner }}',
			recipients: { values: [{ email: '={{ $json.email }}', primary: true }] },
		},
	}),
]);
