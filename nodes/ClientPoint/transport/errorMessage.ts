import { shorten } from '../shorten';
import { cutAt, isNested, isObject } from '../untyped';
import { fieldAt, fieldName, knownField, rowName, type Label } from './fieldName';
import { isPage, isRedirect, parseBody, type Response } from './response';

/** Where APIs put their words, by the names that are usual. */
const MESSAGE_KEYS =
	/^(hydra:)?(\w*(messages?|msg|errors?)|(error|fault|status|result|user)_?(text|string|description)|details?|description|reason|title|exception|issues|violations|model_?state)$/i;

/** Members that tell of the failure by a sign and not in words. */
const SIGNS = /^\d+$|code|status|type/i;

/** Members that name the field which a message is about: by its name, or by the way to it. */
const FIELD_KEYS =
	/^(field|field_?name|param|(instance_?)?path|property|property_?path|attribute|loc|source|pointer)$/i;
/** Members that say what is wrong with a field where no message does. */
const RULE_KEYS = /^(code|rule)$/i;

/** A reply nested deeper than so many levels has no words for people there. */
const MAX_DEPTH = 7;

/** Characters of a reply's words that are shown, each text of which has one at least. */
const LONGEST = 500;

/** What a reply says in words, wherever it says it; `undefined` when it says nothing. */
export function errorMessage(reply: unknown, labelOf: Label = (key) => key): string | undefined {
	const json = cutAt(MAX_DEPTH, reply);
	const words = isObject(json) ? messagesIn(json, labelOf) : wordsIn(json, labelOf);
	const told = words.length > 0 || !isObject(json) ? words : fieldsIn(json, labelOf);
	const some = [...new Set(told)].slice(0, LONGEST).map((words) => shorten(words, LONGEST));
	return some.length > 0 ? shorten(onOneLine(some.reduce(join)), LONGEST) : undefined;
}

/** What the answer is, for whoever has to be told of a failure: its words, or failing those, its kind. */
export function describeResponse(response: Response, labelOf?: Label): string {
	const { status, text } = response;
	const told = `ClientPoint answered ${status}`;
	const parsed = parseBody(response);
	const words = errorMessage(parsed?.json, labelOf);
	if (words) return `${told}: ${words}`;
	if (isRedirect(response)) return `${told}, a redirect, which is not followed`;
	if (text.trim() === '') return parsed ? told : `${told} with nothing`;
	if (parsed)
		return saysNothing(parsed.json) ? `${told} without saying why` : `${told}: ${raw(text)}`;
	return isPage(response)
		? `${told} with a web page, not JSON`
		: `${told} with text that is not JSON: ${raw(text)}`;
}

function messagesIn(json: object, labelOf: Label): string[] {
	const pair = pairIn(json, labelOf);
	if (pair) return [pair];
	return Object.entries(json).flatMap(([key, value]) => {
		if (MESSAGE_KEYS.test(key)) return wordsIn(value, labelOf);
		if (Array.isArray(value)) return value.flatMap((entry) => pairOf(entry, labelOf));
		return isObject(value) ? messagesIn(value, labelOf) : [];
	});
}

/** What an entry of a list says of a field, under whatever name the list stands. */
const pairOf = (entry: unknown, labelOf: Label): string[] => {
	const pair = isObject(entry) ? pairIn(entry, labelOf) : undefined;
	return pair ? [pair] : [];
};

/** Every text inside a message; texts about one field are one, with that field's label. */
function wordsIn(value: unknown, labelOf: Label): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
	if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(entry, labelOf));
	if (!isObject(value)) return [];
	const pair = pairIn(value, labelOf);
	if (pair) return [pair];
	return Object.entries(value).flatMap(([key, inner]) => {
		if (MESSAGE_KEYS.test(key) || SIGNS.test(key)) return wordsIn(inner, labelOf);
		const wordsOf = (part: unknown) => wordsIn(part, labelOf);
		return inRows(key, inner, labelOf, wordsOf) ?? under(fieldName(key, labelOf), wordsOf(inner));
	});
}

/** What is said of the fields of each row of a list; `undefined` where it is none. */
function inRows(
	key: string,
	list: unknown,
	labelOf: Label,
	wordsOf: (row: unknown) => string[],
): string[] | undefined {
	const rows = isNested(list) ? Object.entries(list) : [];
	const isRow = ([index, row]: [string, unknown]) =>
		/^\d{1,4}$/.test(index) &&
		isObject(row) &&
		!Object.keys(row).some((name) => MESSAGE_KEYS.test(name));
	if (rows.length === 0 || !rows.every(isRow)) return undefined;
	return rows.flatMap(([index, row]) =>
		wordsOf(row).map((words) => `${rowName(key, index, labelOf)}, ${words}`),
	);
}

/** The words with the name of what they are about, unless that is what they begin with. */
const under = (label: string, words: string[]): string[] =>
	words.length === 0 || words[0].startsWith(`${label}: `)
		? words
		: [`${label}: ${words.join(', ')}`];

/** `{ "field": "assigned_to", "message": "is not active" }`: the message of a field that is named beside it. */
function pairIn(json: object, labelOf: Label): string | undefined {
	const members = Object.entries(json);
	const named = members.find(([key]) => FIELD_KEYS.test(key));
	const field = named ? fieldAt(named[1], labelOf) : knownName(members, labelOf);
	if (!field) return undefined;
	const said = (keys: RegExp) =>
		members.flatMap(([key, value]) => (keys.test(key) ? wordsIn(value, labelOf) : []));
	const words = said(MESSAGE_KEYS);
	return under(field, words.length > 0 ? words : said(RULE_KEYS))[0];
}

/** `name` is the field's where the form has such a field; otherwise it is a kind of error, or anything. */
function knownName(members: Array<[string, unknown]>, labelOf: Label): string | undefined {
	const [, name] = members.find(([key]) => key === 'name') ?? [];
	return typeof name === 'string' ? knownField(name, labelOf) : undefined;
}

/** `{ "assigned_to": "is not an active user" }`: sentences by field, under no name for messages. */
const fieldsIn = (json: object, labelOf: Label): string[] =>
	Object.entries(json).flatMap(([key, value]) => {
		if (SIGNS.test(key)) return [];
		const wordsOf = (row: unknown) => (isObject(row) ? fieldsIn(row, labelOf) : []);
		const ofRows = inRows(key, value, labelOf, wordsOf);
		if (ofRows || isObject(value)) return ofRows ?? wordsOf(value);
		const sentences = [value].flat();
		return sentences.length > 0 && sentences.every(isSentence)
			? [`${fieldName(key, labelOf)}: ${sentences.join(', ')}`]
			: [];
	});

const isSentence = (value: unknown) => typeof value === 'string' && /\S\s+\S/.test(value);

/** Texts one after another: after a full stop by a space, else by a semicolon. */
const join = (told: string, next: string) => `${told}${/[.!?:;]$/.test(told) ? '' : ';'} ${next}`;

/** Nothing but yes, no, numbers and nothing. */
const saysNothing = (json: unknown, depth = 100): boolean =>
	isNested(json)
		? depth > 0 && Object.values(json).every((inner) => saysNothing(inner, depth - 1))
		: typeof json !== 'string' || json.trim() === '';

const raw = (text: string) => shorten(onOneLine(text.trim()), 120);

/** Without what breaks the line, turns the rest of it around or is not to be seen. */
const onOneLine = (text: string) =>
	text
		.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
		.replace(/\s*[\p{Cc}\p{Zl}\p{Zp}][\s\p{Cc}]*/gu, ' ');
