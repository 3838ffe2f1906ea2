/** What the editor's tests begin with: one upstream item, and no ClientPoint yet. */
export const editorWorkflow = {
	id: 'editor',
	name: 'Editor',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		{
			id: '1',
			name: 'Start',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		{
			id: '2',
			name: 'Lead',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [220, 0],
			parameters: { mode: 'raw', jsonOutput: '{ "company": "ABC Company" }', options: {} },
		},
	],
	connections: { Start: { main: [[{ node: 'Lead', type: 'main', index: 0 }]] } },
};
