/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** A real n8n with the packed node and the examples, the sandbox, and the model's stand-in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { installN8n, type Installed } from './install';
import { startModel, type Model } from './model';
import { environment, placePackage, startProcess, type N8nProcess } from './process';
import { publish, signUp, type Rest } from './rest';
import { clientPointCredential, exampleWorkflows } from './workflows';

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
}: WorldOptions = {}): Promise<World> {
	const installed = installN8n();
	const userFolder = mkdtempSync(join(tmpdir(), 'clientpoint-n8n-'));
	const [sandbox, model] = [await startSandbox(), await startModel()];
	let n8n: N8nProcess | undefined;
	const close = async () => {
		await n8n?.stop();
		rmSync(userFolder, { recursive: true, force: true });
		await Promise.all([sandbox.close(), model.close()]);
	};
	try {
		placePackage(userFolder);
		importAll(installed, userFolder, 'credentials', [
			clientPointCredential(sandbox.url),
			openAiCredential(model.url),
			...credentials(sandbox.url),
		]);
		importAll(installed, userFolder, 'workflow', [
			...exampleWorkflows().map(withPublicChat),
			...workflows(sandbox.url),
		]);
		n8n = await startProcess(installed, userFolder, { N8N_LOG_LEVEL: 'debug' });
		const rest = await signUp(n8n.url);
		for (const id of [...published, ...PUBLISHED, LAST]) await publish(rest, id);
		await lastAnswers(n8n.url);
		return { n8n, rest, userFolder, sandbox, model, close };
	} catch (error) {
		await close();
		throw error;
	}
}

function importAll(installed: Installed, userFolder: string, kind: string, things: object[]) {
	const file = join(userFolder, 'import.json');
	writeFileSync(file, JSON.stringify(things));
	execFileSync(installed.node, [installed.n8n, `import:${kind}`, `--input=${file}`], {
		env: environment(userFolder),
		stdio: 'pipe',
		timeout: 180_000,
	});
	rmSync(file);
}

const openAiCredential = (url: string) => ({
	id: 'openAi',
	name: 'OpenAI account',
	type: 'openAiApi',
	data: { apiKey: 'not-a-key', url },
});

/** n8n registers what is published a moment later, in that order; the last has a body that it refuses. */
async function lastAnswers(url: string): Promise<void> {
	const post = () => fetch(`${url}/webhook/${LAST}-trigger/webhook`, { method: 'POST' });
	while ((await post()).status === 404) await sleep(200);
}

type Example = ReturnType<typeof exampleWorkflows>[number];

/** The example's chat answers in the editor only; a public one answers a plain request. */
export function withPublicChat(workflow: Example): Example {
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.chatTrigger')
			? { ...node, parameters: { ...node.parameters, public: true } }
			: node,
	);
	return { ...workflow, nodes };
}
