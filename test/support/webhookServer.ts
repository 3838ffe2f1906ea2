/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** ClientPoint Trigger behind a real HTTP server, with n8n's own context for webhooks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { builtPackage } from './clientPoint';
import { runWebhook } from './engine';

export interface WebhookServer {
	url: string;
	/** The node's parameters, for the requests that follow. */
	parameters: INodeParameters;
	/** The items of each execution that was started. */
	started: IDataObject[][];
	close(): Promise<void>;
}

export async function startWebhookServer(): Promise<WebhookServer> {
	const loader = await builtPackage();
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const url = new URL(request.url ?? '/', 'http://localhost');
			const express = Object.assign(request, {
				rawBody: Buffer.concat(chunks),
				body: {},
				query: Object.fromEntries(url.searchParams),
			});
			const node = {
				id: '1',
				name: 'ClientPoint Trigger',
				type: 'n8n-nodes-clientpoint.clientPointTrigger',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: self.parameters,
			};
			runWebhook(loader, node, express as never, response as never)
				.then(({ workflowData }) => {
					if (workflowData) self.started.push(workflowData[0].map(({ json }) => json));
				})
				.catch((error) => response.writeHead(500).end(String(error)));
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const self: WebhookServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		parameters: {},
		started: [],
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
	return self;
}
