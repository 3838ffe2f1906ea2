import type { INodeProperties } from 'n8n-workflow';
import { isObject, mapMembers } from '../untyped';
import { trim } from './blank';
import { entryOf } from './defineSchema';

/** What AI models write where they have nothing to say. "Nan" is a first name, NaN is none. */
const FILLER = /^(?:null|undefined|none|n\/a)$/i;
const isFiller = (text: string) => FILLER.test(text) || text === 'NaN' || text === 'nan';

function saysNothing(value: unknown): boolean {
	const word = entryOf(value);
	return typeof word === 'string' && isFiller(trim(word));
}

/**
 * A parameter's value without such words, which are nothing then: in its rows, its collections and the
 * entries of a JSON list too. Other JSON is the user's own and stays as it is.
 */
export function withoutFillers(property: INodeProperties, value: unknown): unknown {
	if (saysNothing(value)) return undefined;
	switch (property.type) {
		case 'json':
			return entriesWithoutFillers(value);
		case 'collection':
			return membersWithoutFillers(propertiesIn(property), value);
		case 'fixedCollection':
			return isObject(value)
				? mapMembers(value, (rows, name) => rowsOf(property, name, rows))
				: value;
		default:
			return value;
	}
}

function rowsOf({ options = [] }: INodeProperties, name: string, rows: unknown): unknown {
	const columns = options.flatMap((option) =>
		'values' in option && option.name === name ? option.values : [],
	);
	return Array.isArray(rows) ? rows.map((row) => membersWithoutFillers(columns, row)) : rows;
}

function entriesWithoutFillers(value: unknown): unknown {
	const entries = typeof value === 'string' ? parse(value) : value;
	if (!Array.isArray(entries)) return value;
	return entries.map((entry: unknown) =>
		isObject(entry)
			? mapMembers(entry, (member) => (saysNothing(member) ? undefined : member))
			: entry,
	);
}

const propertiesIn = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('type' in option ? [option] : []));

function membersWithoutFillers(properties: INodeProperties[], values: unknown): unknown {
	if (!isObject(values)) return values;
	return mapMembers(values, (value, name) => {
		const property = properties.find((each) => each.name === name);
		return property ? withoutFillers(property, value) : value;
	});
}

/** What is no JSON is told where JSON is read. */
function parse(text: string): unknown {
	try {
		return JSON.parse(trim(text));
	} catch {
		return undefined;
	}
}
