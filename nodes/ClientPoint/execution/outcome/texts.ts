import { isNested, isObject } from '../../untyped';
import * as names from './names';
import { DEPTH, isNothing, LONGEST, plainName } from './signs';

/** Texts that are for people, by the names that hold them; in a list that is the whole reply, all. */
export const textsIn = (json: unknown) => textsUnder(unwrapped(json), DEPTH, Array.isArray(json));

function textsUnder(json: unknown, depth: number, isTold: boolean): string[] {
	if (typeof json === 'string') return isTold ? [spoken(json)] : [];
	if (depth === 0 || !isNested(json)) return [];
	return Object.entries(json).flatMap(([member, value]) => {
		const name = plainName(member);
		const isNamed =
			!Array.isArray(json) && (isTextName(name) || (depth === DEPTH && isOuterText(name, value)));
		return textsUnder(value, depth - 1, isTold || isNamed);
	});
}

const isTextName = (name: string) => names.TEXT_NAMES.test(name) || names.FAILURE_NAMES.test(name);

/** What holds the answer may be a text itself. */
const isOuterText = (name: string, value: unknown) =>
	names.OUTER_TEXT_NAMES.test(name) ||
	(/^(data|result|response|content)$/.test(name) && typeof value === 'string');

/** What is in a mere wrapper. */
function unwrapped(json: unknown, depth = DEPTH): unknown {
	if (depth === 0 || !isObject(json)) return json;
	const [[name, value] = ['', undefined], ...more] = Object.entries(json);
	const isWrapper = more.length === 0 && isNested(value) && !isTextName(plainName(name));
	return isWrapper ? unwrapped(value, depth - 1) : json;
}

/** Every text but links. */
export function stringsIn(json: unknown, depth = DEPTH): string[] {
	if (typeof json === 'string') return /^\s*https?:/.test(json) ? [] : [spoken(json)];
	if (depth === 0 || !isNested(json)) return [];
	return Object.values(json).flatMap((value) => stringsIn(value, depth - 1));
}

/** The names, by their words, of members that hold something: `{ "not_found": true }`. */
export function namesIn(json: unknown, depth = DEPTH): string[] {
	if (depth === 0 || !isNested(json)) return [];
	return Object.entries(json).flatMap(([member, value]) => [
		...(isNothing(value) ? [] : [spoken(member)]),
		...namesIn(value, depth - 1),
	]);
}

/** The status that stands in the answer, by its words. */
export function statusesIn(json: unknown): string[] {
	const answer = unwrapped(json);
	if (!isObject(answer)) return [];
	return Object.entries(answer).flatMap(([member, value]) =>
		typeof value === 'string' && names.STATUS_NAMES.test(plainName(member)) ? [spoken(value)] : [],
	);
}

/** `NOT_FOUND` and `NotFound` as their words. */
function spoken(whole: string): string {
	const text = whole.slice(0, LONGEST);
	return /^[a-z]+([_.-][a-z]+)*$/i.test(text)
		? text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')
		: text;
}

/** JSON that comes as a text, by itself, in a member of the answer or in a mere wrapper, as what it says. */
export function opened(json: unknown, depth = DEPTH): unknown {
	if (typeof json === 'string') return parsed(json);
	if (depth === 0 || !isObject(json)) return json;
	const members = Object.entries(json);
	const deeper = members.length === 1 ? depth - 1 : 0;
	return Object.fromEntries(members.map(([name, value]) => [name, opened(value, deeper)]));
}

function parsed(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
