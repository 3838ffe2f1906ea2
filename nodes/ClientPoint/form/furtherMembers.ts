import type { INodeProperties } from 'n8n-workflow';
import { field } from './field';
import type { AddIssue, Field, FormValues } from './fieldTypes';
import { jsonObject } from './json';
import { propertiesOf, under } from './parse';

/**
 * The members of a JSON object: those that a field knows as it gives them, further ones as they are, in
 * case an account knows more. One that is nearly a known one is reported: it would be sent in vain.
 */
export function parseWithFurther(
	fields: readonly Field[],
	values: FormValues,
	addIssue: AddIssue,
): FormValues {
	const names = propertiesOf(fields).map(({ name }) => name);
	const members = { ...values };
	for (const key of Object.keys(values)) {
		if (names.includes(key)) delete members[key];
		else reportNearMiss(key, names, addIssue);
	}
	for (const each of fields) {
		const value = each.parse(values, addIssue);
		if (value !== undefined) members[each.name] = value;
	}
	return members;
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

function reportNearMiss(key: string, names: string[], addIssue: AddIssue): void {
	const meant = names.find((name) => isNearMiss(key, name));
	if (meant) addIssue({ path: [key], message: `is not known: did you mean ${meant}?` });
}

/** A letter away from a known name, and yet words of their own. */
const OTHER_WORDS = ['county', 'estate', 'stage'];

/** Whether one was probably written for the other: alike but for case and separators, or by one slip. */
function isNearMiss(written: string, known: string): boolean {
	const [one, other] = [written, known].map((key) => key.toLowerCase().replace(/[^a-z\d]/g, ''));
	if (one === other) return true;
	if (OTHER_WORDS.includes(one)) return false;
	// `address_line_2` is no slip for `address_line_1`, and in short words too many are one letter apart.
	const digits = [one, other].map((key) => key.replace(/\D/g, ''));
	return other.length >= 4 && digits[0] === digits[1] && isOneSlip(one, other);
}

/** One letter too many, too few or another, or two exchanged. */
function isOneSlip(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	const rest = (text: string, from: number) => text.slice(at + from);
	if (short.length < long.length) return rest(short, 0) === rest(long, 1);
	const isExchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
	return rest(short, 1) === rest(long, 1) || (isExchanged && rest(short, 2) === rest(long, 2));
}
