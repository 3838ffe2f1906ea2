/** The packed node in a real n8n; `N8N_VERSION` chooses which. */
import { chosenVersion, DEFAULT_VERSION } from '../../dev/n8n/install';
import { openEditor, type Editor } from '../../dev/n8n/editor';
import { startWorld, type World } from '../../dev/n8n/world';
import { agent } from './parts/agent';
import { editor } from './parts/editor';
import { editorForm } from './parts/editorForm';
import { editorRun } from './parts/editorRun';
import { editorSearch } from './parts/editorSearch';
import { editorTrigger } from './parts/editorTrigger';
import { examples } from './parts/examples';
import { firstClick } from './parts/firstClick';
import { production } from './parts/production';
import { retry } from './parts/retry';
import { secrets } from './parts/secrets';
import { trigger } from './parts/trigger';
import { TEST_WORKFLOWS } from './support/workflows';

/** What the editor shows beside the form is looked at in one version. */
const guides = chosenVersion() === DEFAULT_VERSION ? describe : describe.skip;

let world: World;
const get = () => world;

describe(`n8n ${chosenVersion()}`, () => {
	beforeAll(async () => (world = await startWorld(TEST_WORKFLOWS)), 600_000);
	afterAll(async () => await world?.close(), 60_000);
	beforeEach(() => world.sandbox.reset());

	describe('production', () => production(get));
	describe('Retry On Fail', () => retry(get));
	describe('trigger', () => trigger(get));
	describe('AI agent', () => agent(get));
	describe('examples', () => examples(get));
	describe('editor', () => editor(get));
	guides('editor guides', () => {
		let opened: Editor;
		beforeAll(async () => (opened = await openEditor(world.n8n.url)));
		afterAll(async () => await opened?.close());
		const page = () => opened.page;

		describe('in the search', () => editorSearch(get, page));
		describe('in the form', () => editorForm(get, page));
		describe('in the output', () => editorRun(get, page));
		describe('in the trigger', () => editorTrigger(get, page));
		describe('first click', () => firstClick(get, page));
	});
	// Last: it reads what all the others have left behind.
	describe('secrets', () => secrets(get));
});
