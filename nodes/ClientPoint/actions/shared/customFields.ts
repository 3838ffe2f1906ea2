import { clearable, field } from '../../form/field';
import { list } from '../../form/list';
import { text } from '../../form/schemas';
import { isObject } from '../../untyped';
import { keysOf, specify } from './specify';

const columns = [
	field(
		{
			displayName: 'Tag',
			name: 'tag',
			type: 'string',
			placeholder: 'e.g. location',
			default: '',
			description: "The custom field's tag in ClientPoint, not its label",
			hint: 'Where ClientPoint shows the tags is not documented: ask your ClientPoint administrator',
		},
		text,
	),
	clearable(
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			placeholder: 'e.g. Boston',
			default: '',
			hint: 'Left empty, it clears the custom field. An expression that gives nothing leaves it out.',
		},
		text,
	),
];

export const customFields = list({
	specify: specify('Specify Custom Fields', 'specifyCustomFields'),
	rows: {
		displayName: 'Custom Fields',
		name: 'custom_fields',
		type: 'fixedCollection',
		placeholder: 'Add Custom Field',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: { show: { specifyCustomFields: ['fields'] } },
		default: {},
		description: 'Custom fields of your ClientPoint account, by their tag',
	},
	row: 'Custom Field',
	columns,
	json: {
		displayName: 'Custom Fields (JSON)',
		name: 'customFieldsJson',
		type: 'json',
		typeOptions: { rows: 5 },
		displayOptions: { show: { specifyCustomFields: ['json'] } },
		// The shape alone: a default that nobody touches is sent.
		default: '[\n  { "tag": "", "value": "" }\n]',
		description: 'An array of tags and values, as JSON or from an expression',
		hint: `Keys: ${keysOf(columns)}`,
	},
	members: columns,
	finish(entry, addIssue, written) {
		const { tag, value, ...others } = entry;
		if (value === undefined) {
			const isMeant = Object.keys(others).length > 0 && isObject(written) && !('value' in written);
			// A member of another name is what the value was written under.
			if (isMeant) addIssue({ path: ['value'], message: 'is required' });
			return undefined;
		}
		if (tag === undefined) addIssue({ path: ['tag'], message: 'is required' });
		return entry;
	},
});
