/** The examples that need n8n's own nodes, started by hand as a user does. */
import { sentBodies } from '../support/sent';
import { runByHand } from '../support/executions';
import type { World } from '../support/world';

export function examples(world: () => World) {
	it('deals-with-json-rows sends each deal with its own list of contacts', async () => {
		await runByHand(world().n8n.rest, 'deals-with-json-rows', 'Start');
		expect(sentBodies(world().sandbox)).toEqual([
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
		const names = sentBodies(world().sandbox).map(({ name }) => name);
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
}
