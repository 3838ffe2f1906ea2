import { collection } from '../../form/field';
import { quote } from '../../form/quote';
import { defineOperation } from '../../operation';
import {
	data,
	division,
	expirationDate,
	fileIds,
	requiredFields,
	sendRecipientMail,
	templateIds,
	testMode,
} from '../shared/clientPointFields';
import { customFields } from '../shared/customFields';
import { identify } from '../shared/identify';
import { mailing } from '../shared/mailing';
import { recipients } from '../shared/recipients';

/** Documented: `POST /v4/clientpoint/create`. */
export const create = defineOperation({
	resource: 'clientPoint',
	value: 'create',
	name: 'Create',
	action: 'Create ClientPoint',
	description:
		'Create a ClientPoint (a client-facing proposal or deal room) with its recipients, custom fields, documents and templates',
	past: 'Created',
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
			[data, division, expirationDate, fileIds, sendRecipientMail, templateIds, testMode],
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
	about: ({ name }) => name,
	inDoubt: ({ name }) =>
		`The ClientPoint may have been created. Search ClientPoint for ${quote(name)} before you run this again, or there may be two.`,
	output: (reply) => identify(reply),
});
