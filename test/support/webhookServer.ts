/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** ClientPoint Trigger behind a real HTTP server, with n8n's own context for webhooks. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse as parseForm } from 'node:querystring';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { parse as parseQuery } from 'qs';
import { builtPackage } from './clientPoint';
import { activateWebhook, runWebhook } from '../../dev/engine/webhook';

export interface WebhookServer {
	url: string;
	/** The node's parameters, for the requests that follow. */
	parameters: INodeParameters;
	/** The credential's data; the node has none while this is undefined. */
	credential: ICredentialDataDecryptedObject | undefined;
	/** The items of each execution that was started, as the node handed them over. */
	started: INodeExecutionData[][];
	/** What the node threw: for n8n, a failed execution, which runs the error workflow. */
	failures: unknown[];
	/** What publishing the workflow does. */
	activate(): Promise<void>;
	close(): Promise<void>;
}

export async function startWebhookServer(): Promise<WebhookServer> {
	const loader = await builtPackage();
	const webhook = () => {
		const { credential, parameters } = self;
		const node: INode = {
			id: '1',
			name: 'ClientPoint Trigger',
			type: 'n8n-nodes-clientpoint.clientPointTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters,
			...(credential && { credentials: { clientPointApi: { id: '1', name: 'ClientPoint' } } }),
		};
		return { node, credentials: { clientPointApi: credential ?? {} } };
	};
	const server = createServer((request, response) => {
		read(request)
			.then(async (express) => {
				if (!express) return void response.writeHead(422).end();
				const { workflowData } = await runWebhook(
					loader,
					webhook(),
					express as never,
					response as never,
				);
				if (workflowData) self.started.push(workflowData[0]);
			})
			.catch((error) => {
				self.failures.push(error);
				response.writeHead(500).end(String(error));
			});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const self: WebhookServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		parameters: {},
		credential: undefined,
		started: [],
		failures: [],
		activate: async () => await activateWebhook(loader, webhook()),
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
	return self;
}

/**
 * The request as n8n 2.41.1 hands it to a webhook node (express's query, n8n's body-parser.js), or
 * `undefined` when n8n itself answers 422.
 */
async function read(request: IncomingMessage) {
	const chunks: Buffer[] = await request.toArray();
	const header = request.headers['content-type'];
	const [contentType, ...parameters] = header?.toLowerCase().split(';') ?? [];
	const charsets = parameters.flatMap(
		(text) => /^\s*charset="?([^"]*?)"?\s*$/.exec(text)?.[1] ?? [],
	);
	const encoding = header && (charsets.at(-1) ?? 'utf-8');
	const query = parseQuery(new URL(request.url ?? '/', 'http://x').search.slice(1), {
		allowPrototypes: true,
	});
	const rawBody = Buffer.concat(chunks);
	const express = Object.assign(request, {
		contentType,
		encoding,
		originalUrl: request.url,
		query,
		body: {},
		readRawBody: async () => void Object.assign(request, { rawBody }),
	});
	if (contentType === 'multipart/form-data') {
		const file = {
			filepath: '/tmp/n8n-webhook-file',
			originalFilename: 'x',
			mimetype: 'text/plain',
		};
		const body = { data: { Event: 'sent' }, files: { file } };
		const readRawBody = async () => await Promise.reject(new Error('The body has been read'));
		return Object.assign(express, { body, readRawBody });
	}
	// Left unread, for whoever asks.
	if (contentType?.startsWith('multipart/')) return express;
	await express.readRawBody();
	try {
		return Object.assign(express, { body: bodyOf(rawBody, contentType, encoding) });
	} catch {
		return undefined;
	}
}

function bodyOf(rawBody: Buffer, contentType?: string, encoding?: string): unknown {
	const text = () => rawBody.toString(encoding as BufferEncoding);
	if (rawBody.length === 0) return {};
	if (contentType === 'application/json') return JSON.parse(text().replace(/^\uFEFF/, ''));
	if (contentType === 'application/x-www-form-urlencoded') return parseForm(text());
	if (contentType === 'text/plain') return text();
	return {};
}
