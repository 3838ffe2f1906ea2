/** Workflows that the tests of the editor open; each by one part. */
import { clientPoint, node, startWith, workflow } from '../../../dev/workflow';

const OWNER = 'representative.active@yourcompany.com';

/** What a new ClientPoint node is added to. */
const editor = workflow('editor', startWith([{ company: 'ABC Company' }]));

/** Nodes whose forms nobody has filled in yet. */
const forms = workflow(
	'forms',
	[
		node('Start', 'manualTrigger'),
		clientPoint('Create'),
		node('Next', 'set', { typeVersion: 3.4 }),
		clientPoint('Get Link', { position: [0, 200], parameters: { operation: 'getLink' } }),
		node('ClientPoint Trigger', 'n8n-nodes-clientpoint.clientPointTrigger', {
			position: [0, 400],
			webhookId: 'forms',
		}),
	],
	{ Start: [['Create', 'Get Link']], Create: [['Next']] },
);

const leads = Array.from({ length: 50 }, (_, number) => ({
	company: `Company ${number}`,
	budget: [12, 31].includes(number) ? '1,200.50' : 500 + number,
	email: number === 7 ? 'joe at <example>' : `client${number}@example.com`,
}));

/** Fifty leads of which three are refused, for two reasons; one value looks like a tag. */
const report = workflow('report', [
	...startWith(leads),
	clientPoint('ClientPoint', {
		parameters: {
			name: '={{ $json.company }}',
			revenue: '={{ $json.budget }}',
			assigned_to: OWNER,
			recipients: { values: [{ email: '={{ $json.email }}', primary: true }] },
		},
	}),
]);

const stopped = workflow('stopped', [
	...startWith(['A', 'B', 'C', 'D'].map((company) => ({ company }))),
	clientPoint('ClientPoint', {
		parameters: {
			name: '={{ $json.company }}',
			revenue: 1,
			assigned_to: OWNER,
			options: { maxConcurrency: 1 },
		},
	}),
]);

const preview = workflow('preview', [
	node('Start', 'manualTrigger'),
	clientPoint('ClientPoint', {
		parameters: {
			name: 'ABC Company',
			revenue: 500.5,
			assigned_to: OWNER,
			recipients: { values: [{ email: 'john.doe@example.com', primary: true }] },
			additionalFields: { send_recipient_mail: true },
			options: { previewOnly: true },
		},
	}),
]);

export const editorWorkflows = [editor, forms, report, stopped, preview];
