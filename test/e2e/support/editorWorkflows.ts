/** Workflows that the tests of the editor open; each by one part. */
import { reportWorkflow } from '../../../dev/n8n/workflows';
import { clientPoint, node, splitOut, workflow } from '../../../dev/workflow';

const start = node('Start', 'manualTrigger');

export const editorWorkflows = [
	reportWorkflow,
	workflow('preview', [
		start,
		clientPoint('ClientPoint', {
			parameters: {
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: { values: [{ email: 'john.doe@example.com', primary: true }] },
				additionalFields: { send_recipient_mail: true },
				options: { previewOnly: true },
			},
		}),
	]),
	workflow('stopped', [
		start,
		node('Leads', 'set', {
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: '{ "leads": ["A", "B", "C", "D"] }', options: {} },
		}),
		splitOut('Each lead', 'leads'),
		clientPoint('ClientPoint', {
			parameters: {
				name: '={{ $json.leads }}',
				revenue: 1,
				assigned_to: 'rep@yourcompany.com',
				options: { maxConcurrency: 1 },
			},
		}),
	]),
	workflow('locator', [
		start,
		clientPoint('ClientPoint', { parameters: { operation: 'getLink' } }),
	]),
	workflow('trigger-panel', [
		node('ClientPoint Trigger', 'n8n-nodes-clientpoint.clientPointTrigger', {
			webhookId: 'trigger-panel',
		}),
	]),
	workflow('untouched', [start, clientPoint('ClientPoint')]),
	workflow('before-the-first-run', [
		start,
		clientPoint('ClientPoint'),
		node('Next', 'set', { typeVersion: 3.4 }),
	]),
];
