import type { INodeProperties } from 'n8n-workflow';
import {
	fields,
	jsonRows,
	oneOf,
	openFields,
	optional,
	rows,
	text,
	textOrBlank,
} from '../run/codecs';
import { specifyProperty } from './specify';

const customField = { tag: text, value: textOrBlank };

export const customFieldsSchema = {
	specifyCustomFields: oneOf('fields', 'json'),
	custom_fields: optional(rows(fields(customField))),
	customFieldsJson: optional(jsonRows(openFields(customField))),
};

export const customFieldsProperties: INodeProperties[] = [
	specifyProperty('Specify Custom Fields', 'specifyCustomFields'),
	{
		displayName: 'Custom Fields',
		name: 'custom_fields',
		type: 'fixedCollection',
		placeholder: 'Add Custom Field',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { specifyCustomFields: ['fields'] } },
		default: {},
		description: 'Custom fields of your ClientPoint account, by their tag',
		options: [
			{
				displayName: 'Custom Field',
				name: 'values',
				values: [
					{
						displayName: 'Tag',
						name: 'tag',
						type: 'string',
						placeholder: 'e.g. location',
						default: '',
						description: "The custom field's tag in ClientPoint, not its label",
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
					},
				],
			},
		],
	},
	{
		displayName: 'Custom Fields (JSON)',
		name: 'customFieldsJson',
		type: 'json',
		typeOptions: { rows: 5 },
		displayOptions: { show: { specifyCustomFields: ['json'] } },
		default: '[]',
		placeholder: '[{ "tag": "location", "value": "Boston" }]',
		description: 'An array of tags and values, as JSON or from an expression',
	},
];
