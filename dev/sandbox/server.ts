/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/**
 * A stand-in for the ClientPoint API, for the demo and the tests; what it answers is in `api.ts`.
 *
 * Bad answers are asked for by `answer` in this process, and from outside by `PUT /faults` with a
 * fault as JSON (`DELETE /faults` ends it) or by the name of a ClientPoint, as in `fault: 429`; see
 * `faults.ts`. All of it is told on the sandbox's page, at `/`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { goodAnswer, SANDBOX_KEY, type ClientPoint } from './api';
import { createFaults, type Fault } from './faults';
import { parseObject, pathOf, send } from './http';
import { page } from './page';

export { SANDBOX_KEY, withoutKey } from './api';
export type { Fault } from './faults';

/** One request as it came in. */
export interface Received {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: Record<string, unknown>;
	/** The body as it was on the wire. */
	text: string;
}

export interface Sandbox {
	/** Without a trailing slash; known once it listens. */
	readonly url: string;
	readonly received: Received[];
	/** The ClientPoints created, in order, as they stand now. */
	readonly created: ClientPoint[];
	/** How many requests were under way at the same time, at most. */
	readonly mostUnderWay: number;
	/** Chooses the answer for a request by its number, from 0; `undefined` is the good answer. */
	answer(choose: (number: number, request: Received) => Fault | undefined): void;
	reset(): void;
	/** On loopback; port 0 takes a free one. */
	listen(port?: number): Promise<void>;
	close(): Promise<void>;
}

/** A key and its certificate, in PEM; one for localhost. */
export interface Tls {
	key: string;
	cert: string;
}

/**
 * Makes a sandbox that does not listen yet; over https with `tls`. `onRequest` sees each request with its answer's
 * status.
 */
export function createSandbox(
	onRequest: (request: Received, status: number) => void = () => {},
	tls?: Tls,
): Sandbox {
	const received: Received[] = [];
	const created: ClientPoint[] = [];
	const faults = createFaults();
	let url = '';
	let choose: Parameters<Sandbox['answer']>[0] = () => undefined;
	let underWay = 0;
	let mostUnderWay = 0;

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const { method = '', headers } = request;
		const path = pathOf(request);
		if (method === 'GET' && path === '/') {
			send(response, 200, page(url, created, faults.toCome));
			return;
		}
		const sent = await text(request);
		if (path === '/faults') {
			const { status, body } = faults.change(method, sent);
			send(response, status, body);
			return;
		}
		const call: Received = { method, path, headers, body: parseObject(sent), text: sent };
		const number = received.push(call) - 1;
		const ofThatName = () => received.filter(({ body }) => body.name === call.body.name).length;
		const fault = choose(number, call) ?? faults.next(call.body.name, ofThatName() - 1, underWay);
		if (fault?.drop === 'before') {
			request.socket.destroy();
			return;
		}
		const answer = fault && !fault.creates ? { status: 200, body: {} } : goodAnswer(call, created);
		if (fault?.drop === 'after') {
			request.socket.destroy();
			return;
		}
		const status = fault?.status ?? answer.status;
		const body = fault?.echo ? { status: 'error', request: call.body, url: path } : answer.body;
		if (fault?.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
		send(response, status, fault?.body === undefined ? body : fault.body, fault?.headers);
		onRequest(call, status);
	};

	const listener = (request: IncomingMessage, response: ServerResponse) => {
		underWay += 1;
		mostUnderWay = Math.max(mostUnderWay, underWay);
		response.once('close', () => {
			underWay -= 1;
		});
		handle(request, response).catch((error) => response.destroy(error));
	};
	const server = tls ? createSecureServer(tls, listener) : createServer(listener);
	return {
		get url() {
			if (!url) throw new Error('The sandbox does not listen yet');
			return url;
		},
		received,
		created,
		get mostUnderWay() {
			return mostUnderWay;
		},
		answer(chooser) {
			choose = chooser;
		},
		reset() {
			received.length = 0;
			created.length = 0;
			mostUnderWay = 0;
			faults.end();
			choose = () => undefined;
		},
		async listen(port = 0) {
			await new Promise<void>((resolve, reject) => {
				server.once('error', reject).listen(port, '127.0.0.1', () => {
					server.off('error', reject);
					resolve();
				});
			});
			const address = server.address();
			const host = tls ? 'https://localhost' : 'http://127.0.0.1';
			if (typeof address === 'object' && address) url = `${host}:${address.port}`;
		},
		close() {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

/** Starts a sandbox on a free port. */
export async function startSandbox(tls?: Tls): Promise<Sandbox> {
	const sandbox = createSandbox(undefined, tls);
	await sandbox.listen();
	return sandbox;
}

/** Makes the sandbox's first ClientPoint, 1001, which examples name, as if it had always been there. */
export async function createOne(sandbox: Sandbox): Promise<void> {
	const body = {
		api_key: SANDBOX_KEY,
		name: 'First',
		revenue: 1,
		assigned_to: 'rep@yourcompany.com',
	};
	await fetch(`${sandbox.url}/v4/clientpoint/create`, {
		method: 'POST',
		body: JSON.stringify(body),
	});
	sandbox.received.length = 0;
}
