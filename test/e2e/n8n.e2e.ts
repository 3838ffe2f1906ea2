/** The packed node in a real n8n; `N8N_VERSION` chooses which. */
import { chosenVersion, DEFAULT_VERSION } from '../../dev/n8n/install';
import { openEditor, type Editor } from '../../dev/n8n/editor';
import { startWorld, type World } from '../../dev/n8n/world';
import { agent, OLD_AGENT_WORKFLOW } from './parts/agent';
import { editor } from './parts/editor';
import { editorForm } from './parts/editorForm';
import { editorRun } from './parts/editorRun';
import { examples } from './parts/examples';
import { killed, once } from './parts/once';
import { httpRequestWorkflow, production } from './parts/production';
import { retry, RETRY_WORKFLOW } from './parts/retry';
import { secrets } from './parts/secrets';
import { tenants, TENANTS_WORKFLOW, tenantsCredential } from './parts/tenants';
import { testCall, trigger, waitingTriggerWorkflow } from './parts/trigger';
import { untilSigned } from './parts/untilSigned';
import { editorWorkflows } from './support/editorWorkflows';
import { ONCE_WORKFLOW } from './support/onceWorkflow';

/** Older versions show what differs in them; all else is shown once. */
const newest = chosenVersion() === DEFAULT_VERSION ? describe : describe.skip;

let world: World;
const get = () => world;

async function start() {
	const called = [RETRY_WORKFLOW, ONCE_WORKFLOW, TENANTS_WORKFLOW, OLD_AGENT_WORKFLOW];
	world = await startWorld({
		credentials: (sandboxUrl) => [tenantsCredential(sandboxUrl)],
		workflows: (sandboxUrl) => [
			...called,
			httpRequestWorkflow(sandboxUrl),
			waitingTriggerWorkflow(),
			...editorWorkflows,
		],
		published: [...called.map(({ id }) => id), 'http-request'],
	});
}

describe(`n8n ${chosenVersion()}`, () => {
	beforeAll(start, 600_000);
	afterAll(async () => await world?.close(), 60_000);
	beforeEach(() => world.sandbox.reset());

	describe('production', () => production(get));
	describe('Retry On Fail', () => retry(get));
	describe('a key for each item', () => tenants(get));
	describe('trigger', () => trigger(get));
	describe('AI agent', () => agent(get));
	newest('trigger, test call', () => testCall(get));
	newest('Idempotency Key', () => once(get));
	newest('an example that waits', () => untilSigned(get));
	newest('example', () => examples(get));
	newest('editor', () => {
		let opened: Editor;
		beforeAll(async () => (opened = await openEditor(world.n8n.url)), 120_000);
		afterAll(async () => await opened?.close());
		const page = () => opened.page;

		describe('a first node', () => editor(get, page));
		describe('the form', () => editorForm(get, page));
		describe('a run', () => editorRun(get, page));
	});
	// It reads what all the others have left behind.
	describe('secrets', () => secrets(get));
	// Last: it ends n8n.
	newest('Idempotency Key and kill -9', () => killed(get));
});
