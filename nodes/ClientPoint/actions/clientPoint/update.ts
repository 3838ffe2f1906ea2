import { choice, collection, field } from '../../form/field';
import { flag } from '../../form/schemas';
import { defineOperation } from '../../operation';
import { clientPointId } from '../shared/clientPointId';
import { furtherFields, requiredFields } from '../shared/clientPointFields';
import { customFields } from '../shared/customFields';
import { mailing } from '../shared/mailing';
import { recipients } from '../shared/recipients';

/** Documented: `PUT /v4/clientpoint/update/{clientpoint_id}`; the status values exactly in this case. */
export const update = defineOperation({
	resource: 'clientPoint',
	value: 'update',
	name: 'Update',
	action: 'Update ClientPoint (proposal or deal room)',
	description:
		'Change the fields or the status of a ClientPoint (a client-facing proposal or deal room)',
	past: 'Updated',
	about: ({ clientpoint_id }) => `ClientPoint ${clientpoint_id}`,
	inDoubt: ({ clientpoint_id }) => `ClientPoint ${clientpoint_id} may have been updated.`,
	fields: [
		clientPointId,
		...requiredFields,
		recipients,
		customFields,
		collection(
			{
				displayName: 'Update Fields',
				name: 'updateFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
			},
			[
				field(
					{
						displayName: 'Auto Process',
						name: 'auto_process',
						type: 'boolean',
						default: false,
						description:
							'Whether to update the template that is there already; otherwise it is imported again',
					},
					flag,
				),
				choice({
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
				}),
				...furtherFields,
			],
		),
	],
	request: ({ clientpoint_id, ...body }) => ({
		method: 'PUT',
		path: `/v4/clientpoint/update/${clientpoint_id}`,
		body,
		host: 'api',
		effect: 'changes',
		...mailing(body.send_recipient_mail, body.recipients, true),
	}),
});
