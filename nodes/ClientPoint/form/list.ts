import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { isObject } from '../untyped';
import { isBlank } from './blank';
import { choice } from './field';
import type { AddIssue, Field, Fields, FormValues } from './fieldTypes';
import { parseWithFurther } from './furtherMembers';
import { jsonArray } from './json';
import { parseBy, parseMembers, propertiesOf, under } from './parse';
import { quote } from './quote';

/** How a list is declared. */
interface List<Name extends string> {
	/** The dropdown between rows (`fields`) and JSON (`json`): rows cannot take a whole upstream list. */
	specify: INodeProperties & {
		options: Array<INodePropertyOptions & { value: 'fields' | 'json' }>;
	};
	/** The fixedCollection, which gives the list its name; its columns are added. */
	rows: INodeProperties & { name: Name };
	/** What n8n calls one row. */
	row: string;
	columns: Fields;
	json: INodeProperties;
	/** What an entry in JSON may have, besides further members. */
	members: readonly Field[];
	/** What is made of a row or an entry, as it was read and as it was written; `undefined` leaves it out. */
	finish(entry: FormValues, addIssue: AddIssue, written: unknown): FormValues | undefined;
}

/** The one member of n8n's fixedCollection. */
const ROWS = 'values';

/**
 * A list that is filled in as rows or as JSON: one field with one value. Rows and entries of nothing but
 * blanks are left out, and so is the list when none is left.
 */
export function list<const Name extends string>({
	specify,
	rows,
	row,
	columns,
	json,
	members,
	finish,
}: List<Name>): Field<Name, FormValues[] | undefined> {
	const withColumns = {
		...rows,
		options: [{ displayName: row, name: ROWS, values: propertiesOf(columns) }],
	};
	const kind = choice(specify);

	const parseRow: ParseEntry = (entry, addIssue) => parseMembers(columns, entry, addIssue);
	const parseEntry: ParseEntry = (entry, addIssue) => {
		if (isObject(entry)) return parseWithFurther(members, entry, addIssue);
		addIssue({ path: [], message: `must be a JSON object, not ${quote(entry)}` });
		return {};
	};

	const parseAll = (entries: unknown[], parse: ParseEntry, addIssue: AddIssue) => {
		const kept = entries.flatMap((entry, index) => {
			if (isBlank(entry)) return [];
			let isRefused = false;
			const here: AddIssue = (issue) => {
				isRefused = true;
				under(addIssue, index)(issue);
			};
			const parsed = parse(entry, here);
			if (isRefused || isBlank(Object.values(parsed))) return [];
			const finished = finish(parsed, here, entry);
			return finished ? [finished] : [];
		});
		return kept.length > 0 ? kept : undefined;
	};

	const parseRows = (written: unknown, addIssue: AddIssue) => {
		const entries = isObject(written) ? written[ROWS] : written;
		if (isBlank(entries)) return undefined;
		if (Array.isArray(entries)) return parseAll(entries, parseRow, under(addIssue, ROWS));
		addIssue({ path: [], message: `must be rows, not ${quote(entries)}` });
		return undefined;
	};

	const parseJson = (written: unknown, addIssue: AddIssue) => {
		const entries = isBlank(written) ? undefined : parseBy(jsonArray, written, addIssue);
		return entries && parseAll(entries, parseEntry, addIssue);
	};

	return {
		kind: 'field',
		name: rows.name,
		properties: [specify, withColumns, json],
		parse: (form, addIssue) =>
			kind.parse(form, addIssue) === 'json'
				? parseJson(form[json.name], under(addIssue, json.name))
				: parseRows(form[rows.name], under(addIssue, rows.name)),
	};
}

type ParseEntry = (entry: unknown, addIssue: AddIssue) => FormValues;
