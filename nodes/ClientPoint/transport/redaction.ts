import type { IDataObject } from 'n8n-workflow';
import { isDataObject } from '../untyped';
import { decode, offsetIn, type Escape, type View } from './decode';
import { replaceNumbers, secretNumber } from './secretNumber';

/** What is shown in the place of the key. */
export const REMOVED_KEY = '[API key removed]';

/** Takes a secret out of what is about to be shown. Never throws, and takes linear time. */
export interface Redactor {
	text(shown: string): string;
	/** The same for text that may be JSON, which it stays; a secret in a key or a number goes too. */
	jsonText(shown: string): string;
	/** The same for what is made of a form's values, which may hold the secret by mistake. */
	json(shown: IDataObject): IDataObject;
}

/**
 * A redactor for one secret, which is fit to be an API key (`credentials/apiKey.ts`). It finds the secret
 * - as it is, in any case
 * - after URL, JSON or HTML escaping, of some characters or all, up to three times over
 * - in JSON as a number, where it is digits alone: negative, rounded or with an exponent, too
 * - in hexadecimal, and in base64 of both alphabets, also as a part of what was encoded
 * - broken into lines, as base64 is in mails
 *
 * No redactor can know every encoding.
 */
export function createRedactor(secret: string): Redactor {
	const patterns = patternsOf(secret);
	const isSecret = secretNumber(secret);

	const text = (shown: string) => {
		let spans: Span[] = [];
		for (const view of viewsOf(shown, secret)) spans = spans.concat(spansIn(view, patterns));
		return cut(shown, spans);
	};
	const inJson = (value: unknown): unknown => {
		if (typeof value === 'string') return text(value);
		if (typeof value === 'number') return isSecret?.(value) ? REMOVED_KEY : value;
		if (Array.isArray(value)) return value.map(inJson);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [text(key), inJson(inner)]),
		);
	};
	const jsonText = (shown: string) => {
		// As text, because a number of more digits than JavaScript keeps would be shown in part.
		const numberless = isSecret
			? replaceNumbers(shown, isSecret, JSON.stringify(REMOVED_KEY))
			: shown;
		if (numberless === shown && text(shown) === shown) return shown;
		try {
			return JSON.stringify(inJson(JSON.parse(numberless)));
		} catch {
			// No JSON, or nested deeper than the stack allows.
			return text(shown);
		}
	};
	const json = (shown: IDataObject) => {
		const removed = inJson(shown);
		return isDataObject(removed) ? removed : {};
	};
	return { text, jsonText, json };
}

/** How often a text may have been escaped. */
const LEVELS = 3;

/** The text, and what it says at each level of escaping: one after another, because each is as large as the text. */
function* viewsOf(text: string, secret: string): Iterable<View> {
	const first: View = { text };
	yield* inLinesAndOne(first);
	const chains: Escape[][] = [['%', '\\', '&']];
	// A secret with such a character in it may be damaged where all escapes are undone at once.
	if (/[%\\&]/.test(secret))
		chains.push(['%'], ['\\'], ['&'], ['\\', '&'], ['%', '\\'], ['%', '&']);
	for (const escapes of chains) {
		let view: View | undefined = first;
		for (let level = 0; level < LEVELS; level += 1) {
			view = decode(view, escapes);
			if (!view) break;
			if (level === 0) yield* inLinesAndOne(view);
			else yield view;
		}
	}
}

/** As it stands, and without its line breaks; those of a text in JSON are escaped once. */
function* inLinesAndOne(view: View): Iterable<View> {
	yield view;
	const joined = decode(view, ['\n', '\r']);
	if (joined) yield joined;
}

/** What to look for, in any case or exactly so. */
interface Pattern {
	needle: string;
	/** Whether what is found is only a part of what has to go: all characters around it of this kind go too. */
	around?: RegExp;
	ignoresCase: boolean;
}

function patternsOf(secret: string): Pattern[] {
	const bytes = new TextEncoder().encode(secret);
	// Two digits each: a key has no control characters.
	const hex = [...bytes].map((byte) => byte.toString(16)).join('');
	const base64 = [0, 1, 2].flatMap((shift) => {
		// At each end the characters that hold bits of neighbours too are left out.
		const encoded = btoa('\0'.repeat(shift) + String.fromCharCode(...bytes));
		const core = encoded.slice(shift === 0 ? 0 : shift + 1, bytesEnd(shift + bytes.length));
		return [core, core.replace(/\+/g, '-').replace(/\//g, '_')];
	});
	return [
		{ needle: toLower(secret), ignoresCase: true },
		{ needle: hex, ignoresCase: true },
		...[...new Set(base64)].map((needle) => ({
			needle,
			around: /[\w+/=-]/,
			ignoresCase: false,
		})),
	];
}

/** In lower case, and as long as before: one letter alone would become two. */
const toLower = (text: string) => text.replaceAll('\u0130', 'i').toLowerCase();

/** How many base64 characters hold nothing but bits of so many bytes. */
const bytesEnd = (count: number) => Math.floor((count * 8) / 6);

type Span = [from: number, to: number];

/** Where the patterns stand, as offsets in the original text. */
function spansIn(view: View, patterns: Pattern[]): Span[] {
	const { text } = view;
	const caseless = toLower(text);
	return patterns.flatMap(({ needle, around, ignoresCase }) => {
		const spans: Span[] = [];
		const hay = ignoresCase ? caseless : text;
		for (let from = hay.indexOf(needle); from !== -1;) {
			let [start, end] = [from, from + needle.length];
			while (around && start > 0 && around.test(text[start - 1])) start -= 1;
			while (around && end < text.length && around.test(text[end])) end += 1;
			spans.push([offsetIn(view, start), offsetIn(view, end)]);
			from = hay.indexOf(needle, end);
		}
		return spans;
	});
}

/** The text with the replacement where the spans are, which may overlap. */
function cut(text: string, spans: Span[]): string {
	let result = '';
	let kept = 0;
	for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
		if (to <= kept) continue;
		if (from >= kept) result += text.slice(kept, from) + REMOVED_KEY;
		kept = to;
	}
	return result + text.slice(kept);
}
