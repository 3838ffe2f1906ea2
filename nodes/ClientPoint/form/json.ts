import { asError, isDeeper, isObject } from '../untyped';
import { isBlank, isPlain, trim } from './blank';
import { defineSchema, Refusal, refuse } from './defineSchema';
import { quote, quoteText, short } from './quote';

/** Levels of nesting; V8 itself fails at some thousand, and what n8n does with a value needs some too. */
export const MAX_DEPTH = 500;

/**
 * JSON as text or as a value, as a fresh copy: what cannot be written as JSON is found here and not in
 * mid-run, and keys such as `__proto__` stay plain keys. `undefined` where it says nothing, as `null` does
 * and an object whose members are all `undefined`.
 */
const jsonOf = <Json>(kind: string, isKind: (json: unknown) => json is Json) =>
	defineSchema((value) => {
		const json = typeof value === 'string' ? parse(value, kind) : copy(value, kind);
		if (json instanceof Refusal) return json;
		if (isDeeper(json, MAX_DEPTH)) return refuse(TOO_DEEP);
		if (isEmptied(value)) return refuse(`must be ${kind}, not ${quote(value)}`);
		if (isBlank(json)) return undefined;
		return isKind(json) ? json : refuse(`must be ${kind}, not ${quote(json)}`);
	});

/** A Map or a Set is an empty object in JSON, whatever is in it. */
const isEmptied = (value: unknown) =>
	isObject(value) && !isPlain(value) && JSON.stringify(value) === '{}';

const TOO_DEEP = `must not be nested deeper than ${MAX_DEPTH} levels`;

export const jsonObject = jsonOf('a JSON object', isObject);

export const jsonArray = jsonOf('a JSON array', (json): json is unknown[] => Array.isArray(json));

function parse(written: string, kind: string): unknown {
	// Some programs write a byte order mark, which JSON does not allow.
	const text = dropJsonHalves(trim(written));
	try {
		const json: unknown = JSON.parse(text);
		const number = lostNumber(text);
		return number === undefined
			? json
			: refuse(
					`must be ${kind}; JavaScript cannot keep its number ${short(number)}: write it in quotes`,
				);
	} catch (error) {
		if (text.includes('[object Object]')) {
			return refuse(
				`must be ${kind}; [object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it`,
			);
		}
		return refuse(`must be ${kind}; it is not valid JSON ${placeOf(asError(error).message, text)}`);
	}
}

/** JSON text without halves of characters, escaped or not: `dropHalves` before it is parsed. */
const dropJsonHalves = (json: string) =>
	json.replace(
		/\\(?!u)[^]|\\ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|\\ud[89a-f][\da-f]{2}|\p{Cs}/giu,
		(found) => (found.length === 6 || found.length === 1 ? '' : found),
	);

/** A number that would come out as another: a whole one of too many digits, or none that is finite. */
function lostNumber(json: string): string | undefined {
	for (const [token] of json.matchAll(/"(?:[^"\\]+|\\[^])*"|-?\d[\d.eE+-]*/g)) {
		const isWhole = /^-?\d{16,}$/.test(token);
		if (token.startsWith('"')) continue;
		if (isWhole ? String(Number(token)) !== token : !Number.isFinite(Number(token))) return token;
	}
	return undefined;
}

/** Where the text stops being JSON, by what V8's message tells: a position, or the text around it. */
function placeOf(message: string, text: string): string {
	const excerpt = /(?:^|, )(?:\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
	if (excerpt !== undefined) return `near ${quoteText(excerpt)}`;
	const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
	return position < text.length
		? `near ${around(text, position)}`
		: `at its end, after ${around(text, text.length)}`;
}

const around = (text: string, at: number) => quoteText(text.slice(Math.max(0, at - 20), at + 20));

function copy(value: unknown, kind: string): unknown {
	try {
		// What JSON has no word for, such as a function, is refused as what it is.
		const text: string | undefined = JSON.stringify(value, (key, member: unknown) => {
			if (member === value || !isEmptied(member)) return member;
			throw new Error(`${key} is ${quote(member)}, of which JSON keeps nothing`);
		});
		return text === undefined ? value : JSON.parse(dropJsonHalves(text));
	} catch (error) {
		const [reason] = asError(error).message.split('\n');
		if (error instanceof RangeError && /call stack/.test(reason)) return refuse(TOO_DEEP);
		return refuse(`must be ${kind}; it cannot be written as JSON (${short(reason)})`);
	}
}
