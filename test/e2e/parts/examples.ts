/** The examples that need n8n's own nodes, started by hand as a user does. */
import { sleep } from 'n8n-workflow';
import { chosenVersion } from '../../../dev/n8n/install';
import { publish } from '../../../dev/n8n/rest';
import { WEBHOOK_SECRET } from '../../../dev/n8n/workflows';
import { sentBodiesByName } from '../support/sent';
import { executionIds, itemsOfExecution, newExecutionIds, runByHand } from '../support/executions';
import type { World } from '../../../dev/n8n/world';

/** The Data Table node of n8n 1 makes no tables. */
const ofN8n2 = chosenVersion().startsWith('1.') ? it.skip : it;

export function examples(world: () => World) {
	it('deals-with-json-rows sends each deal with its own list of contacts', async () => {
		await runByHand(world().n8n.rest, 'deals-with-json-rows', 'Start');
		expect(sentBodiesByName(world().sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com', primary: true },
					{ first_name: 'Jane', last_name: 'Roe', email: 'jane.roe@example.com', primary: false },
				],
				custom_fields: [{ tag: 'location', value: 'Boston' }],
				expiration_date: '2027-06-15',
				template_id: [567834, 673498],
			},
			{
				name: 'Müller & Söhne',
				revenue: 12000,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [
					{
						first_name: 'Anna',
						last_name: 'Müller',
						email: 'anna@mueller.example',
						primary: true,
					},
				],
				custom_fields: [{ tag: 'location', value: 'Köln' }],
				expiration_date: '2027-01-31',
				template_id: [567834, 673498],
			},
		]);
	});

	it('collect-failures creates the good leads and collects the bad in one item', async () => {
		const outputs = await runByHand(world().n8n.rest, 'collect-failures', 'Start');
		const names = sentBodiesByName(world().sandbox).map(({ name }) => name);
		expect(names).toEqual(['ABC Company', 'Contoso']);
		expect(outputs['What failed']).toEqual([
			{
				failures: [
					{
						company: 'Müller & Söhne',
						error: expect.stringContaining('Email must be a valid e-mail address'),
						details: expect.objectContaining({ outcome: 'refused' }),
					},
					{
						company: 'Northwind',
						error: expect.stringContaining('Revenue must be a number such as 1200.50'),
						details: expect.objectContaining({ outcome: 'refused' }),
					},
				],
			},
		]);
	});

	ofN8n2(
		'create-until-signed waits, and hands over once ClientPoint says that it is signed',
		async () => {
			const { n8n, sandbox } = world();
			await publish(n8n.rest, 'create-until-signed');
			const known = await executionIds(n8n.rest);
			const call = async (path: string, body: object) =>
				await fetch(`${n8n.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				});
			const lead = {
				company: 'ABC Company',
				budget: 500.5,
				owner: 'rep@yourcompany.com',
				first_name: 'John',
				last_name: 'Doe',
				email: 'john.doe@example.com',
				city: 'Boston',
			};
			// n8n registers what is published a moment later.
			while ((await call('lead-until-signed', lead)).status === 404) await sleep(200);
			const [waiting] = await newExecutionIds(n8n.rest, known);
			const execution = async () => await n8n.rest('GET', `/executions/${waiting}`);
			while (['new', 'running'].includes((await execution()).status)) await sleep(200);
			expect((await execution()).status).toBe('waiting');
			expect(sentBodiesByName(sandbox).map(({ name }) => name)).toEqual(['ABC Company']);

			const event = { ClientPointId: '1001', ViewStatus: 'signed', Client: 'ABC Company' };
			const secret = encodeURIComponent(WEBHOOK_SECRET);
			const answer = await call(`create-until-signed-trigger/webhook?secret=${secret}`, {
				Event: 'signed',
				Data: {
					...event,
					AssignedTo: 'Rita Rep',
					ClientPointLink: 'https://login.clientpoint.net/x',
				},
			});
			expect(answer.status).toBe(200);
			const outputs = await itemsOfExecution(n8n.rest, waiting);
			expect(outputs['Hand over']).toEqual([
				{
					task: 'Kick off ABC Company, Boston, sold by Rita Rep',
					link: 'https://login.clientpoint.net/x',
				},
			]);
		},
	);
}
