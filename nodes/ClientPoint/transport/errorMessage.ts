import { shorten } from '../shorten';
import { isObject } from '../untyped';
import { isRedirect, parseBody, type Response } from './response';

/** Where APIs put their words, by the names that are usual. */
const MESSAGE_KEYS =
	/^(message|messages|msg|errors?|error_?messages?|error_?description|details?|description|reason|title|exception|non_?field_?errors|violations|model_?state)$/i;

/** Members that tell of the failure by a sign and not in words. */
const SIGNS = /^\d+$|code|status|type/i;

/** Members that name the field which a message is about: by its name, or by the way to it. */
const FIELD_KEYS =
	/^(field|field_?name|param|path|property|property_?path|attribute|loc|source|pointer)$/i;

/** A reply nested deeper than this has no words for people there. */
const MAX_DEPTH = 6;

/** What a reply says in words, wherever it says it; `undefined` when it says nothing. */
export function errorMessage(json: unknown, labelOf = (key: string) => key): string | undefined {
	const words = isObject(json)
		? messagesIn(json, MAX_DEPTH, labelOf)
		: wordsIn(json, MAX_DEPTH, labelOf);
	const told = words.length > 0 || !isObject(json) ? words : fieldsIn(json, MAX_DEPTH, labelOf);
	return told.length > 0 ? shorten(onOneLine([...new Set(told)].reduce(join)), 500) : undefined;
}

/** What the answer is, for whoever has to be told of a failure: its words, or failing those, its kind. */
export function describeResponse(response: Response, labelOf?: (key: string) => string): string {
	const { status, text, headers } = response;
	const told = `ClientPoint answered ${status}`;
	const parsed = parseBody(response);
	const words = errorMessage(parsed?.json, labelOf);
	if (words) return `${told}: ${words}`;
	if (isRedirect(response)) return `${told}, a redirect, which is not followed`;
	if (text.trim() === '') return parsed ? told : `${told} with nothing`;
	if (parsed)
		return saysNothing(parsed.json) ? `${told} without saying why` : `${told}: ${raw(text)}`;
	const isPage =
		/html/i.test(String(headers['content-type'])) || /^\s*<(!doctype|html)/i.test(text);
	return isPage
		? `${told} with a web page, not JSON`
		: `${told} with text that is not JSON: ${raw(text)}`;
}

function messagesIn(json: object, depth: number, labelOf: Label): string[] {
	const pair = pairIn(json, depth, labelOf);
	if (pair) return [pair];
	return Object.entries(json).flatMap(([key, value]) => {
		if (MESSAGE_KEYS.test(key)) return wordsIn(value, depth, labelOf);
		return isObject(value) && depth > 0 ? messagesIn(value, depth - 1, labelOf) : [];
	});
}
type Label = (key: string) => string;

/** Every text inside a message; texts about one field are one, with that field's label. */
function wordsIn(value: unknown, depth: number, labelOf: Label): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
	if (depth === 0) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(entry, depth - 1, labelOf));
	if (!isObject(value)) return [];
	const pair = pairIn(value, depth, labelOf);
	if (pair) return [pair];
	return Object.entries(value).flatMap(([key, inner]) => {
		const words = wordsIn(inner, depth - 1, labelOf);
		const isField = !MESSAGE_KEYS.test(key) && !SIGNS.test(key);
		return isField && words.length > 0
			? [`${labelOfStep(key, labelOf)}: ${words.join(', ')}`]
			: words;
	});
}

/** `{ "field": "assigned_to", "message": "is not active" }`: the message of a field that is named beside it. */
function pairIn(json: object, depth: number, labelOf: Label): string | undefined {
	const members = Object.entries(json);
	const words = members.flatMap(([key, value]) =>
		MESSAGE_KEYS.test(key) && depth > 0 ? wordsIn(value, depth - 1, labelOf) : [],
	);
	const named = members.find(([key]) => FIELD_KEYS.test(key));
	const field = named ? lastStep(named[1]) : knownName(members, labelOf);
	return field && words.length > 0
		? `${labelOfStep(field, labelOf)}: ${words.join(', ')}`
		: undefined;
}

/** `name` is the field's where the form has such a field; otherwise it is a kind of error, or anything. */
function knownName(members: Array<[string, unknown]>, labelOf: Label): string | undefined {
	const [, name] = members.find(([key]) => key === 'name') ?? [];
	return typeof name === 'string' && labelOf(name) !== name ? name : undefined;
}

/** The last step of `["body", "name"]`, of `{ "pointer": "/data/name" }` and the like. */
function lastStep(way: unknown): string | undefined {
	if (Array.isArray(way)) return lastStep(way.at(-1));
	if (isObject(way)) return lastStep(way.pointer ?? way.parameter);
	return typeof way === 'string' && !/\s/.test(way)
		? way.split('/').at(-1) || undefined
		: undefined;
}

/** The label of a field, also where it comes as `model.name`. */
function labelOfStep(key: string, labelOf: Label): string {
	const last = key.split('.').at(-1) ?? key;
	return labelOf(last) === last ? labelOf(key) : labelOf(last);
}

/** `{ "assigned_to": "is not an active user" }`: sentences by field, under no name for messages. */
const fieldsIn = (json: object, depth: number, labelOf: Label): string[] =>
	Object.entries(json).flatMap(([key, value]) => {
		if (SIGNS.test(key)) return [];
		if (isObject(value)) return depth > 0 ? fieldsIn(value, depth - 1, labelOf) : [];
		const sentences = [value].flat();
		return sentences.every(isSentence)
			? [`${labelOfStep(key, labelOf)}: ${sentences.join(', ')}`]
			: [];
	});

const isSentence = (value: unknown) => typeof value === 'string' && /\S\s+\S/.test(value);

/** Texts one after another: after a full stop by a space, else by a semicolon. */
const join = (told: string, next: string) => `${told}${/[.!?:;]$/.test(told) ? '' : ';'} ${next}`;

/** Nothing but yes, no, numbers and nothing. */
const saysNothing = (json: unknown): boolean =>
	typeof json === 'object' && json !== null
		? Object.values(json).every(saysNothing)
		: typeof json !== 'string' || json.trim() === '';

const raw = (text: string) => shorten(onOneLine(text.trim()), 120);

const onOneLine = (text: string) => text.replace(/\s*[\p{Cc}\p{Zl}\p{Zp}][\s\p{Cc}]*/gu, ' ');
