import { clientPointIdProperty } from '../../fields/clientPointId';
import { fields, optional, pathId, text } from '../../run/codecs';
import { defineOperation } from '../../run/operation';

/**
 * Seen in code of ClientPoint's staff only (2023), there on the account's own domain:
 * `GET /v4/clientpoint/get-link/{clientpoint_id}?type=view`; of types, only `view` is known.
 */
export const getLink = defineOperation({
	resource: 'clientPoint',
	operation: 'getLink',
	name: 'Get Link',
	action: 'Get the link of a ClientPoint',
	description: 'Get the link under which a ClientPoint is viewed',
	properties: [
		clientPointIdProperty,
		{
			displayName: 'Type',
			name: 'type',
			type: 'string',
			default: 'view',
			description: 'Kind of link; "view" is the only one known',
		},
	],
	schema: fields({ clientpoint_id: pathId, type: optional(text) }),
	request: ({ clientpoint_id, type = 'view' }) => ({
		method: 'GET',
		path: `/v4/clientpoint/get-link/${clientpoint_id}`,
		query: { type },
	}),
});
