/** The example that creates, waits for ClientPoint's call, and goes on. */
import { until } from '../../../dev/n8n/program';
import { publish } from '../../../dev/n8n/rest';
import { WEBHOOK_SECRET } from '../../../dev/n8n/workflows';
import type { World } from '../../../dev/n8n/world';
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';
import { post } from '../support/post';
import { sentBodiesByName } from '../support/sent';

const LEAD = {
	company: 'ABC Company',
	budget: 500.5,
	owner: 'rep@yourcompany.com',
	first_name: 'John',
	last_name: 'Doe',
	email: 'john.doe@example.com',
	city: 'Boston',
};

const SIGNED = {
	Event: 'signed',
	Data: {
		ClientPointId: '1001',
		ViewStatus: 'signed',
		Client: 'ABC Company',
		AssignedTo: 'Rita Rep',
		ClientPointLink: 'https://login.clientpoint.net/x',
	},
};

export function untilSigned(world: () => World) {
	it('create-until-signed waits, and hands over once ClientPoint says that it is signed', async () => {
		const { n8n, rest, sandbox } = world();
		await publish(rest, 'create-until-signed');
		const known = await executionIds(rest);
		const call = async (path: string, body: object) =>
			(await post(`${n8n.url}/webhook/${path}`, body)).status;
		// n8n registers what is published a moment later.
		await until('the webhook', async () => (await call('lead-until-signed', LEAD)) === 200);
		const [waiting] = await newExecutionIds(rest, known);
		const status = async () => (await rest('GET', `/executions/${waiting}`)).status;
		await until('it to wait', async () => (await status()) === 'waiting');
		expect(sentBodiesByName(sandbox).map(({ name }) => name)).toEqual(['ABC Company']);

		const secret = encodeURIComponent(WEBHOOK_SECRET);
		expect(await call(`create-until-signed-trigger/webhook?secret=${secret}`, SIGNED)).toBe(200);
		expect((await itemsOfExecution(rest, waiting))['Hand over']).toEqual([
			{
				task: 'Kick off ABC Company, Boston, sold by Rita Rep',
				link: 'https://login.clientpoint.net/x',
			},
		]);
	});
}
