import { clientPoint, node, splitOut, workflow } from '../workflow';

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
