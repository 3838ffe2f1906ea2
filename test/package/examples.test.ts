/** What examples make of other data than they bring; on their own, test/e2e runs each in a real n8n. */
import type { IDataObject } from 'n8n-workflow';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { exampleNames, readExample } from '../../dev/examples';
import { outputOf, runWorkflow } from '../../dev/engine/engine';
import { findOperation } from '../../nodes/ClientPoint/actions';
import { optionsProperty } from '../../nodes/ClientPoint/execution/options';
import { properties as triggerForm } from '../../nodes/ClientPointTrigger/form';
import { builtPackage, sentBodies } from '../support/clientPoint';
import { useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();

/** Runs an example on the webhook's body that it brings, once for each set of changes to that. */
async function run(name: string, ...changes: IDataObject[]) {
	const workflow = readExample(name);
	const [[trigger, [pinned]]] = Object.entries(workflow.pinData ?? {});
	const items = changes.map((change) => ({
		json: { body: { ...Object(pinned.json.body), ...change } },
	}));
	return await runWorkflow(await builtPackage(), {
		workflow,
		triggerItems: { [trigger]: items },
		credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
	});
}

it('lead-to-clientpoint: a lead without a company takes the error output', async () => {
	const execution = await run('lead-to-clientpoint', {}, { company: '' });
	expect(sentBodies(sandbox)).toMatchObject([
		{
			name: 'ABC Company',
			revenue: 500.5,
			recipients: [{ first_name: 'John', last_name: 'Doe', primary: true }],
			custom_fields: [{ tag: 'location', value: 'Boston' }],
		},
	]);
	const [done, failed] = outputOf(execution, 'Create ClientPoint') ?? [];
	expect([done?.length, failed?.length]).toEqual([1, 1]);
});

it('deal-stage-to-status: other stages than the last are pending', async () => {
	await run('deal-stage-to-status', { stage: 'closedwon' });
	expect(sandbox.created[0].body).toMatchObject({ revenue: 900, status: 'won' });
	await run('deal-stage-to-status', { stage: 'demo' });
	expect(sandbox.created[0].body).toMatchObject({ status: 'pending' });
});

it('stakeholder-to-recipient: a stakeholder may have no name', async () => {
	await run('stakeholder-to-recipient', { first_name: '', last_name: '', job: 'Buyer' });
	expect(sandbox.created[0].added).toEqual([{ email: 'jane.roe@example.com', title: 'Buyer' }]);
});

it('link-to-message: without an e-mail address there is no personal link', async () => {
	const execution = await run('link-to-message', { email: '' }, { email: 'jo@example.com' });
	const links = outputOf(execution, 'Get link')?.[0]?.map(({ json }) => json.personal_url);
	expect(links).toEqual([undefined, expect.stringContaining('/email/jo%40example.com')]);
});

it.each(exampleNames())('%s fills in only what the forms have', (name) => {
	for (const { name: node, type, parameters } of readExample(name).nodes) {
		if (!type.startsWith('n8n-nodes-clientpoint.')) continue;
		const { resource, operation, ...form } = parameters;
		const fields = type.endsWith('.clientPointTrigger')
			? triggerForm
			: [...(findOperation(resource, operation)?.properties ?? []), optionsProperty];
		const names = fields.map((field) => field.name);
		expect([node, Object.keys(form).filter((key) => !names.includes(key))]).toEqual([node, []]);
	}
});
