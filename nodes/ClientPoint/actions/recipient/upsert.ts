import { collection, field } from '../../form/field';
import { furtherMembers } from '../../form/furtherMembers';
import { email, flag } from '../../form/schemas';
import { defineOperation } from '../../operation';
import { clientPointId } from '../shared/clientPointId';
import { identify } from '../shared/identify';
import { mailing, mayMailTwice } from '../shared/mailing';
import { recipientDetails, recipientMembers } from '../shared/recipientFields';

/**
 * Documented: `POST /v4/recipient/add`, with the ClientPoint's ID in the body. What makes it an
 * update rather than an addition is not documented; presumably the e-mail address.
 */
export const upsert = defineOperation({
	resource: 'recipient',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or Update Recipient',
	// In the words that n8n's lint asks for.
	description: 'Create a new recipient, or update the current one if it already exists (upsert)',
	past: 'Created or updated',
	fields: [
		clientPointId,
		field(
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				required: true,
				placeholder: 'e.g. john.doe@example.com',
				default: '',
				description:
					"The recipient's address, by which ClientPoint presumably knows who is there already",
			},
			email,
		),
		collection(
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
			},
			[
				...recipientDetails,
				furtherMembers(
					{
						displayName: 'Further Fields (JSON)',
						name: 'furtherFields',
						type: 'json',
						default: '{}',
						description:
							'Keys that the form does not have, as a JSON object; they are sent as they are',
					},
					recipientMembers,
				),
				field(
					{
						displayName: 'Send Recipient Mail',
						name: 'send_recipient_mail',
						type: 'boolean',
						default: false,
						description: 'Whether ClientPoint mails the ClientPoint to the recipient at once',
					},
					flag,
				),
			],
		),
	],
	request: ({ clientpoint_id, send_recipient_mail, furtherFields, ...recipient }) => ({
		method: 'POST',
		path: '/v4/recipient/add',
		body: {
			clientpoint_id,
			// A field of the form wins over the same key in Further Fields.
			recipient: { ...furtherFields, ...recipient },
			...(send_recipient_mail !== undefined && { send_recipient_mail }),
		},
		host: 'api',
		effect: 'changes',
		...mailing(send_recipient_mail, [recipient]),
	}),
	about: ({ email: address }) => address,
	inDoubt: ({ clientpoint_id, email: address, send_recipient_mail }) =>
		`${address} may have been added to ClientPoint ${clientpoint_id}, or updated there. Look at its recipients before you run this again${mayMailTwice(send_recipient_mail)}.`,
	output: (reply, { clientpoint_id }) => identify(reply, clientpoint_id),
});
