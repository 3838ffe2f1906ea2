/** Published workflows, called as the world calls them. */
import { sentBodiesByName } from '../support/sent';
import type { World } from '../../../dev/n8n/world';

const LEAD = {
	company: 'ABC Company',
	budget: '500.50',
	owner: 'rep@yourcompany.com',
	first_name: 'John',
	last_name: 'Doe',
	email: 'john@example.com',
};

export function production(world: () => World) {
	const post = async (path: string, body: unknown) => {
		const response = await fetch(`${world().n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return { status: response.status, body: JSON.parse(await response.text()) };
	};

	it('a posted lead comes back with what was created', async () => {
		const answer = await post('lead-with-reply', LEAD);
		expect(answer).toEqual({
			status: 200,
			body: {
				success: true,
				data: { clientpoint_id: 1001, clientpoint_url: 'https://sandbox.example/view/1001' },
			},
		});
		expect(sentBodiesByName(world().sandbox)).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'rep@yourcompany.com',
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
				],
			},
		]);
	});

	it('a bad lead takes the error output and is told why', async () => {
		const answer = await post('lead-with-reply', { ...LEAD, email: 'john' });
		expect(answer).toEqual({
			status: 422,
			body: {
				error: 'Recipients, row 1: Email must be a valid e-mail address, not "john" [item 0]',
			},
		});
		expect(sentBodiesByName(world().sandbox)).toEqual([]);
	});

	it('what ClientPoint refuses takes the error output too', async () => {
		world().sandbox.answer(() => ({ status: 422, body: { message: 'Unknown division' } }));
		const answer = await post('lead-with-reply', LEAD);
		expect(answer).toEqual({
			status: 422,
			body: { error: 'ClientPoint answered 422: Unknown division [item 0]' },
		});
	});

	it('a submitted form becomes a ClientPoint', async () => {
		const form = new FormData();
		const values = ['Form Ltd', 'Fay', 'Form', 'fay@form.example', '1200.5'];
		values.forEach((value, index) => form.append(`field-${index}`, value));
		const url = `${world().n8n.url}/form/ask-for-a-proposal`;
		expect(await (await fetch(url)).text()).toContain('Ask for a proposal');
		expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
		expect(sentBodiesByName(world().sandbox)).toEqual([
			{
				name: 'Form Ltd',
				revenue: 1200.5,
				assigned_to: 'representative.active@yourcompany.com',
				recipients: [
					{ first_name: 'Fay', last_name: 'Form', email: 'fay@form.example', primary: true },
				],
				custom_fields: [{ tag: 'source', value: 'web form' }],
			},
		]);
	});

	it('the HTTP Request node creates one with the ClientPoint credential', async () => {
		const body = { name: 'By HTTP', revenue: 1, assigned_to: 'rep@yourcompany.com' };
		const answer = await post('http-request', body);
		expect(answer.body.data.clientpoint_id).toBe(1001);
		expect(sentBodiesByName(world().sandbox)).toEqual([body]);
	});
}
