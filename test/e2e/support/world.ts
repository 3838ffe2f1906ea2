/** One n8n, the sandbox and the model's stand-in, shared by the parts of the end-to-end test. */
import { sleep } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { installN8n } from '../../../scripts/n8n/install';
import { publish } from '../../../scripts/n8n/rest';
import { startN8n, type RunningN8n } from '../../../scripts/n8n/start';
import { clientPointCredential, exampleWorkflows } from '../../../scripts/n8n/workflows';
import { startModel, type Model } from './model';
import { editorWorkflow } from './editorWorkflow';
import { httpRequestWorkflow } from './httpRequest';
import { OLD_AGENT_ID, oldAgentWorkflow } from './oldAgent';
import { CHILD_ID, retryWorkflows } from './retryWorkflows';

export interface World {
	n8n: RunningN8n;
	sandbox: Sandbox;
	model: Model;
	close(): Promise<void>;
}

/** Those that wait for a caller; the others are started by hand. */
const PUBLISHED = [
	'lead-to-clientpoint',
	'webhook-lead-with-reply',
	'form-to-clientpoint',
	'ai-agent',
	OLD_AGENT_ID,
	'http-request',
	...retryWorkflows.map(({ id }) => id),
	'won-to-handover',
];

export async function startWorld(): Promise<World> {
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
		workflows: [
			...exampleWorkflows().map(withPublicChat),
			withPublicChat(oldAgentWorkflow()),
			httpRequestWorkflow(sandbox.url),
			editorWorkflow,
			...retryWorkflows,
		],
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
	// n8n 1.x publishes no workflow that only others call.
	const ids = PUBLISHED.filter((id) => !(id === CHILD_ID && n8n.version.startsWith('1.')));
	let ready = false;
	try {
		for (const id of ids) await publish(n8n.rest, id);
		await lastAnswers(n8n.url);
		ready = true;
		return world;
	} finally {
		if (!ready) await world.close();
	}
}

/** n8n registers what is published a moment later, in that order; the last has a body that it refuses. */
async function lastAnswers(url: string): Promise<void> {
	const post = () => fetch(`${url}/webhook/won-to-handover-trigger/webhook`, { method: 'POST' });
	while ((await post()).status === 404) await sleep(200);
}

type Example = ReturnType<typeof exampleWorkflows>[number];

/** The example's chat answers in the editor only; a public one answers a plain request. */
function withPublicChat(workflow: Example): Example {
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.chatTrigger')
			? { ...node, parameters: { ...node.parameters, public: true } }
			: node,
	);
	return { ...workflow, nodes };
}
