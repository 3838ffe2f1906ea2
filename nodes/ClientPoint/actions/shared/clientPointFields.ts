import { field } from '../../form/field';
import { amount, date, email, flag, ids, jsonObject, text } from '../../form/schemas';

/** These three must be filled in to create; to update, ClientPoint says so too, and nobody knows whether it insists. */
const NAME = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. ABC Company',
	description: 'Name of the ClientPoint, typically the client or company',
} as const;
const REVENUE = {
	displayName: 'Revenue',
	name: 'revenue',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	// Blank, not 0: a revenue nobody filled in must be asked for, not sent.
	default: '',
	placeholder: 'e.g. 500.50',
	description: 'Estimated or expected revenue, as a plain number',
} as const;
const ASSIGNED_TO = {
	displayName: 'Assigned To',
	name: 'assigned_to',
	type: 'string',
	default: '',
	placeholder: 'e.g. representative@yourcompany.com',
	description: 'Email of the active user of your ClientPoint company who becomes the assignee',
} as const;

export const requiredFields = [
	field({ ...NAME, required: true }, text),
	// n8n marks no empty number, required or not.
	field(
		{
			...REVENUE,
			required: true,
			hint: 'Required, although n8n does not mark it; 0 if there is none',
		},
		amount,
	),
	field({ ...ASSIGNED_TO, required: true }, email),
] as const;

const ASKED_FOR = 'Not sent while blank; needed only if ClientPoint refuses an update without it';
export const newName = field({ ...NAME, hint: ASKED_FOR }, text);
export const newRevenue = field({ ...REVENUE, hint: ASKED_FOR }, amount);
export const newAssignee = field({ ...ASSIGNED_TO, hint: ASKED_FOR }, email);

export const data = field(
	{
		displayName: 'Data',
		name: 'data',
		type: 'json',
		default: '{}',
		description: 'Any further data as a JSON object, for the workflow that follows in ClientPoint',
	},
	jsonObject,
);

export const division = field(
	{
		displayName: 'Division',
		name: 'division',
		type: 'string',
		default: '',
		placeholder: 'e.g. North America',
		description: "The division's name, not its ID",
		hint: 'As ClientPoint spells it. Where it lists the divisions is not documented: ask your ClientPoint administrator',
	},
	text,
);

export const expirationDate = field(
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
);

export const fileIds = field(
	{
		displayName: 'File IDs',
		name: 'file_ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 9173927, 8102380',
		description:
			'Documents to import: IDs with commas between them, or an expression that gives an array',
		hint: 'IDs of documents in ClientPoint. Where it shows them is not documented: ask your ClientPoint administrator',
	},
	ids,
);

export const sendRecipientMail = field(
	{
		displayName: 'Send Recipient Mail',
		name: 'send_recipient_mail',
		type: 'boolean',
		default: false,
		description: 'Whether ClientPoint mails the ClientPoint to all recipients at once',
	},
	flag,
);

export const templateIds = field(
	{
		displayName: 'Template IDs',
		name: 'template_id',
		type: 'string',
		default: '',
		placeholder: 'e.g. 567834, 673498',
		description:
			'Templates to import: IDs with commas between them, or an expression that gives an array',
		hint: "A template is itself a ClientPoint: open it, and its ID is in the page's address",
	},
	ids,
);

export const testMode = field(
	{
		displayName: 'Test Mode',
		name: 'test_mode',
		type: 'boolean',
		default: false,
		description: 'Whether to create the ClientPoint in test mode, which cannot be turned off later',
	},
	flag,
);
