import { isDeeper, isObject } from '../untyped';
import type { Redactor } from './redaction';

/** What came back over HTTP, with the API keys already taken out of its body. */
export interface Response {
	kind: 'response';
	status: number;
	/** Names in lower case. */
	headers: Record<string, unknown>;
	text: string;
	/** The body as JSON; `undefined` when it is none. */
	json: unknown;
	/** Whether its end was marked, so that nothing can be missing from it. */
	isComplete: boolean;
}

/** Levels; what is nested deeper is no reply that could be read, and would overflow the stack. */
const MAX_DEPTH = 200;

/** Meets the untyped response of n8n's HTTP helpers: `statusCode`, `headers`, `body` as bytes. */
export function readResponse(response: unknown, redact: Redactor): Response {
	const { statusCode, headers: given, body } = isObject(response) ? response : {};
	const status = Number(statusCode);
	const headers = isObject(given) ? { ...given } : {};
	const bytes = body instanceof Uint8Array ? body : new Uint8Array();
	const text = decode(bytes, String(headers['content-type']));
	return {
		kind: 'response',
		status,
		headers,
		text: redact.text(text),
		json: redact.json(parse(text)),
		isComplete: isComplete(status, headers, bytes.length),
	};
}

/** In the character set that is named, else UTF-8; what is not written in it is Latin-1, as older programs send. */
function decode(bytes: Uint8Array, contentType: string): string {
	const [, charset = 'utf-8'] = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
	try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

function parse(text: string): unknown {
	try {
		const json: unknown = JSON.parse(text);
		return isDeeper(json, MAX_DEPTH) ? undefined : json;
	} catch {
		// What a text that is no JSON means is for the caller to decide.
		return undefined;
	}
}

/** Where neither a length nor chunks mark the end, a lost connection looks like one (RFC 9112, 6.3). */
const isComplete = (status: number, headers: Record<string, unknown>, length: number) =>
	status === 204 ||
	Number(headers['content-length']) === length ||
	/chunked/i.test(String(headers['transfer-encoding']));

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110, 10.2.3);
 * `undefined` when it is missing or says neither.
 */
export function readRetryAfter(header: unknown): number | undefined {
	const text = String(header ?? '').trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const at = / GMT$/.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
