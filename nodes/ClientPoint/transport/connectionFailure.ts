import { isObject } from '../untyped';
import type { Redactor } from './redaction';

/** A request that got no reply. */
export interface ConnectionFailure {
	kind: 'connectionFailure';
	/** Whether it is certain that nothing of the request left. */
	isUnsent: boolean;
	/** Completes "could not be reached: …" or "did not reply: …"; Node's own words, on one line. */
	reason: string;
}

type Cause = Record<string, unknown>;

/**
 * What an error of n8n's HTTP helpers says about the connection: whether the request can have left, and why.
 * `timeout` is in seconds.
 */
export function readConnectionFailure(
	error: unknown,
	redact: Redactor,
	timeout: number,
): ConnectionFailure {
	const causes = causesOf(error);
	const isUnsent = causes.some(isNeverSent);
	const { message, code } = innermost(causes.at(-1) ?? {});
	if (!isUnsent && (code === 'ECONNABORTED' || code === 'ETIMEDOUT')) {
		const seconds = `${timeout} ${timeout === 1 ? 'second' : 'seconds'}`;
		const reason = `nothing came within ${seconds} (see Timeout, under Options)`;
		return { kind: 'connectionFailure', isUnsent, reason };
	}
	const [line] = String(message || 'no reason was given').split('\n');
	const isCodeShown = typeof code !== 'string' || line.includes(code);
	const reason = redact.text(isCodeShown ? line : `${line} (${code})`).slice(0, LONGEST);
	return { kind: 'connectionFailure', isUnsent, reason };
}

/** Characters of a reason. */
const LONGEST = 300;

/** The error and what caused it: n8n wraps its HTTP client's error, and that the system's. */
function causesOf(error: unknown): Cause[] {
	const causes: Cause[] = [];
	for (let cause = error; isObject(cause) && causes.length < 6; cause = cause.cause) {
		causes.push(cause);
	}
	return causes;
}

/** Of several addresses that were tried, the first one's error. */
const innermost = (cause: Cause): Cause =>
	Array.isArray(cause.errors) && isObject(cause.errors[0]) ? cause.errors[0] : cause;

/**
 * Whether no byte of the request can have left: the system says that it was connecting; n8n's protection against
 * requests to internal addresses (SSRF) held it back; or by the state of its socket.
 */
function isNeverSent({ syscall, name, request }: Cause): boolean {
	if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
	if (String(name).startsWith('SsrfBlocked')) return true;
	return isObject(request) && isSocketUnused(request.socket);
}

/**
 * Node gives a request its socket once there is a connection, through a proxy too, and sends nothing of it before the
 * TLS handshake has ended, which includes that the certificate is accepted.
 */
const isSocketUnused = (socket: unknown) =>
	socket === null || (isObject(socket) && socket.secureConnecting === true);
