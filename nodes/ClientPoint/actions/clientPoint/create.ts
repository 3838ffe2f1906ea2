import {
	detailsProperties,
	detailsSchema,
	requiredProperties,
	requiredSchema,
} from '../../fields/clientPoint';
import { customFieldsProperties, customFieldsSchema } from '../../fields/customFields';
import { recipientsProperties, recipientsSchema } from '../../fields/recipients';
import { fields, optional } from '../../run/codecs';
import { defineOperation } from '../../run/operation';

/** Documented: `POST /v4/clientpoint/create`. */
export const create = defineOperation({
	resource: 'clientPoint',
	operation: 'create',
	name: 'Create',
	action: 'Create a ClientPoint',
	description: 'Create a ClientPoint with its recipients, custom fields, documents and templates',
	properties: [
		...requiredProperties,
		...recipientsProperties,
		...customFieldsProperties,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: detailsProperties,
		},
	],
	schema: fields({
		...requiredSchema,
		...recipientsSchema,
		...customFieldsSchema,
		additionalFields: optional(fields(detailsSchema)),
	}),
	request: ({ name, revenue, assigned_to, additionalFields, ...lists }) => ({
		method: 'POST',
		path: '/v4/clientpoint/create',
		body: {
			name,
			revenue,
			assigned_to,
			...additionalFields,
			recipients: lists.recipients ?? lists.recipientsJson,
			custom_fields: lists.custom_fields ?? lists.customFieldsJson,
		},
	}),
});
