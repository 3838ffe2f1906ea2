/** What examples make of data that they do not bring; with what they bring, test/e2e runs each in a real n8n. */
import type { IDataObject } from 'n8n-workflow';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { readExample } from '../../dev/examples';
import { builtPackage, runNode, sentBodies } from '../support/clientPoint';
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

it('lead-to-clientpoint', async () => {
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
});

it('deal-stage-to-status', async () => {
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
});

it('stakeholder-to-recipient', async () => {
	const body = { clientpoint_id: await created(), email: 'jo@example.com', job: 'Buyer' };
	await run('stakeholder-to-recipient', 'Stakeholder added', [{ body }]);
	expect(sandbox.created[0].added).toEqual([{ email: 'jo@example.com', title: 'Buyer' }]);
});

it('link-to-message', async () => {
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
});
