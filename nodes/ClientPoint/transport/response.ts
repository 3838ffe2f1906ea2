import { isObject } from '../untyped';
import type { Redactor } from './redaction';

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
	const text = textOf(body, String(headers['content-type'] ?? ''));
	return {
		kind: 'response',
		status: Number(statusCode),
		headers,
		text: redact.jsonText(text),
		isComplete: isFramed(Number(statusCode), headers, text),
	};
}

/**
 * In the character set that the reply names; UTF-8 where it names none or an unknown one, but for what is no UTF-8:
 * that is Latin-1, as older programs write it without saying so.
 */
function textOf(body: unknown, contentType: string): string {
	if (typeof body === 'string') return body;
	if (!(body instanceof Uint8Array)) return JSON.stringify(body ?? '');
	const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? 'utf-8';
	const decoder = decoderFor(charset);
	const text = decoder.decode(body);
	const isTorn = decoder.encoding === 'utf-8' && text.includes('\ufffd');
	return isTorn && body.length <= MENDED ? piecewise(body) : text;
}

/** A longer reply would take too long to be read piece by piece. */
const MENDED = 100_000;

/** Each run of bytes beyond ASCII by itself. */
function piecewise(bytes: Uint8Array): string {
	const utf8 = new TextDecoder('utf-8', { fatal: true });
	const latin1 = new TextDecoder('windows-1252');
	let text = '';
	for (let from = 0, to = 0; from < bytes.length; from = to) {
		const isAscii = bytes[from] < 0x80;
		while (to < bytes.length && bytes[to] < 0x80 === isAscii) to += 1;
		const run = bytes.subarray(from, to);
		try {
			text += utf8.decode(run);
		} catch {
			text += latin1.decode(run);
		}
	}
	return text;
}

function decoderFor(charset: string) {
	try {
		return new TextDecoder(charset);
	} catch {
		// A character set that nobody knows is most often a slip for UTF-8.
		return new TextDecoder();
	}
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
