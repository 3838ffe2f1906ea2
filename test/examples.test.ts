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

/** These need more of n8n than its engine: test/e2e runs them in a real one. */
const IN_REAL_N8N = ['ai-agent', 'collect-failures', 'deals-with-json-rows'];

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
	'webhook-lead-with-reply': async () => {
		const body = { company: 'ABC', budget: 1, owner: 'rep@yourcompany.com', email: 'j@x.example' };
		const run = await runWorkflow(await builtPackage(), {
			workflow: readExample('webhook-lead-with-reply'),
			triggerItems: { 'Lead received': [{ json: { body } }, { json: { body: {} } }] },
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});
		expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['ABC']);
		expect(outputOf(run, 'Tell what was created')?.[0]).toHaveLength(1);
		expect(outputOf(run, 'Tell what is wrong')?.[0]).toHaveLength(1);
	},
	'form-to-clientpoint': async () => {
		const json = { Company: 'Form Ltd', Budget: 1, 'First Name': 'Fay', Email: 'fay@form.example' };
		await runWorkflow(await builtPackage(), {
			workflow: readExample('form-to-clientpoint'),
			triggerItems: { 'Form submitted': [{ json }] },
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});
		expect(sentBodies(sandbox)).toEqual([
			{
				name: 'Form Ltd',
				revenue: 1,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [{ first_name: 'Fay', email: 'fay@form.example', primary: true }],
				custom_fields: [{ tag: 'source', value: 'web form' }],
			},
		]);
	},
};

it('covers every example', () => {
	expect([...Object.keys(RUNS), ...IN_REAL_N8N].sort()).toEqual(exampleNames());
});

it.each(Object.entries(RUNS))('%s runs', async (_, run) => await run());
