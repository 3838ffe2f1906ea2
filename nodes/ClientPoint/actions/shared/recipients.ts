import { isBlank } from '../../form/blank';
import { collection } from '../../form/field';
import { list } from '../../form/list';
import {
	details,
	emailAddress,
	firstName,
	lastName,
	primary,
	recipientMembers,
} from './recipientFields';
import { keysOf, specify } from './specify';

export const recipients = list({
	specify: specify('Specify Recipients', 'specifyRecipients'),
	rows: {
		displayName: 'Recipients',
		name: 'recipients',
		type: 'fixedCollection',
		placeholder: 'Add Recipient',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { specifyRecipients: ['fields'] } },
		default: {},
		description: 'The people the ClientPoint is for',
	},
	row: 'Recipient',
	columns: [
		firstName,
		lastName,
		emailAddress,
		primary,
		collection(
			{
				displayName: 'More Details',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Detail',
				default: {},
			},
			details,
		),
	],
	json: {
		displayName: 'Recipients (JSON)',
		name: 'recipientsJson',
		type: 'json',
		typeOptions: { rows: 5 },
		displayOptions: { show: { specifyRecipients: ['json'] } },
		// The shape alone: what nobody has touched is sent, so an example person would be, and be mailed. An
		// entry that says nothing but `primary` is left out.
		default: '[\n  { "first_name": "", "last_name": "", "email": "", "primary": true }\n]',
		description:
			'An array of recipients, as JSON or from an expression. Keys that the form does not have are sent as they are.',
		hint: `Known keys: ${keysOf(recipientMembers)}`,
	},
	members: recipientMembers,
	// The form fills in `primary` by itself, so alone it says nothing.
	finish: (entry) =>
		Object.keys(entry).some((name) => name !== 'primary' && !isBlank(entry[name]))
			? entry
			: undefined,
});
