import { shorten } from '../shorten';
import { isNested, isObject } from '../untyped';
import type { Response } from './response';

/** The form's label of a field; any other name as it came. */
export type Label = (name: string) => string;

/** Members that hold words for people. */
export const WORDS = /^(messages?|msg|error\w*|details?|description|title|reason|text|note)$/i;

/** Members of an entry about one field: which field, and what is no sentence. */
const FIELD = /^(field|param|property|path)$/i;
const CODE = /^(code|type|status|value|location)$/i;

/** Characters of a reply that a message shows. */
const LONGEST = 300;

/**
 * `ClientPoint answered 422: …`, with what there is to object to the reply, and its words or, where it has none, what
 * its body begins with.
 */
export function describeResponse(
	{ status, text, json }: Response,
	labelOf: Label,
	objection?: string,
): string {
	const answered = ['ClientPoint answered', status, objection].filter(Boolean).join(' ');
	const body = onOneLine(text.replace(/<[^>]*>/g, ' ')).replace(/^(\{\}|\[\])$/, '');
	const words = wordsOf(json, labelOf) || body;
	return words ? `${answered}: ${shorten(words, LONGEST)}` : answered;
}

/** What a reply says in words, what it says about a field behind the field's label; '' when it says nothing. */
export function wordsOf(json: unknown, labelOf: Label): string {
	const texts = typeof json === 'string' ? [json] : textsIn(json, labelOf);
	return [...new Set(texts.map((text) => onOneLine(text).replace(/[.;:]$/, '')))].join('; ');
}

/**
 * The texts of members for words. Inside such a member (`isSaid`) every text counts, and other members are fields:
 * `path` has their names, and row numbers of lists.
 */
function textsIn(json: unknown, labelOf: Label, path: string[] = [], isSaid = false): string[] {
	if (typeof json === 'string') {
		return isSaid && json.trim() !== '' ? [[...fieldAt(path, labelOf), json].join(': ')] : [];
	}
	if (Array.isArray(json)) {
		return json.flatMap((entry, row) => {
			const isRow = path.length > 0 && isObject(entry);
			return textsIn(entry, labelOf, isRow ? [...path, `${row}`] : path, isSaid);
		});
	}
	if (!isObject(json)) return [];
	// What it says about a field is nested, and more to the point than the sentence beside it.
	const members = Object.entries(json).sort(
		([, one], [, other]) => Number(isNested(other)) - Number(isNested(one)),
	);
	const [, field] = members.find(([name]) => FIELD.test(name)) ?? [];
	const here = typeof field === 'string' ? [...path, field] : path;
	return members.flatMap(([name, value]) => {
		if (WORDS.test(name)) return textsIn(value, labelOf, here, true);
		if (FIELD.test(name) || CODE.test(name)) return [];
		return textsIn(value, labelOf, isSaid ? [...here, name] : here, isSaid);
	});
}

/** `recipients.0.email` as `Recipients, row 1, Email`. */
function fieldAt(path: string[], labelOf: Label): string[] {
	const steps = path.flatMap((step) => step.split(/[.[\]/]+/)).filter(Boolean);
	const names = steps.map((step) =>
		/^\d+$/.test(step) ? `row ${Number(step) + 1}` : labelOf(step),
	);
	return names.length > 0 ? [names.join(', ')] : [];
}

/** Without what breaks the line or turns the rest of it around. */
const onOneLine = (text: string) =>
	text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
