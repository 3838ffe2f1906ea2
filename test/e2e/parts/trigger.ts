/** ClientPoint Trigger, called as ClientPoint calls it. */
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';
import type { World } from '../support/world';

export function trigger(world: () => World) {
	const post = async (body: unknown) => {
		const response = await fetch(`${world().n8n.url}/webhook/won-to-handover-trigger/webhook`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return response.status;
	};
	const payload = (Status: string) => ({
		Event: 'statusChanged',
		Data: {
			Status,
			Client: 'ABC Company',
			Revenue: '500.00',
			AssignedTo: 'Rita Rep',
			ClientPointLink: 'https://login.clientpoint.net/x',
		},
	});

	it('starts its workflow for what its filters name, and for nothing else', async () => {
		const { rest } = world().n8n;
		const known = await executionIds(rest);
		expect(await post([1])).toBe(400);
		expect(await post(payload('Pending'))).toBe(200);
		expect(await post(payload('Won'))).toBe(200);
		const [id, ...more] = await newExecutionIds(rest, known);
		expect(more).toEqual([]);
		expect((await itemsOfExecution(rest, id))['Hand over']).toEqual([
			{
				task: 'Kick off ABC Company (500), sold by Rita Rep',
				link: 'https://login.clientpoint.net/x',
			},
		]);
	});
}
