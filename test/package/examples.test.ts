/** Every workflow in examples/ runs, as it would after an import. */
import type { IDataObject } from 'n8n-workflow';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import {
	builtPackage,
	exampleNames,
	readExample,
	runNode,
	sentBodies,
} from '../support/clientPoint';
import { outputOf, runWorkflow } from '../../dev/engine/engine';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const run = async (name: string, trigger: string, items: IDataObject[]) =>
	await runWorkflow(await builtPackage(), {
		workflow: readExample(name),
		triggerItems: { [trigger]: items.map((json) => ({ json })) },
		credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
	});

/** A ClientPoint to work on; its ID. */
async function created(): Promise<number> {
	await runNode(sandbox);
	sandbox.received.length = 0;
	return sandbox.created[0].id;
}

/** These need more of n8n than its engine: test/e2e runs them in a real one. */
const IN_REAL_N8N = [
	'ai-agent',
	'collect-failures',
	'create-until-signed',
	'deal-create-or-update',
	'deals-with-json-rows',
	'once-with-postgres',
];

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
		const items = [{ body }, { body: {} }];
		const execution = await run('lead-to-clientpoint', 'Lead received', items);
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
		const [done, failed] = outputOf(execution, 'Create ClientPoint') ?? [];
		expect([done?.length, failed?.length]).toEqual([1, 1]);
	},

	'deal-stage-to-status': async () => {
		const deal = {
			clientpoint_id: await created(),
			company: 'ABC Company',
			amount: 900,
			owner: 'rep@yourcompany.com',
		};
		await run('deal-stage-to-status', 'Deal stage changed', [
			{ body: { ...deal, stage: 'closedwon' } },
		]);
		expect(sandbox.created[0].body).toMatchObject({ revenue: 900, status: 'won' });
		await run('deal-stage-to-status', 'Deal stage changed', [{ body: { ...deal, stage: 'demo' } }]);
		expect(sandbox.created[0].body).toMatchObject({ status: 'pending' });
	},

	'stakeholder-to-recipient': async () => {
		const body = { clientpoint_id: await created(), email: 'jo@example.com', job: 'Buyer' };
		await run('stakeholder-to-recipient', 'Stakeholder added', [{ body }]);
		expect(sandbox.created[0].added).toEqual([{ email: 'jo@example.com', title: 'Buyer' }]);
	},

	'link-to-message': async () => {
		const clientpoint_id = await created();
		const execution = await run('link-to-message', 'Link wanted', [
			{ body: { clientpoint_id } },
			{ body: { clientpoint_id, email: 'jo@example.com' } },
		]);
		const links = outputOf(execution, 'Get link')?.[0]?.map(({ json }) => [
			json.clientpoint_url,
			json.personal_url,
		]);
		const link = 'https://sandbox.example/v/1001/AB12CD';
		expect(links).toEqual([
			[link, undefined],
			[link, expect.stringContaining('/email/jo%40example.com')],
		]);
	},

	// What the trigger takes and refuses is in trigger.test.ts; here its items reach the next node.
	'won-to-handover': async () => {
		const won = { clientpoint_id: 1001, Client: 'ABC Company', Status: 'Won' };
		const execution = await run('won-to-handover', 'ClientPoint won', [won]);
		expect(outputOf(execution, 'Hand over')?.[0]?.[0].json).toMatchObject(won);
	},

	'webhook-lead-with-reply': async () => {
		const body = { company: 'ABC', budget: 1, owner: 'rep@yourcompany.com', email: 'j@x.example' };
		const execution = await run('webhook-lead-with-reply', 'Lead received', [
			{ body },
			{ body: {} },
		]);
		expect(sentBodies(sandbox).map(({ name }) => name)).toEqual(['ABC']);
		expect(outputOf(execution, 'Tell what was created')?.[0]).toHaveLength(1);
		expect(outputOf(execution, 'Tell what is wrong')?.[0]).toHaveLength(1);
	},
	'pipedrive-deal': async () => {
		const name = 'pipedrive-deal';
		const { pinData = {} } = readExample(name);
		const execution = await runWorkflow(await builtPackage(), {
			workflow: readExample(name),
			triggerItems: pinData,
			// The engine alone keeps no keys; in a run by hand none is wanted.
			mode: 'manual',
			credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
		});
		expect(sentBodies(sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com', primary: true },
				],
			},
		]);
		expect(outputOf(execution, 'Create ClientPoint')?.[0]?.[0].json).toMatchObject({
			clientpoint_id: 1001,
		});
	},
	'form-to-clientpoint': async () => {
		const json = { Company: 'Form Ltd', Budget: 1, 'First Name': 'Fay', Email: 'fay@form.example' };
		await run('form-to-clientpoint', 'Form submitted', [json]);
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

it.each(Object.entries(RUNS))('%s runs', async (_, check) => await check());
