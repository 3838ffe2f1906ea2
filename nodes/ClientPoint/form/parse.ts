import type { z } from 'zod';
import { isPlain } from './blank';
import type { AddIssue, Fields, FormValues, ValuesOf } from './fieldTypes';
import { FormError, type Issue } from './issues';
import { quote } from './quote';

export const NOT_A_FIELD = 'is not a field of this form';

/** The properties of all fields, in their order: what n8n is to show. */
export const propertiesOf = (fields: Fields) => fields.flatMap(({ properties }) => properties);

/** Kept, because each row of each item asks for them. */
const names = new WeakMap<Fields, Set<string>>();

function namesOf(fields: Fields): Set<string> {
	const known = names.get(fields) ?? new Set(propertiesOf(fields).map(({ name }) => name));
	names.set(fields, known);
	return known;
}

/** The members that the fields give, but for blank ones. A member that no field knows is reported. */
export function parseMembers<const All extends Fields>(
	fields: All,
	values: unknown,
	addIssue: AddIssue,
): ValuesOf<All>;
export function parseMembers(fields: Fields, values: unknown, addIssue: AddIssue): FormValues {
	const members: FormValues = {};
	// A Map or a Date has no members, whatever is in it.
	if (!isPlain(values)) {
		addIssue({ path: [], message: `must be made of its fields, not ${quote(values)}` });
		return members;
	}
	const known = namesOf(fields);
	for (const name of Object.keys(values)) {
		if (!known.has(name)) addIssue({ path: [name], message: NOT_A_FIELD });
	}
	for (const each of fields) {
		try {
			const value = each.parse(values, addIssue);
			if (each.kind === 'group') Object.assign(members, value);
			else if (value !== undefined) members[each.name] = value;
		} catch {
			// An expression can give an object that throws when it is looked at.
			addIssue({ path: [each.properties[0].name], message: 'has a value that cannot be read' });
		}
	}
	return members;
}

/**
 * A whole form's values as what the API wants.
 *
 * @throws FormError with everything that is wrong
 */
export function parseForm<const All extends Fields>(
	fields: All,
	values: FormValues,
): ValuesOf<All> {
	const issues: Issue[] = [];
	const parsed = parseMembers(fields, values, (issue) => issues.push(issue));
	if (issues.length > 0) throw new FormError(propertiesOf(fields), issues);
	return parsed;
}

/** What the schema makes of a value; `undefined` when it refuses it, and says why. */
export function parseBy<Schema extends z.ZodTypeAny>(
	schema: Schema,
	value: unknown,
	addIssue: AddIssue,
): z.output<Schema> | undefined {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	for (const { path, message } of parsed.error.issues) addIssue({ path, message });
	return undefined;
}

/** The same, for what stands under these steps. */
export const under =
	(addIssue: AddIssue, ...steps: Issue['path']): AddIssue =>
	({ path, message }) =>
		addIssue({ path: [...steps, ...path], message });
