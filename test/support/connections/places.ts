/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** Servers that fail at one stage of a connection, and count the requests that they carried out. */
import type { RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Certificates } from './certificates';

/** Where the node's base URL points for one case. */
export interface Place {
	url: string;
	proxy?: string;
	/** How many requests came in whole. */
	carriedOut: number;
	close(): void;
}

export type Case = (certificates: Certificates) => Promise<Place>;

const DONE = '{"success":true,"data":{"clientpoint_id":1001}}';

const head = (headers = '', status = '200 OK') => `HTTP/1.1 ${status}\r\n${headers}\r\n`;
const withLength = (body: Buffer | string, headers = '', status = '200 OK') =>
	Buffer.concat([
		Buffer.from(head(`${headers}content-length: ${body.length}\r\n`, status)),
		Buffer.from(body),
	]);

async function listen(server: Server): Promise<{ port: number; close(): void }> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

async function closedPort(): Promise<number> {
	const { port, close } = await listen(createServer());
	close();
	return port;
}

const nowhere = async (url: (port: number) => string): Promise<Place> => ({
	url: url(await closedPort()),
	carriedOut: 0,
	close() {},
});

/** A server that speaks no TLS, behind a URL that says so. */
const raw = async (onConnection: (socket: Socket) => void): Promise<Place> => {
	const { port, close } = await listen(createServer(onConnection));
	return { url: `https://localhost:${port}`, carriedOut: 0, close };
};

/** HTTPS that does this with each request, or with its whole body. */
const secure =
	(onRequest: RequestListener, certificate: keyof Certificates = 'good'): Case =>
	async (certificates) => {
		const place: Place = { url: '', carriedOut: 0, close() {} };
		const server = createHttps(certificates[certificate], onRequest);
		server.on('request', (request) => {
			request.on('error', () => {});
			request.on('end', () => (place.carriedOut += 1));
		});
		server.on('tlsClientError', () => {});
		const { port, close } = await listen(server);
		return Object.assign(place, { url: `https://localhost:${port}`, close });
	};

/** Once a request has come in whole. */
const then =
	(act: (socket: Socket) => void): RequestListener =>
	(request) =>
		request.resume().once('end', () => act(request.socket));

const answering = (bytes: Buffer | string) => secure(then((socket) => socket.end(bytes)));

/** HTTPS behind something that sends these bytes to the client once the request was carried out. */
const broken =
	(bytes: number[]): Case =>
	async (certificates) => {
		const clients = new Set<Socket>();
		const breakAll = () => clients.forEach((client) => client.end(Buffer.from(bytes)));
		const place = await secure(then(breakAll))(certificates);
		const port = portOf(place);
		return await behind(place, (client) => {
			clients.add(client);
			const server = connect(port, '127.0.0.1').on('error', () => {});
			client.pipe(server).pipe(client, { end: false });
			client.on('error', () => server.destroy());
		});
	};

const portOf = ({ url }: Place) => Number(new URL(url).port);

/** The place, reached by way of a server that does this with a connection. */
async function behind(place: Place, onConnection: (client: Socket) => void): Promise<Place> {
	const front = await listen(createServer(onConnection));
	const { close } = place;
	return Object.assign(place, {
		url: `https://localhost:${front.port}`,
		close() {
			front.close();
			close();
		},
	});
}

/** A proxy that does this with what asks for a tunnel, in front of HTTPS that is fine. */
const proxied =
	(onConnect: (client: Socket, port: number) => void): Case =>
	async (certificates) => {
		const place = await answering(withLength(DONE))(certificates);
		const { url } = place;
		const port = portOf(place);
		await behind(place, (client) => client.once('data', () => onConnect(client, port)));
		return Object.assign(place, { url, proxy: `http://127.0.0.1:${portOf(place)}` });
	};

const gzip = 'content-encoding: gzip\r\n';

export const CASES: Record<string, Case> = {
	'all well': answering(withLength(DONE)),
	refused: () => nowhere((port) => `https://localhost:${port}`),
	'two addresses, both refused': () => nowhere((port) => `https://two.example:${port}`),
	'no such host': () => nowhere(() => 'https://no-such-host.invalid'),
	'handshake cut': () => raw((socket) => socket.once('data', () => socket.destroy())),
	'handshake never answered': () => raw(() => {}),
	'plain HTTP': () => raw((socket) => socket.end(withLength(DONE))),
	'certificate not trusted': secure(() => {}, 'untrusted'),
	'fatal alert after the deed': broken([0x15, 3, 3, 0, 2, 2, 80]),
	'ended after the deed': secure(then((socket) => socket.destroy())),
	'never answered': secure(then(() => {})),
	'reset before it was read': secure(({ socket }) => socket.destroy()),
	'ended without a length': answering(head()),
	'ended without a length, JSON cut': answering(head() + DONE.slice(0, 20)),
	'ended in mid-body': answering(`${head('content-length: 47\r\n')}${DONE.slice(0, 20)}`),
	'length of 0': answering(withLength('')),
	'204': answering(head('', '204 No Content')),
	gzip: answering(withLength(gzipSync(DONE), gzip)),
	'gzip that is none': answering(withLength(DONE, gzip)),
	'not HTTP': answering('SSH-2.0-OpenSSH_9.6\r\n'),
	'413 before it was read': secure(({ socket }) => socket.end(withLength('', '', '413 Too Large'))),
	'Latin-1': answering(
		Buffer.from(
			`${head('connection: close\r\n', '500 No')}{"message":"M\u00fcller is not known"}`,
			'latin1',
		),
	),
	'401, its body cut': answering(`${head('content-length: 100\r\n', '401 No')}{"message":`),
	'proxy: all well': proxied((client, port) => {
		client.write(head());
		client.pipe(connect(port, '127.0.0.1')).pipe(client);
	}),
	'proxy refused': async () => ({
		...(await nowhere(() => 'https://localhost:9')),
		proxy: `http://127.0.0.1:${await closedPort()}`,
	}),
	'proxy: never answered': proxied(() => {}),
	'proxy: 407': proxied((client) =>
		client.end(withLength('', '', '407 Proxy Authentication Required')),
	),
	'proxy: handshake cut': proxied((client) => {
		client.write(head());
		client.once('data', () => client.destroy());
	}),
};
