/** ClientPoint Trigger, called as ClientPoint calls it, and as a stranger might. */
import { sleep } from 'n8n-workflow';
import { publish } from '../../../dev/n8n/rest';
import { WEBHOOK_SECRET } from '../../../dev/n8n/workflows';
import type { World } from '../../../dev/n8n/world';
import { node, workflow } from '../../../dev/workflow';
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';
import { WAITING_ID } from '../support/workflows';

const RIGHT = `?secret=${encodeURIComponent(WEBHOOK_SECRET)}`;
const JSON_TYPE = 'application/json';

let lastId = 1_000_000;
/** Of a ClientPoint that has not come before: the example hands each over once. */
const event = (Status: string, id = (lastId += 1)) => ({
	Event: 'statusChanged',
	Data: {
		ClientPointId: String(id),
		Status,
		Client: 'ABC Müller',
		Revenue: '500.00',
		AssignedTo: 'Rita Rep',
		ClientPointLink: 'https://login.clientpoint.net/x',
	},
});
const payload = (Status: string) => JSON.stringify(event(Status));
const TASK = {
	task: 'Kick off ABC Müller (500), sold by Rita Rep',
	link: 'https://login.clientpoint.net/x',
};

/** Calls the trigger of a workflow; the status and the text of its answer. */
const caller =
	(world: () => World, path: string) =>
	async (query: string, body: string | Buffer, contentType = JSON_TYPE) => {
		const response = await fetch(`${world().n8n.url}/${path}/webhook${query}`, {
			method: 'POST',
			headers: { 'content-type': contentType },
			body: new Uint8Array(Buffer.from(body)),
		});
		return [response.status, await response.text()];
	};

const RECEIVED = [200, '{"received":true}'];
const REFUSED = [403, '{"message":"The secret is missing or wrong"}'];

export function trigger(world: () => World) {
	const call = caller(world, 'webhook/won-to-handover-trigger');

	it('starts its workflow for what its filters name, and for nothing else', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		expect(await call(RIGHT, payload('Pending'))).toEqual(RECEIVED);
		expect(await call(RIGHT, payload('Won'))).toEqual(RECEIVED);
		const [id, ...more] = await newExecutionIds(rest, known);
		expect(more).toEqual([]);
		expect((await itemsOfExecution(rest, id))['Hand over']).toEqual([TASK]);
	});

	it('gives an item for each event of a list, and the example hands each over once', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		const [one, other] = [event('Won'), event('Won')];
		expect(await call(RIGHT, JSON.stringify([one, event('Lost'), other]))).toEqual(RECEIVED);
		const [first] = await newExecutionIds(rest, known);
		expect((await itemsOfExecution(rest, first))['Hand over']).toEqual([TASK, TASK]);

		const knownThen = await executionIds(rest);
		expect(await call(RIGHT, JSON.stringify(one))).toEqual(RECEIVED);
		const [again] = await newExecutionIds(rest, knownThen);
		const items = await itemsOfExecution(rest, again);
		expect(items['ClientPoint won']).toMatchObject([
			{ clientpoint_id: Number(one.Data.ClientPointId), Status: 'Won' },
		]);
		expect(items['Hand over'] ?? []).toEqual([]);
	});

	it('starts nothing for a stranger, and fails no execution', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		for (const query of ['', '?secret=x', '?secret[toString]=x', `?secret[]=${RIGHT.slice(8)}`]) {
			expect(await call(query, payload('Won'))).toEqual(REFUSED);
		}
		// The secret is looked at before the body.
		expect(await call('', '[1]')).toEqual(REFUSED);
		expect(await executionIds(rest)).toEqual(known);
	});
}

/** What leans on n8n's own handling of webhooks. */
export function triggerAtLength(world: () => World) {
	const call = caller(world, 'webhook/won-to-handover-trigger');

	it.each<[name: string, body: string | Buffer, type: string]>([
		['a BOM', `\uFEFF${payload('Won')}`, JSON_TYPE],
		['UTF-16', Buffer.from(payload('Won'), 'utf16le'), `${JSON_TYPE}; charset=utf-16le`],
		['Latin-1', Buffer.from(payload('Won'), 'latin1'), `${JSON_TYPE}; charset=latin1`],
		['text', payload('Won'), 'text/plain'],
	])('reads %s', async (_, body, type) => {
		const { rest } = world();
		const known = await executionIds(rest);
		expect(await call(RIGHT, body, type)).toEqual(RECEIVED);
		const [id] = await newExecutionIds(rest, known);
		expect((await itemsOfExecution(rest, id))['Hand over']).toEqual([TASK]);
	});

	it('answers 400 to what is no JSON object, and fails no execution', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		const form =
			'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nhi\r\n--x--\r\n';
		const answers = [
			await call(RIGHT, form, 'multipart/form-data; boundary=x'),
			await call(RIGHT, 'no', 'text/plain'),
			await call(RIGHT, '{}', 'text/json; charset=klingon'),
		];
		expect(answers.map(([status]) => status)).toEqual([400, 400, 400]);
		expect(await executionIds(rest)).toEqual(known);
	});

	it('cannot be published without the secret that it asks for', async () => {
		const { rest } = world();
		const name = 'No secret';
		const credential = await rest('POST', '/credentials', {
			name,
			type: 'clientPointApi',
			data: { apiKey: 'exampleKey1', baseUrl: 'https://api.clientpoint.net' },
		});
		const { nodes, connections, settings } = workflow('no-secret', [
			node('ClientPoint Trigger', 'n8n-nodes-clientpoint.clientPointTrigger', {
				webhookId: 'no-secret',
				parameters: { authentication: 'urlSecret' },
				credentials: { clientPointApi: { id: credential.id, name } },
			}),
		]);
		const { id } = await rest('POST', '/workflows', { name, nodes, connections, settings });
		await publish(rest, id);
		// n8n publishes a moment later.
		const status = async () => await rest('GET', `/workflows/${id}/publication-status`);
		while (!['published', 'failed'].includes((await status()).status)) await sleep(200);
		expect(JSON.stringify(await status())).toContain('has no Webhook Secret');
		// The editor would pick the newest one for a new node.
		await rest('DELETE', `/credentials/${credential.id}`);
	});

	it('goes on listening when a test call is refused', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		const started = await rest('POST', `/workflows/${WAITING_ID}/run`, {
			triggerToStartFrom: { name: 'ClientPoint won' },
		});
		expect(started).toMatchObject({ waitingForWebhook: true });
		const test = caller(world, `webhook-test/${WAITING_ID}`);
		expect(await test('', payload('Won'))).toEqual(REFUSED);
		expect(await executionIds(rest)).toEqual(known);
		expect(await test(RIGHT, payload('Won'))).toEqual(RECEIVED);
		expect(await newExecutionIds(rest, known)).toHaveLength(1);
	});
}
