import type { INodeProperties } from 'n8n-workflow';
import { plainName } from '../memberNames';
import { isBlank } from './blank';
import { field } from './field';
import type { AddIssue, Field, FormValues } from './fieldTypes';
import { jsonObject } from './json';
import { parseMembers, under } from './parse';

/**
 * The members of a JSON object: those that a field knows as it gives them, further ones as they are, in
 * case an account knows more. `firstName` and `First Name` are read as `first_name`; of several that are
 * alike, the first that says something.
 */
export function parseWithFurther(
	fields: readonly Field[],
	values: FormValues,
	addIssue: AddIssue,
): FormValues {
	const names = new Map(fields.map(({ name }) => [plainName(name), name]));
	const known: FormValues = {};
	const further: Array<[string, unknown]> = [];
	for (const [key, value] of Object.entries(values)) {
		const name = names.get(plainName(key));
		if (name === undefined) further.push([key, value]);
		else if (isBlank(known[name])) known[name] = value;
	}
	return { ...Object.fromEntries(further), ...parseMembers(fields, known, addIssue) };
}

/** Further members as a JSON object, for what the other fields of a form do not know. */
export function furtherMembers<const Name extends string>(
	property: INodeProperties & { name: Name },
	others: readonly Field[],
): Field<Name, FormValues | undefined> {
	const object = field({ ...property, required: false }, jsonObject);
	return {
		...object,
		parse(values, addIssue) {
			const members = object.parse(values, addIssue);
			return members && parseWithFurther(others, members, under(addIssue, property.name));
		},
	};
}
