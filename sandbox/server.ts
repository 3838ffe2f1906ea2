/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** A stand-in for the ClientPoint API, for the demo and the tests; what it answers is in `api.ts`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { goodAnswer, type ClientPoint } from './api';
import { page } from './page';

export { SANDBOX_KEY, withoutKey } from './api';

/** A bad answer, given instead of the good one. */
export interface Fault {
	/** HTTP status; 200 where only the body is bad. */
	status?: number;
	/** Text is sent as it is, anything else as JSON. */
	body?: unknown;
	headers?: Record<string, string>;
	/** Milliseconds before the answer. */
	delay?: number;
	/** Milliseconds between the bytes of an answer that never ends. */
	drip?: number;
	/** Ends the connection once the body was read: `before` or `after` the request was carried out. */
	drop?: 'before' | 'after';
	/** Sends back what came in, key included. */
	echo?: boolean;
	/** Whether the ClientPoint is created all the same. */
	creates?: boolean;
}

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
	/** Without a trailing slash. */
	url: string;
	received: Received[];
	/** The ClientPoints created, in order, as they stand now. */
	created: ClientPoint[];
	/** How many requests were under way at the same time, at most. */
	mostUnderWay: number;
	/** Chooses the answer for a request by its number, from 0; `undefined` is the good answer. */
	answer(choose: (number: number, request: Received) => Fault | undefined): void;
	/** Chooses connections, by their number from 0, that end before anything is read. */
	dropConnections(choose: (connection: number) => boolean): void;
	reset(): void;
	close(): Promise<void>;
}

/** Starts a sandbox on loopback; port 0 takes a free one. `onRequest` sees each request with its answer's status. */
export async function startSandbox(
	port = 0,
	onRequest: (request: Received, status: number) => void = () => {},
): Promise<Sandbox> {
	const received: Received[] = [];
	const created: ClientPoint[] = [];
	const sockets = new Set<Socket>();
	let choose: (number: number, request: Received) => Fault | undefined = () => undefined;
	let isDropped: (connection: number) => boolean = () => false;
	let connections = 0;

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const path = request.url ?? '/';
		if (request.method === 'GET' && path === '/') {
			response.setHeader('content-type', 'text/html; charset=utf-8').end(page(created));
			return;
		}
		const text = await readBody(request);
		const call: Received = {
			method: request.method ?? '',
			path,
			headers: request.headers,
			body: parseObject(text),
			text,
		};
		const number = received.push(call) - 1;
		const fault = choose(number, call);
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
		if (fault?.drip) {
			drip(response, fault.drip);
			return;
		}
		if (fault?.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
		send(response, status, fault?.body === undefined ? body : fault.body, fault?.headers);
		onRequest(call, status);
	};

	let underWay = 0;
	const server = createServer((request, response) => {
		underWay += 1;
		sandbox.mostUnderWay = Math.max(sandbox.mostUnderWay, underWay);
		response.once('close', () => {
			underWay -= 1;
		});
		handle(request, response).catch((error) => response.destroy(error));
	});
	server.on('connection', (socket) => {
		connections += 1;
		if (isDropped(connections - 1)) {
			socket.resetAndDestroy();
			return;
		}
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve);
	});
	const { port: actualPort } = server.address() as AddressInfo;
	const sandbox: Sandbox = {
		url: `http://127.0.0.1:${actualPort}`,
		received,
		created,
		mostUnderWay: 0,
		answer(chooser) {
			choose = chooser;
		},
		dropConnections(chooser) {
			isDropped = chooser;
		},
		reset() {
			isDropped = () => false;
			connections = 0;
			received.length = 0;
			created.length = 0;
			sandbox.mostUnderWay = 0;
			choose = () => undefined;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
	return sandbox;
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): Record<string, unknown> {
	try {
		const json: unknown = JSON.parse(text);
		return typeof json === 'object' && json !== null ? { ...json } : {};
	} catch {
		return {};
	}
}

/** An answer that comes in bytes and never ends, until the other side gives up. */
function drip(response: ServerResponse, pause: number) {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), pause);
	response.once('close', () => clearInterval(timer));
}

function send(
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
