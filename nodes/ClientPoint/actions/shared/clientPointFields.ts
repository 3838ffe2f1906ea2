import { field } from '../../form/field';
import { amount, date, email, flag, ids, jsonObject, text } from '../../form/schemas';

/** What ClientPoint documents as required, for an update too. */
export const requiredFields = [
	field(
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ABC Company',
			description: 'Name of the ClientPoint, typically the client or company',
		},
		text,
	),
	field(
		{
			displayName: 'Revenue',
			name: 'revenue',
			type: 'number',
			required: true,
			typeOptions: { minValue: 0, numberPrecision: 2 },
			// Blank, not 0: a revenue nobody filled in must be asked for, not sent.
			default: '',
			placeholder: 'e.g. 500.50',
			description: 'Estimated or expected revenue, as a plain number',
			// n8n marks no empty number, required or not.
			hint: 'Must be filled in; write 0 for no revenue',
		},
		amount,
	),
	field(
		{
			displayName: 'Assigned To',
			name: 'assigned_to',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. representative@yourcompany.com',
			description: 'Email of the active user of your ClientPoint company who becomes the assignee',
		},
		email,
	),
] as const;

/** For a collection, which n8n wants sorted by label. */
export const furtherFields = [
	field(
		{
			displayName: 'Data',
			name: 'data',
			type: 'json',
			default: '{}',
			description:
				'Any further data as a JSON object, for the workflow that follows in ClientPoint',
		},
		jsonObject,
	),
	field(
		{
			displayName: 'Division',
			name: 'division',
			type: 'string',
			default: '',
			placeholder: 'e.g. North America',
			description: "The division's name, not its ID",
		},
		text,
	),
	field(
		{
			displayName: 'Expiration Date',
			name: 'expiration_date',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description:
				'The day on which the ClientPoint expires for viewers; a time of day, as an expression may give, is not sent',
		},
		date,
	),
	field(
		{
			displayName: 'File IDs',
			name: 'file_ids',
			type: 'string',
			default: '',
			placeholder: 'e.g. 9173927, 8102380',
			description:
				'Documents to import: IDs with commas between them, or an expression that gives an array',
		},
		ids,
	),
	field(
		{
			displayName: 'Send Recipient Mail',
			name: 'send_recipient_mail',
			type: 'boolean',
			default: false,
			description: 'Whether ClientPoint mails the ClientPoint to all recipients at once',
		},
		flag,
	),
	field(
		{
			displayName: 'Template IDs',
			name: 'template_id',
			type: 'string',
			default: '',
			placeholder: 'e.g. 567834, 673498',
			description:
				'Templates to import: IDs with commas between them, or an expression that gives an array',
		},
		ids,
	),
	field(
		{
			displayName: 'Test Mode',
			name: 'test_mode',
			type: 'boolean',
			default: false,
			description:
				'Whether to create the ClientPoint in test mode, which cannot be turned off later',
		},
		flag,
	),
] as const;
