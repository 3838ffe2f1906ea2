/** Every workflow in examples/ runs, as it would after an import. */
import { startSandbox, SANDBOX_KEY, type Sandbox } from '../sandbox/server';
import { builtPackage, readExample, exampleNames, sentBodies } from './support/clientPoint';
import { outputOf, runWorkflow } from './support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** For each example: what its trigger hands on, and what must come of it. */
const RUNS: Record<string, () => Promise<void>> = {
	'lead-to-clientpoint': async () => {
		const body = {
			company: 'ABC Company',
			budget: '500.50',
			owner: 'rep@yourcompany.com',
			first_name: 'John',
			last_name: 'Doe',
			email: 'john@example.com',
			city: 'Boston',
		};
		const run = await runWorkflow(await builtPackage(), {
			workflow: readExample('lead-to-clientpoint'),
			triggerItems: { 'Lead received': [{ json: { body } }, { json: { body: {} } }] },
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});
		expect(sentBodies(sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'rep@yourcompany.com',
				template_id: [567834],
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
				],
				custom_fields: [{ tag: 'location', value: 'Boston' }],
			},
		]);
		const [done, failed] = outputOf(run, 'Create ClientPoint') ?? [];
		expect([done?.length, failed?.length]).toEqual([1, 1]);
	},
};

it('covers every example', () => {
	expect(Object.keys(RUNS).sort()).toEqual(exampleNames());
});

it.each(Object.entries(RUNS))('%s runs', async (_, run) => await run());
