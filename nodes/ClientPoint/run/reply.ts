/** What came back over HTTP, with the API key already taken out of `text`. */
export interface Reply {
	status: number;
	/** Names in lower case. */
	headers: Record<string, unknown>;
	text: string;
}

/** The reply's text as JSON, or `undefined` when it is none; `null` is JSON. */
export function parseReply({ text }: Reply): { json: unknown } | undefined {
	try {
		return { json: JSON.parse(text) };
	} catch {
		// Not an error here: what a text that is no JSON means is for the caller to decide.
		return undefined;
	}
}

/** Where APIs put their words, the common names first. */
const MESSAGE_KEYS =
	/^(message|messages|msg|errors?|error_?messages?|error_?description|details?|description|reason|title)$/i;
const ERROR_KEYS = /^(message|msg|errors?|error_?messages?|error_?description)$/i;

/** A reply nested deeper than this has no words for people there. */
const MAX_DEPTH = 6;

/** What a reply says in words, wherever it says it; `undefined` when it says nothing. */
export function said(json: unknown): string | undefined {
	const sentences = isObject(json) ? messagesIn(json, MAX_DEPTH) : wordsIn(json, MAX_DEPTH);
	return sentences.length > 0 ? shorten([...new Set(sentences)].join(' ')) : undefined;
}

function messagesIn(json: object, depth: number): string[] {
	return Object.entries(json).flatMap(([key, value]) => {
		if (MESSAGE_KEYS.test(key)) return wordsIn(value, depth);
		return isObject(value) && depth > 0 ? messagesIn(value, depth - 1) : [];
	});
}

/** Every text inside a message; a text about one field keeps that field's name. */
function wordsIn(value: unknown, depth: number): string[] {
	if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
	if (depth === 0) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => wordsIn(entry, depth - 1));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const words = wordsIn(inner, depth - 1);
		const isField = !MESSAGE_KEYS.test(key) && !/^\d+$|code|status|type/i.test(key);
		return isField && words.length > 0 ? [`${key}: ${words.join(' ')}`] : words;
	});
}

/**
 * Whether a 2xx reply tells of a failure all the same. ClientPoint documents no reply at all, so
 * these are the forms that APIs use, and none that a success could bear.
 */
export function tellsFailure(json: unknown): boolean {
	if (!isObject(json)) return false;
	const { success, status, code }: Record<string, unknown> = { ...json };
	if (success === false || status === false) return true;
	if (typeof status === 'string' && /^(error|fail|failed|failure)$/i.test(status.trim()))
		return true;
	const spoken = Object.entries(json).filter(
		([key, value]) => ERROR_KEYS.test(key) && wordsIn(value, MAX_DEPTH).length > 0,
	);
	const isErrorCode = [status, code].some((number) => typeof number === 'number' && number >= 400);
	return spoken.length > 0 && (isErrorCode || isNothingButAnError(json));
}

/** n8n's engine sends an item with only these keys to the error output, so it is a failure here too. */
const isNothingButAnError = (json: object) =>
	'error' in json &&
	Object.keys(json).every((key) => ['error', 'message', 'details'].includes(key));

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110, 10.2.3);
 * `undefined` when it is missing or says neither.
 */
export function readRetryAfter(header: unknown): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const at = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

/** What kind of text stands where JSON was expected. */
export function describeText({ text, headers }: Reply): string {
	if (text.trim() === '') return 'with nothing';
	const isPage =
		/html/i.test(String(headers['content-type'])) || /^\s*<(!doctype|html)/i.test(text);
	return isPage
		? 'with a web page, not JSON'
		: `with text that is not JSON: ${shorten(text.trim(), 120)}`;
}

export const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const shorten = (text: string, length = 500) =>
	text.length > length ? `${text.slice(0, length - 1)}…` : text;
