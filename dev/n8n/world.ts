/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** A real n8n with the packed node and the examples, the sandbox, and the model's stand-in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { installN8n } from './install';
import { startModel, type Model } from './model';
import { importAll, placePackage, startProcess, type N8nProcess, type Settings } from './process';
import { until } from './program';
import { publish, signUp, type Rest } from './rest';
import { clientPointCredential, exampleWorkflows, openAiCredential } from './workflows';

export interface World {
	n8n: N8nProcess;
	/** Calls in the owner's name. */
	rest: Rest;
	/** Holds n8n's database among other things; thrown away at the end. */
	userFolder: string;
	sandbox: Sandbox;
	model: Model;
	close(): Promise<void>;
}

export interface WorldOptions {
	/** Credentials beside those of the examples. */
	credentials?: (sandboxUrl: string) => object[];
	/** Workflows beside the examples. */
	workflows?: (sandboxUrl: string) => Array<{ id: string }>;
	/** Of these, the ids of those that wait for a caller, in the order to publish them. */
	published?: string[];
	/** Such as another database. */
	settings?: Settings;
}

/** The examples that are called at their production URLs; the others are started in the editor alone. */
const PUBLISHED = [
	'lead-to-clientpoint',
	'webhook-lead-with-reply',
	'form-to-clientpoint',
	'ai-agent',
];

/** Published after all others, so that they answer once it does. */
const LAST = 'won-to-handover';

export async function startWorld({
	credentials = () => [],
	workflows = () => [],
	published = [],
	settings = {},
}: WorldOptions = {}): Promise<World> {
	const installed = installN8n();
	const userFolder = mkdtempSync(join(tmpdir(), 'clientpoint-n8n-'));
	const [sandbox, model] = [await startSandbox(), await startModel()];
	let n8n: N8nProcess | undefined;
	const close = async () => {
		await n8n?.end();
		rmSync(userFolder, { recursive: true, force: true });
		await Promise.all([sandbox.close(), model.close()]);
	};
	try {
		placePackage(userFolder);
		const ownCredentials = [
			clientPointCredential(sandbox.url),
			openAiCredential(model.url),
			...credentials(sandbox.url),
		];
		const ownWorkflows = [...exampleWorkflows(), ...workflows(sandbox.url)];
		await importAll(installed, userFolder, 'credentials', ownCredentials, settings);
		await importAll(installed, userFolder, 'workflow', ownWorkflows, settings);
		n8n = await startProcess(installed, userFolder, { N8N_LOG_LEVEL: 'debug', ...settings });
		const rest = await signUp(n8n.url);
		for (const id of [...published, ...PUBLISHED, LAST]) await publish(rest, id);
		await lastAnswers(n8n.url);
		return { n8n, rest, userFolder, sandbox, model, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** n8n registers what is published a moment later, in that order; the last has a body that it refuses. */
async function lastAnswers(url: string): Promise<void> {
	const post = () => fetch(`${url}/webhook/${LAST}-trigger/webhook`, { method: 'POST' });
	await until('the webhooks', async () => (await post()).status !== 404);
}
