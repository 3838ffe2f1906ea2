import { UserError } from 'n8n-workflow';
import { KeyAlreadyThere } from '../../../credentials/apiKey';
import { isObject } from '../untyped';

export type Cause = Record<string, unknown>;

/**
 * The error and what caused it: n8n wraps its HTTP client's error, and that the system's. By their form and
 * not by `instanceof`: code that runs in a realm of its own has an `Error` of its own.
 */
export function causesOf(error: unknown): Cause[] {
	const causes: Cause[] = [];
	for (let cause = error; isObject(cause) && causes.length < 6; cause = cause.cause) {
		causes.push(cause);
	}
	return causes;
}

/**
 * Whether no byte of the request can have left, for one of these reasons:
 * - it was refused in this process, before a connection was asked for
 * - it never had a socket (Node gives a request its socket once there is one, behind a proxy too)
 * - its TLS handshake had not ended (Node sends nothing of a request before), which a refused certificate is a part of
 * - the system says that it was connecting, for each address that was tried
 */
export function isNeverSent(causes: Cause[]): boolean {
	if (isSecondTime(causes)) return false;
	return (
		causes.some((cause) => cause instanceof UserError || isBlocked(cause)) ||
		isWithoutSocket(causes) ||
		causes.some(({ request }) => isObject(request) && isInHandshake(request.socket)) ||
		causes.some(isAboutConnecting)
	);
}

/** Whether the request had been sent, answered with a 401 that n8n could not read, and was kept from going out again. */
export const isSecondTime = (causes: Cause[]) =>
	causes.some((cause) => cause instanceof KeyAlreadyThere);

/** Whether n8n's protection against requests to internal addresses kept it back; redirects are not followed. */
export const isBlocked = ({ name }: Cause) => /^SsrfBlocked/.test(String(name));

export const isWithoutSocket = (causes: Cause[]) =>
	causes.some(({ request }) => isObject(request) && request.socket === null);

const isInHandshake = (socket: unknown) =>
	isObject(socket) && socket.encrypted === true && socket.secureConnecting === true;

function isAboutConnecting({ errors, syscall }: Cause): boolean {
	if (Array.isArray(errors) && errors.length > 0) {
		return errors.every((inner) => isObject(inner) && isAboutConnecting(inner));
	}
	return syscall === 'connect' || syscall === 'getaddrinfo';
}
