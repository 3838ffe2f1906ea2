import { choice, collection, field } from '../../form/field';
import { flag } from '../../form/schemas';
import { defineOperation } from '../../operation';
import { clientPointId } from '../shared/clientPointId';
import {
	data,
	division,
	expirationDate,
	fileIds,
	newAssignee,
	newName,
	newRevenue,
	sendRecipientMail,
	templateIds,
	testMode,
} from '../shared/clientPointFields';
import { customFields } from '../shared/customFields';
import { identify } from '../shared/identify';
import { mailing, mayMailTwice } from '../shared/mailing';
import { recipients } from '../shared/recipients';

/** Documented: `PUT /v4/clientpoint/update/{clientpoint_id}`; the status values exactly in this case. */
export const update = defineOperation({
	resource: 'clientPoint',
	value: 'update',
	name: 'Update',
	action: 'Update ClientPoint',
	description:
		'Change the status or the fields of a ClientPoint (a client-facing proposal or deal room)',
	past: 'Updated',
	fields: [
		clientPointId,
		choice({
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: '(Leave as It Is)', value: '' },
				{ name: 'Archive', value: 'archive' },
				{ name: 'eBrochure', value: 'eBrochure' },
				{ name: 'Lost', value: 'lost' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Trash', value: 'trash' },
				{ name: 'Won', value: 'won' },
			],
			default: '',
			description: 'ClientPoint sets Won by itself too, when a recipient signs',
			hint: 'If ClientPoint refuses it, add Name, Revenue and Assigned To under Update Fields',
		}),
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
				newAssignee,
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
				data,
				division,
				expirationDate,
				fileIds,
				newName,
				newRevenue,
				sendRecipientMail,
				templateIds,
				testMode,
			],
		),
	],
	check: (values) =>
		Object.keys(values).every((name) => name === 'clientpoint_id')
			? 'Nothing to change: choose a Status or fill in another field'
			: undefined,
	request: ({ clientpoint_id, ...body }) => ({
		method: 'PUT',
		path: `/v4/clientpoint/update/${clientpoint_id}`,
		body,
		host: 'api',
		effect: 'changes',
		...mailing(body.send_recipient_mail, body.recipients, true),
	}),
	about: ({ clientpoint_id }) => `ClientPoint ${clientpoint_id}`,
	inDoubt: ({ clientpoint_id, send_recipient_mail }) =>
		`ClientPoint ${clientpoint_id} may have been updated. Look at it before you run this again${mayMailTwice(send_recipient_mail)}.`,
	output: (reply, { clientpoint_id }) => identify(reply, clientpoint_id),
});
