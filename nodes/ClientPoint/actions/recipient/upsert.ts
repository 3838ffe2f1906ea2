import { clientPointIdProperty } from '../../fields/clientPointId';
import { recipientProperties, recipientSchema } from '../../fields/recipients';
import { fields, filledIn, flag, id, optional } from '../../run/codecs';
import { defineOperation } from '../../run/operation';

/**
 * Documented: `POST /v4/recipient/add`, with the ClientPoint's ID in the body. What makes it an
 * update rather than an addition is not documented; presumably the e-mail address.
 */
export const upsert = defineOperation({
	resource: 'recipient',
	operation: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a recipient',
	description: 'Create a new recipient, or update the current one if it already exists (upsert)',
	properties: [
		clientPointIdProperty,
		{
			displayName: 'Recipient',
			name: 'recipient',
			type: 'collection',
			placeholder: 'Add Field',
			required: true,
			default: {},
			options: recipientProperties,
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Send Recipient Mail',
					name: 'send_recipient_mail',
					type: 'boolean',
					default: false,
					description: 'Whether ClientPoint mails the ClientPoint to the recipient at once',
				},
			],
		},
	],
	schema: fields({
		clientpoint_id: id,
		recipient: filledIn(recipientSchema),
		additionalFields: optional(fields({ send_recipient_mail: optional(flag) })),
	}),
	request: ({ additionalFields, ...body }) => ({
		method: 'POST',
		path: '/v4/recipient/add',
		body: { ...body, ...additionalFields },
	}),
});
