/** The packed node in a real n8n; `N8N_VERSION` chooses which. */
import { chosenVersion } from '../../scripts/n8n/install';
import { agent } from './parts/agent';
import { editor } from './parts/editor';
import { examples } from './parts/examples';
import { production } from './parts/production';
import { retry } from './parts/retry';
import { secrets } from './parts/secrets';
import { trigger } from './parts/trigger';
import { startWorld, type World } from './support/world';

let world: World;
const get = () => world;

describe(`n8n ${chosenVersion()}`, () => {
	beforeAll(async () => (world = await startWorld()));
	afterAll(async () => await world?.close(), 60_000);
	beforeEach(() => world.sandbox.reset());

	describe('production', () => production(get));
	describe('Retry On Fail', () => retry(get));
	describe('trigger', () => trigger(get));
	describe('AI agent', () => agent(get));
	describe('examples', () => examples(get));
	describe('editor', () => editor(get));
	// Last: it reads what all the others have left behind.
	describe('secrets', () => secrets(get));
});
