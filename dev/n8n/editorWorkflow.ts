import { node, workflow } from '../workflow';

/** What a new ClientPoint node is added to: one upstream item, and no ClientPoint yet. */
export const editorWorkflow = workflow('editor', [
	node('Start', 'manualTrigger'),
	node('Lead', 'set', {
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '{ "company": "ABC Company" }', options: {} },
	}),
]);
