import { collection } from '../../form/field';
import { defineOperation } from '../../operation';
import { furtherFields, requiredFields } from '../shared/clientPointFields';
import { customFields } from '../shared/customFields';
import { mailing } from '../shared/mailing';
import { recipients } from '../shared/recipients';

/** Documented: `POST /v4/clientpoint/create`. */
export const create = defineOperation({
	resource: 'clientPoint',
	value: 'create',
	name: 'Create',
	action: 'Create ClientPoint (proposal or deal room)',
	description:
		'Create a ClientPoint (a client-facing proposal or deal room) with its recipients, custom fields, documents and templates',
	past: 'Created',
	about: ({ name }) => name,
	inDoubt: ({ name }) =>
		`The ClientPoint may have been created. Search ClientPoint for "${name}" before you run this again, or there may be two.`,
	fields: [
		...requiredFields,
		recipients,
		customFields,
		collection(
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
			},
			furtherFields,
		),
	],
	request: (body) => ({
		method: 'POST',
		path: '/v4/clientpoint/create',
		body,
		host: 'api',
		effect: 'creates',
		...mailing(body.send_recipient_mail, body.recipients),
	}),
});
