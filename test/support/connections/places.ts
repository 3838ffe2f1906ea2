/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** Servers that fail at one stage of a connection, and count the requests that they carried out. */
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Certificates } from './certificates';

/** Where the node's base URL points for one case. */
export interface Place {
	url: string;
	proxy?: string;
	/** Seconds. */
	timeout?: number;
	/** How many requests came in whole. */
	carriedOut: number;
	close(): void;
}

export type Case = (certificates: Certificates) => Promise<Place>;

const DONE = '{"success":true,"data":{"clientpoint_id":1001}}';

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

const nowhere = async (
	url: (port: number) => string,
	more: Partial<Place> = {},
): Promise<Place> => ({
	url: url(await closedPort()),
	carriedOut: 0,
	close() {},
	...more,
});

/** A server that speaks no TLS, behind a URL that says so. */
const raw = async (onConnection: (socket: Socket) => void, timeout?: number): Promise<Place> => {
	const { port, close } = await listen(createServer(onConnection));
	return { url: `https://localhost:${port}`, carriedOut: 0, timeout, close };
};

/** Reads each request whole, answers it, and counts it, unless the answer was a refusal. */
const counting =
	(place: Place, answer: RequestListener): RequestListener =>
	(request, response) => {
		request.on('error', () => {});
		request.resume().on('end', () => {
			answer(request, response);
			if (Math.floor(response.statusCode / 100) !== 4) place.carriedOut += 1;
		});
	};

const wellAnswered: RequestListener = (_, response) => response.end(DONE);

/** HTTPS that answers so. */
const secure =
	(
		options: (certificates: Certificates) => ServerOptions,
		answer: RequestListener = wellAnswered,
	): Case =>
	async (certificates) => {
		const place: Place = { url: '', carriedOut: 0, close() {} };
		const server = createHttps(options(certificates), counting(place, answer));
		server.on('tlsClientError', () => {});
		const { port, close } = await listen(server);
		return Object.assign(place, { url: `https://localhost:${port}`, close });
	};

/** Plain HTTP that answers so, byte for byte. */
const answering =
	(bytes: Buffer | string): Case =>
	async () => {
		const place: Place = { url: '', carriedOut: 0, close() {} };
		const server = createHttp(
			counting(place, ({ socket }) => {
				socket.end(bytes);
			}),
		);
		const { port, close } = await listen(server);
		return Object.assign(place, { url: `http://127.0.0.1:${port}`, close });
	};

/** HTTPS behind something that sends these bytes to the client once the request was carried out. */
const broken =
	(bytes: number[]): Case =>
	async (certificates) => {
		const clients = new Set<Socket>();
		const place = await secure(
			() => certificates.good,
			() => {
				for (const client of clients) client.end(Buffer.from(bytes));
			},
		)(certificates);
		const behind = Number(new URL(place.url).port);
		const front = await listen(
			createServer((client) => {
				clients.add(client);
				const server = connect(behind, '127.0.0.1').on('error', () => {});
				client.pipe(server).pipe(client, { end: false });
				client.on('error', () => server.destroy());
			}),
		);
		const { close } = place;
		return Object.assign(place, {
			url: `https://localhost:${front.port}`,
			close() {
				front.close();
				close();
			},
		});
	};

/** A proxy that does this with what asks for a tunnel, in front of HTTPS that is fine. */
const proxied =
	(
		onConnect: (client: Socket, port: number) => void,
		timeout?: number,
		answer?: RequestListener,
	): Case =>
	async (certificates) => {
		const place = await secure(() => certificates.good, answer)(certificates);
		const port = Number(new URL(place.url).port);
		const proxy = await listen(
			createServer((client) => {
				client.once('data', () => onConnect(client, port));
			}),
		);
		const { close } = place;
		return Object.assign(place, {
			timeout,
			proxy: `http://127.0.0.1:${proxy.port}`,
			close() {
				proxy.close();
				close();
			},
		});
	};

const tunnel = (client: Socket, port: number) => {
	client.write(head());
	client.pipe(connect(port, '127.0.0.1')).pipe(client);
};

const withStatus =
	(status: number): RequestListener =>
	(_, response) => {
		response.writeHead(status, { 'content-length': '0', 'retry-after': '0' }).end();
	};

const answerConnect = (answer: string) => proxied((client) => client.end(answer));

const head = (headers = '', status = '200 OK') => `HTTP/1.1 ${status}\r\n${headers}\r\n`;
const whole = head(`content-length: ${DONE.length}\r\n`) + DONE;

/** HTTPS that answers so, or resets the connection, as soon as it has seen the headers. */
const unread =
	(answer: string | undefined): Case =>
	async (certificates) => {
		const place: Place = { url: '', carriedOut: 0, close() {} };
		const server = createHttps(certificates.good, ({ socket }) => {
			if (answer === undefined) socket.destroy();
			else socket.end(answer);
		});
		const { port, close } = await listen(server);
		return Object.assign(place, { url: `https://localhost:${port}`, close });
	};

const gzipped = gzipSync(DONE);
const gzip = (bytes: Buffer) =>
	Buffer.concat([
		Buffer.from(head(`content-encoding: gzip\r\ncontent-length: ${bytes.length}\r\n`)),
		bytes,
	]);
const good = (certificates: Certificates) => certificates.good;

export const CASES: Record<string, Case> = {
	'all well': secure(good),
	refused: () => nowhere((port) => `https://localhost:${port}`),
	'two addresses, both refused': () => nowhere((port) => `https://two.example:${port}`),
	'no such host': () => nowhere(() => 'https://no-such-host.invalid'),
	'reset at once': () => raw((socket) => socket.resetAndDestroy()),
	'handshake cut': () => raw((socket) => socket.once('data', () => socket.destroy())),
	'handshake never answered': () => raw(() => {}, 1),
	'TLS 1.1 only': secure((certificates) => ({
		...certificates.good,
		minVersion: 'TLSv1',
		maxVersion: 'TLSv1.1',
		ciphers: 'DEFAULT@SECLEVEL=0',
	})),
	'plain HTTP': async () => {
		const { port, close } = await listen(createHttp(wellAnswered));
		return { url: `https://localhost:${port}`, carriedOut: 0, close };
	},
	'certificate not trusted': secure(({ untrusted }) => untrusted),
	'certificate of another host': secure(({ otherHost }) => otherHost),
	'certificate expired': secure(({ expired }) => expired),
	'client certificate, TLS 1.2': secure((certificates) => ({
		...certificates.good,
		requestCert: true,
		maxVersion: 'TLSv1.2',
	})),
	'client certificate, TLS 1.3': secure((certificates) => ({
		...certificates.good,
		requestCert: true,
	})),
	'fatal alert after the deed': broken([0x15, 3, 3, 0, 2, 2, 80]),
	'garbage record after the deed': broken([0x17, 3, 3, 0, 5, 1, 2, 3, 4, 5]),
	'ended after the deed': secure(good, ({ socket }) => socket.destroy()),
	'never answered': secure(good, () => {}),
	'ended without a length': answering(head()),
	'ended without a length, JSON whole': answering(head() + DONE),
	'ended without a length, JSON cut': answering(head() + DONE.slice(0, 20)),
	'ended in mid-body': answering(head(`content-length: ${DONE.length}\r\n`) + DONE.slice(0, 20)),
	'ended in mid-chunk': answering(head('transfer-encoding: chunked\r\n') + '2f\r\n{'),
	'length of 0': answering(head('content-length: 0\r\n')),
	'chunks, empty': answering(head('transfer-encoding: chunked\r\n') + '0\r\n\r\n'),
	'204': answering(head('', '204 No Content')),
	gzip: answering(gzip(gzipped)),
	'gzip cut': answering(gzip(gzipped.subarray(0, 20))),
	'gzip, nothing but its head': answering(gzip(gzipped.subarray(0, 10))),
	'gzip that is none': answering(gzip(Buffer.from(DONE))),
	'not HTTP': answering('SSH-2.0-OpenSSH_9.6\r\n'),
	'100 first': answering(`${head('', '100 Continue')}${whole}`),
	'103 first': answering(`${head('link: </x>\r\n', '103 Early Hints')}${whole}`),
	'a length and chunks': answering(
		head('content-length: 5\r\ntransfer-encoding: chunked\r\n') + '0\r\n\r\n',
	),
	'chunks and trailers': answering(
		`${head('transfer-encoding: chunked\r\n')}2f\r\n${DONE}\r\n0\r\nx: y\r\n\r\n`,
	),
	'an unknown encoding': answering(
		head(`content-encoding: klingon\r\ncontent-length: ${DONE.length}\r\n`) + DONE,
	),
	'413 before it was read': unread(head('content-length: 0\r\n', '413 Too Large')),
	'200 before it was read': unread(whole),
	'reset before it was read': unread(undefined),
	'Latin-1': answering(
		Buffer.from(
			`${head('content-type: application/json; charset=iso-8859-1\r\nconnection: close\r\n', '500 No')}{"message":"M\u00fcller is not known"}`,
			'latin1',
		),
	),
	'Latin-1, not declared': answering(
		Buffer.from(
			`${head('connection: close\r\n', '500 No')}{"message":"M\u00fcller is not known"}`,
			'latin1',
		),
	),
	'403': secure(good, withStatus(403)),
	'403, its body cut': secure(good, ({ socket }, response) => {
		response.writeHead(403, { 'content-length': '100' });
		response.write('{"message":', () => socket.end());
	}),
	'401': secure(good, withStatus(401)),
	'401, its body cut': secure(good, ({ socket }, response) => {
		response.writeHead(401, { 'content-length': '100' });
		response.write('{"message":', () => socket.end());
	}),
	'401, gzip that is none': secure(good, (_, response) => {
		response.writeHead(401, { 'content-encoding': 'gzip' }).end('{"message":"No"}');
	}),
	'502': secure(good, withStatus(502)),
	'proxy: all well': proxied(tunnel),
	'proxy: all well, then 502': proxied(tunnel, undefined, withStatus(502)),
	'proxy refused': async () =>
		await nowhere(() => 'https://localhost:9', { proxy: `http://127.0.0.1:${await closedPort()}` }),
	'proxy: ended before its answer': proxied((client) => client.end()),
	'proxy: reset before its answer': proxied((client) => client.resetAndDestroy()),
	'proxy: never answered': proxied(() => {}, 1),
	'proxy: 407': answerConnect(head('content-length: 0\r\n', '407 Proxy Authentication Required')),
	'proxy: 502': answerConnect(head('content-length: 0\r\n', '502 Bad Gateway')),
	'proxy: handshake cut': proxied((client) => {
		client.write(head());
		client.once('data', () => client.destroy());
	}),
};
