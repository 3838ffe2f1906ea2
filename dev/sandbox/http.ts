/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** Reading and writing what goes over the sandbox's wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export function parseObject(text: string): Record<string, unknown> {
	try {
		const json: unknown = JSON.parse(text);
		return typeof json === 'object' && json !== null ? { ...json } : {};
	} catch {
		return {};
	}
}

export function send(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
) {
	const isText = typeof body === 'string';
	response.writeHead(status, {
		'content-type': isText ? 'text/html; charset=utf-8' : 'application/json',
		...headers,
	});
	response.end(isText ? body : JSON.stringify(body));
}

/** The path with its query, also where the whole URL is asked for, as behind a proxy (RFC 9112, 3.2.2). */
export const pathOf = ({ url = '/' }: IncomingMessage) => url.replace(/^http:\/\/[^/]+(?=\/)/, '');
