import type { z } from 'zod';
import { isObject } from '../untyped';
import type { AddIssue, Fields, FormValues, ValuesOf } from './fieldTypes';
import { FormError, type Issue } from './issues';
import { quote } from './quote';

/** The properties of all fields, in their order: what n8n is to show. */
export const propertiesOf = (fields: Fields) => fields.flatMap(({ properties }) => properties);

/** The members that the fields give, except blank ones. A member that no field knows is reported. */
export function parseMembers<const All extends Fields>(
	fields: All,
	values: unknown,
	addIssue: AddIssue,
): ValuesOf<All>;
export function parseMembers(fields: Fields, values: unknown, addIssue: AddIssue): FormValues {
	const members: FormValues = {};
	if (!isObject(values)) {
		addIssue({ path: [], message: `must be made of its fields, not ${quote(values)}` });
		return members;
	}
	const known = propertiesOf(fields).map(({ name }) => name);
	for (const name of Object.keys(values)) {
		if (!known.includes(name)) addIssue({ path: [name], message: 'is not a field of this form' });
	}
	for (const each of fields) {
		const value = each.parse(values, addIssue);
		if (each.kind === 'group') Object.assign(members, value);
		else if (value !== undefined) members[each.name] = value;
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
