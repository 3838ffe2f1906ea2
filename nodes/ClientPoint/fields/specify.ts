import type { INodeProperties } from 'n8n-workflow';

/**
 * The choice between rows and JSON, as n8n's HTTP Request node offers it: rows cannot take a whole
 * upstream list, JSON can.
 */
export const specifyProperty = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: [
		{
			name: 'Using Fields Below',
			value: 'fields',
			description: 'One row for each',
		},
		{
			name: 'Using JSON',
			value: 'json',
			description: 'A whole list, for example from an upstream item',
		},
	],
	default: 'fields',
});
