/** The packed node in a real n8n; `N8N_VERSION` chooses which. */
import { chosenVersion, DEFAULT_VERSION } from '../../dev/n8n/install';
import { openEditor, type Editor } from '../../dev/n8n/editor';
import { startWorld, type World } from '../../dev/n8n/world';
import { agent } from './parts/agent';
import { editor } from './parts/editor';
import { editorForm } from './parts/editorForm';
import { editorRun } from './parts/editorRun';
import { firstClick } from './parts/firstClick';
import { killed, once } from './parts/once';
import { production } from './parts/production';
import { retry } from './parts/retry';
import { secrets } from './parts/secrets';
import { tenants } from './parts/tenants';
import { trigger, triggerAtLength } from './parts/trigger';
import { untilSigned } from './parts/untilSigned';
import { TEST_WORKFLOWS } from './support/workflows';

/** Older versions show what differs in them; all else is shown once. */
const newest = chosenVersion() === DEFAULT_VERSION ? describe : describe.skip;

let world: World;
const get = () => world;

describe(`n8n ${chosenVersion()}`, () => {
	beforeAll(async () => (world = await startWorld(TEST_WORKFLOWS)), 600_000);
	afterAll(async () => await world?.close(), 60_000);
	beforeEach(() => world.sandbox.reset());

	describe('production', () => production(get));
	describe('Retry On Fail', () => retry(get));
	describe('a key for each item', () => tenants(get));
	describe('trigger', () => trigger(get));
	describe('AI agent', () => agent(get));
	newest('trigger, at length', () => triggerAtLength(get));
	newest('Idempotency Key', () => once(get));
	newest('an example that waits', () => untilSigned(get));
	newest('editor', () => {
		let opened: Editor;
		beforeAll(async () => (opened = await openEditor(world.n8n.url)));
		afterAll(async () => await opened?.close());
		const page = () => opened.page;

		describe('a first node', () => editor(get, page));
		describe('the form', () => editorForm(get, page));
		describe('a run', () => editorRun(get, page));
		describe('first click', () => firstClick(get, page));
	});
	// It reads what all the others have left behind.
	describe('secrets', () => secrets(get));
	// Last: it ends n8n.
	newest('Idempotency Key and kill -9', () => killed(get));
});
