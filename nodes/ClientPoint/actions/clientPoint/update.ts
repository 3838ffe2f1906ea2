import {
	detailsProperties,
	detailsSchema,
	requiredProperties,
	requiredSchema,
} from '../../fields/clientPoint';
import { clientPointIdProperty } from '../../fields/clientPointId';
import { customFieldsProperties, customFieldsSchema } from '../../fields/customFields';
import { recipientsProperties, recipientsSchema } from '../../fields/recipients';
import { fields, flag, oneOf, optional, pathId } from '../../run/codecs';
import { defineOperation } from '../../run/operation';

/** Documented: `PUT /v4/clientpoint/update/{clientpoint_id}`; the status values exactly in this case. */
export const update = defineOperation({
	resource: 'clientPoint',
	operation: 'update',
	name: 'Update',
	action: 'Update a ClientPoint',
	description: 'Change the fields or the status of a ClientPoint',
	properties: [
		clientPointIdProperty,
		...requiredProperties,
		...recipientsProperties,
		...customFieldsProperties,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Auto Process',
					name: 'auto_process',
					type: 'boolean',
					default: false,
					description:
						'Whether to update the template that is there already; otherwise it is imported again',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Archive', value: 'archive' },
						{ name: 'eBrochure', value: 'eBrochure' },
						{ name: 'Lost', value: 'lost' },
						{ name: 'Pending', value: 'pending' },
						{ name: 'Trash', value: 'trash' },
						{ name: 'Won', value: 'won' },
					],
					default: 'pending',
					description: 'ClientPoint sets Won by itself too, when a recipient signs',
				},
				...detailsProperties,
			],
		},
	],
	schema: fields({
		clientpoint_id: pathId,
		...requiredSchema,
		...recipientsSchema,
		...customFieldsSchema,
		updateFields: optional(
			fields({
				...detailsSchema,
				auto_process: optional(flag),
				status: optional(oneOf('archive', 'eBrochure', 'lost', 'pending', 'trash', 'won')),
			}),
		),
	}),
	request: ({ clientpoint_id, name, revenue, assigned_to, updateFields, ...lists }) => ({
		method: 'PUT',
		path: `/v4/clientpoint/update/${clientpoint_id}`,
		body: {
			name,
			revenue,
			assigned_to,
			...updateFields,
			recipients: lists.recipients ?? lists.recipientsJson,
			custom_fields: lists.custom_fields ?? lists.customFieldsJson,
		},
	}),
});
