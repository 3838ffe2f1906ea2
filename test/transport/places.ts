/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, never inside n8n */
/** Servers that fail at one stage of a connection, and count the requests that came in whole. */
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { generate } from 'selfsigned';

export interface Place {
	/** Where the node's base URL points. */
	url: string;
	proxy?: string;
	received: number;
	close(): void;
}

type Act = (socket: Socket) => void;

async function open(server: Server): Promise<Place> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://localhost:${port}`,
		received: 0,
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

/** A port of this origin that nobody listens on. */
export async function nowhere(origin: string): Promise<Place> {
	const place = await open(createServer());
	place.close();
	return { ...place, url: `${origin}:${new URL(place.url).port}` };
}

/** A server that knows no TLS and does this with a connection. */
export const withoutTls = async (act: Act) => await open(createServer(act));

/** A proxy that does this with what asks for a tunnel, and never makes one. */
export async function behindProxy(act: Act): Promise<Place> {
	const place = await open(createServer((socket) => socket.once('data', () => act(socket))));
	return { ...place, url: 'https://api.example', proxy: place.url.replace('https', 'http') };
}

/** HTTPS that does this once a request has come in whole. */
export async function https(act: Act): Promise<Place> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
	});
	const server = createHttps({ key, cert }, (request) =>
		request.resume().once('end', () => {
			place.received += 1;
			act(request.socket);
		}),
	);
	const place = await open(server);
	return place;
}
