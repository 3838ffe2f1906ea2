import type { Fields } from '../../form/fieldTypes';
import { propertiesOf } from '../../form/parse';

/**
 * The choice between rows and JSON, as n8n's HTTP Request node offers it: rows cannot take a whole
 * upstream list, JSON can.
 */
export const specify = <const Name extends string>(displayName: string, name: Name) => ({
	displayName,
	name,
	type: 'options' as const,
	options: [
		{
			name: 'Using Fields Below',
			value: 'fields' as const,
			description: 'One row for each',
		},
		{
			name: 'Using JSON',
			value: 'json' as const,
			description: 'A whole list, for example from an upstream item',
		},
	],
	default: 'fields',
});

/** The keys that are known, for a hint. */
export const keysOf = (fields: Fields) =>
	propertiesOf(fields)
		.map(({ name }) => `<code>${name}</code>`)
		.join(', ');
