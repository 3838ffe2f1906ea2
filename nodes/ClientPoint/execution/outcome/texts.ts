import { cutAt, isNested, isObject, mapMembers } from '../../untyped';
import * as names from './names';
import { isNothing, LONGEST, plainName } from './signs';

/** Texts that are for people, by the names that hold them; in a list or a bare value that is the whole reply, all. */
export const textsIn = (json: unknown) => textsUnder(unwrapped(json), !isObject(json), isOuterText);

function textsUnder(
	json: unknown,
	isTold: boolean,
	isNamed: (name: string, value: unknown) => boolean,
): string[] {
	if (!isNested(json)) return isTold && isWord(json) ? [spoken(`${json}`)] : [];
	return Object.entries(json).flatMap(([member, value]) =>
		textsUnder(value, isTold || isNamed(plainName(member), value), isTextName),
	);
}

const isWord = (json: unknown) => typeof json === 'string' || typeof json === 'number';

const isTextName = (name: string) => names.TEXT_NAMES.test(name) || names.FAILURE_NAMES.test(name);

/** What holds the answer may be a text itself. */
const isOuterText = (name: string, value: unknown) =>
	isTextName(name) ||
	names.OUTER_TEXT_NAMES.test(name) ||
	(/^(data|result|response|content)$/.test(name) && typeof value === 'string');

/** What is in a mere wrapper. */
function unwrapped(json: unknown): unknown {
	if (!isObject(json)) return json;
	const members = Object.entries(json);
	const isWrapper =
		members.length === 1 &&
		members.every(([name, value]) => isNested(value) && !isTextName(plainName(name)));
	return isWrapper ? unwrapped(members[0][1]) : json;
}

/** Every text but links. */
export function stringsIn(json: unknown): string[] {
	if (typeof json === 'string') return /^\s*https?:/.test(json) ? [] : [spoken(json)];
	return isNested(json) ? Object.values(json).flatMap(stringsIn) : [];
}

/** The names, by their words, of members that hold something: `{ "not_found": true }`. */
export function namesIn(json: unknown): string[] {
	if (!isNested(json)) return [];
	return Object.entries(json).flatMap(([member, value]) => [
		...(isNothing(value) ? [] : [spoken(member)]),
		...namesIn(value),
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

/** A reply as it is read: with JSON that comes as a text opened, and no deeper than anybody looks. */
export const readable = (reply: unknown) => cut(opened(cut(reply)));

/** What is deeper may be anything, an id and what leaves the outcome open among them. */
const cut = (json: unknown) => cutAt(20, json, { id: 'deeper', status: 'unknown' });

/** JSON in a text, by itself, in a member of the answer or in a mere wrapper, as what it says. */
function opened(json: unknown): unknown {
	if (!isObject(json)) return parsed(json);
	const isWrapper = Object.keys(json).length === 1;
	return mapMembers(json, isWrapper ? opened : parsed);
}

function parsed(text: unknown): unknown {
	if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
