import { isObject } from '../untyped';
import type { Redactor } from './redaction';
import { textOf } from './textOf';

/** What came back over HTTP, with the API key already taken out of `text`. */
export interface Response {
	kind: 'response';
	status: number;
	/** Names in lower case. */
	headers: Record<string, unknown>;
	text: string;
	/** Whether its end was marked, so that nothing can be missing from it. */
	isComplete: boolean;
}

/** Meets the untyped response of n8n's HTTP helpers: `statusCode`, `headers`, `body` as bytes. */
export function readResponse(response: unknown, redact: Redactor): Response {
	const { statusCode, headers: given, body } = isObject(response) ? response : {};
	const headers = isObject(given) ? { ...given } : {};
	const text = textOf(body, String(headers['content-type']));
	return {
		kind: 'response',
		status: Number(statusCode),
		headers,
		text: redact.jsonText(text),
		isComplete: isFramed(Number(statusCode), headers, text),
	};
}

/**
 * Where neither a length nor chunks mark the end, a lost connection looks like one (RFC 9112, 6.3). Where a length
 * is told and nothing is there, it was packed, and broken.
 */
function isFramed(status: number, headers: Record<string, unknown>, text: string): boolean {
	const length = headers['content-length'];
	if (length !== undefined && text === '' && status !== 204) return Number(length) === 0;
	return (
		status === 204 || length !== undefined || /chunked/i.test(String(headers['transfer-encoding']))
	);
}

/** The text as JSON, or `undefined` when it is none; `null` is JSON. */
export function parseBody({ text }: Response): { json: unknown } | undefined {
	try {
		return { json: JSON.parse(text) };
	} catch {
		// Not an error here: what a text that is no JSON means is for the caller to decide.
		return undefined;
	}
}

/** Whether it is a web page, for people who look at it in a browser. */
export const isPage = ({ text, headers }: Response) =>
	/html/i.test(String(headers['content-type'])) || /^\s*<(!doctype|html|head|body)\b/i.test(text);

/** The three forms of RFC 9110, 5.6.7. */
const HTTP_DATE =
	/^[a-z]{3,9},? (\d\d[ -][a-z]{3}[ -]\d{2,4} [\d:]{8} GMT|[a-z]{3} [ \d]\d [\d:]{8} \d{4})$/i;

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110, 10.2.3);
 * `undefined` when it is missing or says neither.
 */
export function readRetryAfter(header: unknown): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	// `Date.parse` makes a date of "soon 2", too.
	const at = HTTP_DATE.test(text) ? Date.parse(`${text.replace(/ GMT$/i, '')} GMT`) : NaN;
	return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

export const isRedirect = ({ status }: Response) => status >= 300 && status < 400;
