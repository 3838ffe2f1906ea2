import type { INodeProperties } from 'n8n-workflow';

export const clientPointIdProperty: INodeProperties = {
	displayName: 'ClientPoint ID',
	name: 'clientpoint_id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1234567',
	description: 'ID of the ClientPoint, from the reply to its creation or from ClientPoint Trigger',
};
