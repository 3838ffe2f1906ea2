import type { INodeProperties } from 'n8n-workflow';

/**
 * The one option for the tool of an AI Agent: its author can try an agent without sending anything.
 *
 * n8n's editor (2.41.1) offers no button that leaves a value to the model where a property takes no expression, and
 * a model gives nothing but what such an expression asks for.
 */
export const toolOptionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	noDataExpression: true,
	placeholder: 'Add option',
	displayOptions: { show: { '@tool': [true] } },
	default: {},
	options: [
		{
			displayName: 'Preview Only',
			name: 'previewOnly',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to send nothing and answer the agent with the exact request that would be sent, without the API key',
		},
	],
};
