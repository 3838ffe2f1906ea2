import { isObject } from '../untyped';
import { CHECK_PROXY, type ConnectionFailure } from './connectionFailure';
import { causesOf } from './neverSent';

/**
 * What proxies answer when they do not connect; for the other statuses nobody has to look. Not 401: n8n would send
 * the request a second time.
 */
export const PROXY_STATUSES = [
	...[301, 302, 303, 400, 403, 404, 405, 407, 408, 411, 429],
	...[500, 501, 502, 503, 504, 505, 511],
];

/**
 * The reply that is in an error of n8n's for one of these statuses; `undefined` where there was none.
 *
 * Leans on n8n-core 2.41 (and 1.123), which tells of the connection that a reply came by in the error for its
 * status alone; `test/transport/connections.test.ts` turns red when it no longer does.
 */
export function replyIn(error: unknown) {
	const response = causesOf(error).find((cause) => isObject(cause.response))?.response;
	if (!isObject(response)) return undefined;
	const { status, headers, data, request } = response;
	// An answer that broke off is in an error too, without what had come of it.
	if (data === undefined || !PROXY_STATUSES.includes(Number(status))) return undefined;
	return { statusCode: Number(status), headers, body: data, request };
}

/**
 * A proxy's own answer in place of a connection to the API, with which no secure connection has begun, so that
 * nothing of the request can have left; `undefined` for an answer that came over one. Plain http passes proxies by.
 */
export function proxyAnswer(
	statusCode: number,
	request: unknown,
	isPlain: boolean,
): ConnectionFailure | undefined {
	if (isPlain || !PROXY_STATUSES.includes(statusCode)) return undefined;
	const socket = isObject(request) ? request.socket : undefined;
	if (!isObject(socket) || socket.encrypted === true) return undefined;
	const reason = statusCode === 407 ? 'the proxy asks for a login' : 'the proxy did not connect';
	return {
		kind: 'connectionFailure',
		sent: 'no',
		reason: `${reason} (it answered ${statusCode})`,
		advice: CHECK_PROXY,
	};
}
