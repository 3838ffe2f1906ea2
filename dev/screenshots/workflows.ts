/** What only the pictures show, beside the examples. */
import type { Fault } from '../sandbox/server';
import { CLIENTPOINT_CREDENTIAL, clientPoint, node, startWith, workflow } from '../workflow';

const OWNER = 'representative.active@yourcompany.com';

const leads = ['ABC Company', 'Northwind', 'Fabrikam', 'Initech', 'Adatum'].map((company) => ({
	company,
	budget: 500,
	owner: company === 'Fabrikam' ? 'john.left@yourcompany.com' : OWNER,
}));

/** Five leads, of which ClientPoint creates two and refuses two; then the run stops, and one is not sent. */
const stoppedRun = workflow('stopped-run', [
	...startWith(leads),
	clientPoint('Create ClientPoint', {
		parameters: {
			name: '={{ $json.company }}',
			revenue: '={{ $json.budget }}',
			assigned_to: '={{ $json.owner }}',
			options: { maxConcurrency: 2 },
		},
	}),
]);

/** So late that both are under way when the first is answered. */
const refusal = (field: string, words: string): Fault => ({
	status: 422,
	delay: 1000,
	body: { message: 'The given data was invalid.', errors: { [field]: [words] } },
});

/** What ClientPoint answers to the two, by their name. */
export const REFUSALS: Record<string, Fault> = {
	Fabrikam: refusal('assigned_to', 'No active user has this e-mail address'),
	Initech: refusal('name', 'An archived ClientPoint has this name'),
};

const trigger = workflow('trigger', [
	node('ClientPoint Trigger', 'n8n-nodes-clientpoint.clientPointTrigger', {
		webhookId: '5c1d7a52-6f0e-4b0c-9a53-0d6a4a3c9b11',
		credentials: { clientPointApi: CLIENTPOINT_CREDENTIAL },
		parameters: { triggerOn: ['won'], authentication: 'urlSecret' },
	}),
]);

export const PICTURED = [stoppedRun, trigger];
