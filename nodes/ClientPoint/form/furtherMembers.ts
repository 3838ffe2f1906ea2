import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from './blank';
import { field } from './field';
import type { AddIssue, Field, FormValues } from './fieldTypes';
import { jsonObject } from './json';
import { under } from './parse';

/**
 * The members of a JSON object: those that a field knows as it gives them, further ones as they are, in
 * case an account knows more. `firstName` and `First Name` are read as `first_name`.
 */
export function parseWithFurther(
	fields: readonly Field[],
	values: FormValues,
	addIssue: AddIssue,
): FormValues {
	const names = new Map(fields.map(({ name }) => [plain(name), name]));
	const known: FormValues = {};
	const members = { ...values };
	for (const [key, value] of Object.entries(values)) {
		const name = names.get(plain(key));
		if (name === undefined) continue;
		delete members[key];
		// Of several that are alike the key itself counts, unless it is blank.
		if (isBlank(known[name]) || (key === name && !isBlank(value))) known[name] = value;
	}
	for (const each of fields) {
		const value = each.parse(known, addIssue);
		if (value !== undefined) members[each.name] = value;
	}
	return members;
}

/** A key without case and separators. */
const plain = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

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
