/** One n8n with the packed node and the examples, the sandbox, and the model's stand-in. */
import { sleep } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { installN8n } from './install';
import { startModel, type Model } from './model';
import { publish } from './rest';
import { startN8n, type RunningN8n } from './start';
import { clientPointCredential, exampleWorkflows } from './workflows';

export interface World {
	n8n: RunningN8n;
	sandbox: Sandbox;
	model: Model;
	close(): Promise<void>;
}

export interface WorldOptions {
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
	workflows = () => [],
	published = [],
}: WorldOptions = {}): Promise<World> {
	const installed = installN8n();
	const [sandbox, model] = [await startSandbox(), await startModel()];
	const n8n = await startN8n({
		installed,
		credentials: [
			clientPointCredential(sandbox.url),
			{
				id: 'openAi',
				name: 'OpenAI account',
				type: 'openAiApi',
				data: { apiKey: 'not-a-key', url: model.url },
			},
		],
		workflows: [...exampleWorkflows().map(withPublicChat), ...workflows(sandbox.url)],
	});
	const world = {
		n8n,
		sandbox,
		model,
		async close() {
			await n8n.stop();
			n8n.remove();
			await Promise.all([sandbox.close(), model.close()]);
		},
	};
	let ready = false;
	try {
		for (const id of [...published, ...PUBLISHED, LAST]) await publish(n8n.rest, id);
		await lastAnswers(n8n.url);
		ready = true;
		return world;
	} finally {
		if (!ready) await world.close();
	}
}

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
