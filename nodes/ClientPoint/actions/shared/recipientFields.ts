import { field } from '../../form/field';
import { email, flag, text } from '../../form/schemas';

/** ClientPoint documents no member of a recipient as required. */
export const firstName = field(
	{
		displayName: 'First Name',
		name: 'first_name',
		type: 'string',
		placeholder: 'e.g. John',
		default: '',
	},
	text,
);
export const lastName = field(
	{
		displayName: 'Last Name',
		name: 'last_name',
		type: 'string',
		placeholder: 'e.g. Doe',
		default: '',
	},
	text,
);
export const emailAddress = field(
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. john.doe@example.com',
		default: '',
	},
	email,
);
export const primary = field(
	{
		displayName: 'Primary',
		name: 'primary',
		type: 'boolean',
		default: false,
		description: 'Whether this is the primary recipient',
	},
	flag,
);

/** Sorted by label, as n8n wants a collection. */
export const details = [
	field(
		{
			displayName: 'Account',
			name: 'account',
			type: 'string',
			placeholder: 'e.g. ACC-001122',
			default: '',
			description:
				"The recipient's account; ClientPoint's sample has an account number, and does not say what it means",
		},
		text,
	),
	field(
		{
			displayName: 'Address Line 1',
			name: 'address_line_1',
			type: 'string',
			placeholder: 'e.g. 1 Main Street',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'City',
			name: 'city',
			type: 'string',
			placeholder: 'e.g. Boston',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'Country',
			name: 'country',
			type: 'string',
			placeholder: 'e.g. USA',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'Mobile',
			name: 'mobile',
			type: 'string',
			placeholder: 'e.g. +1 555 0100',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'Phone Number',
			name: 'phone_number',
			type: 'string',
			placeholder: 'e.g. +1 555 0101',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'Prefix',
			name: 'prefix',
			type: 'string',
			placeholder: 'e.g. Dr.',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'State',
			name: 'state',
			type: 'string',
			placeholder: 'e.g. MA',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			placeholder: 'e.g. Head of Purchasing',
			default: '',
		},
		text,
	),
	field(
		{
			displayName: 'ZIP',
			name: 'zip',
			type: 'string',
			placeholder: 'e.g. 02101',
			default: '',
		},
		text,
	),
];

/** All that a recipient is known to have, except the e-mail address. */
export const recipientDetails = [firstName, lastName, primary, ...details];

/** All that a recipient is known to have. */
export const recipientMembers = [emailAddress, ...recipientDetails];
