import type { INodeProperties } from 'n8n-workflow';
import {
	email,
	fields,
	flag,
	jsonObject,
	jsonRows,
	oneOf,
	openFields,
	optional,
	rows,
	text,
} from '../run/codecs';
import { specifyProperty } from './specify';

/** The keys a recipient is known to have; ClientPoint documents none of them as required. */
const person = {
	first_name: optional(text),
	last_name: optional(text),
	email: optional(email),
	primary: optional(flag),
};

const details = {
	account: optional(text),
	address_line_1: optional(text),
	city: optional(text),
	country: optional(text),
	mobile: optional(text),
	phone_number: optional(text),
	prefix: optional(text),
	state: optional(text),
	title: optional(text),
	zip: optional(text),
};

/** One recipient as a row of the form; `primary` has a default, so by itself it says nothing. */
const recipientRow = fields({ ...person, additionalFields: optional(fields(details)) })
	.transform(({ additionalFields, ...row }) => ({ ...row, ...additionalFields }))
	.refine((row) => Object.keys(row).some((key) => key !== 'primary'), {
		message: 'is empty: fill in a field or remove the row',
	});

/** One recipient as a collection of its own, with further keys as JSON. */
export const recipientSchema = fields({
	...person,
	...details,
	furtherFields: optional(jsonObject.pipe(openFields({ ...person, ...details }))),
}).transform(({ furtherFields, ...recipient }) => ({ ...furtherFields, ...recipient }));

export const recipientsSchema = {
	specifyRecipients: oneOf('fields', 'json'),
	recipients: optional(rows(recipientRow)),
	recipientsJson: optional(jsonRows(openFields({ ...person, ...details }))),
};

/** In the order in which people give them. */
const personProperties: INodeProperties[] = [
	{
		displayName: 'First Name',
		name: 'first_name',
		type: 'string',
		placeholder: 'e.g. John',
		default: '',
	},
	{
		displayName: 'Last Name',
		name: 'last_name',
		type: 'string',
		placeholder: 'e.g. Doe',
		default: '',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. john.doe@example.com',
		default: '',
	},
	{
		displayName: 'Primary',
		name: 'primary',
		type: 'boolean',
		default: false,
		description: 'Whether this is the primary recipient',
	},
];

const detailProperties: INodeProperties[] = [
	{
		displayName: 'Account',
		name: 'account',
		type: 'string',
		default: '',
		description: "The recipient's company",
	},
	{
		displayName: 'Address Line 1',
		name: 'address_line_1',
		type: 'string',
		default: '',
	},
	{ displayName: 'City', name: 'city', type: 'string', default: '' },
	{ displayName: 'Country', name: 'country', type: 'string', default: '' },
	{ displayName: 'Mobile', name: 'mobile', type: 'string', default: '' },
	{
		displayName: 'Phone Number',
		name: 'phone_number',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Prefix',
		name: 'prefix',
		type: 'string',
		placeholder: 'e.g. Dr.',
		default: '',
	},
	{ displayName: 'State', name: 'state', type: 'string', default: '' },
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		placeholder: 'e.g. Head of Purchasing',
		default: '',
	},
	{ displayName: 'ZIP', name: 'zip', type: 'string', default: '' },
];

export const recipientsProperties: INodeProperties[] = [
	specifyProperty('Specify Recipients', 'specifyRecipients'),
	{
		displayName: 'Recipients',
		name: 'recipients',
		type: 'fixedCollection',
		placeholder: 'Add Recipient',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { specifyRecipients: ['fields'] } },
		default: {},
		description: 'The people the ClientPoint is for',
		options: [
			{
				displayName: 'Recipient',
				name: 'values',
				values: [
					...personProperties,
					{
						displayName: 'Additional Fields',
						name: 'additionalFields',
						type: 'collection',
						placeholder: 'Add Field',
						default: {},
						options: detailProperties,
					},
				],
			},
		],
	},
	{
		displayName: 'Recipients (JSON)',
		name: 'recipientsJson',
		type: 'json',
		typeOptions: { rows: 5 },
		displayOptions: { show: { specifyRecipients: ['json'] } },
		default: '[]',
		placeholder: '[{ "first_name": "John", "email": "john.doe@example.com", "primary": true }]',
		description:
			'An array of recipients, as JSON or from an expression. Keys that the form does not have are sent as they are.',
	},
];

/** For a collection, which n8n wants sorted by label. */
export const recipientProperties: INodeProperties[] = [
	...personProperties,
	...detailProperties,
	{
		displayName: 'Further Fields (JSON)',
		name: 'furtherFields',
		type: 'json' as const,
		default: '{}',
		description: 'Keys that the form does not have, as a JSON object; they are sent as they are',
	},
].sort((a, b) => a.displayName.localeCompare(b.displayName));
