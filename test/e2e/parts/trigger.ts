/** ClientPoint Trigger, called as ClientPoint calls it, and as a stranger might. */
import { readExample } from '../../../dev/examples';
import { WEBHOOK_SECRET } from '../../../dev/n8n/workflows';
import type { World } from '../../../dev/n8n/world';
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';

const WAITING = 'waiting-trigger';

/** The example of the trigger without its pinned data, with which n8n would not wait for a call. */
export function waitingTriggerWorkflow() {
	const example = readExample('won-to-handover');
	const nodes = example.nodes.map((node) =>
		node.webhookId ? { ...node, webhookId: WAITING } : node,
	);
	return { ...example, id: WAITING, nodes, pinData: {}, active: false };
}

const RIGHT = `?secret=${encodeURIComponent(WEBHOOK_SECRET)}`;

let lastId = 1_000_000;
/** Of a ClientPoint that has not come before: the example hands each over once. */
const event = (Status: string) => ({
	Event: 'statusChanged',
	Data: {
		ClientPointId: String((lastId += 1)),
		Status,
		Client: 'ABC Müller',
		Revenue: '500.00',
		AssignedTo: 'Rita Rep',
		ClientPointLink: 'https://login.clientpoint.net/x',
	},
});
const TASK = {
	task: 'Kick off ABC Müller (500), sold by Rita Rep',
	link: 'https://login.clientpoint.net/x',
};

/** Calls the trigger of a workflow; the status and the text of its answer. */
const caller =
	(world: () => World, path: string) =>
	async (query: string, body: unknown, contentType = 'application/json') => {
		const response = await fetch(`${world().n8n.url}/${path}/webhook${query}`, {
			method: 'POST',
			headers: { 'content-type': contentType },
			body: JSON.stringify(body),
		});
		return [response.status, await response.text()];
	};

const RECEIVED = [200, '{"received":true}'];
const REFUSED = [403, '{"message":"The secret is missing or wrong"}'];

export function trigger(world: () => World) {
	const call = caller(world, 'webhook/won-to-handover-trigger');

	it('starts its workflow for what its filters name, with an item for each event', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		const [one, other] = [event('Won'), event('Won')];
		expect(await call(RIGHT, event('Pending'))).toEqual(RECEIVED);
		expect(await call(RIGHT, [one, event('Lost'), other])).toEqual(RECEIVED);
		const [first, ...more] = await newExecutionIds(rest, known);
		expect(more).toEqual([]);
		expect((await itemsOfExecution(rest, first))['Hand over']).toEqual([TASK, TASK]);

		// What comes again is another item of the trigger, and the example leaves it at that.
		expect(await call(RIGHT, one, 'text/plain')).toEqual(RECEIVED);
		const [again] = await newExecutionIds(rest, [...known, first]);
		const items = await itemsOfExecution(rest, again);
		expect(items['ClientPoint won']).toMatchObject([
			{ clientpoint_id: Number(one.Data.ClientPointId), Status: 'Won' },
		]);
		expect(items['Hand over'] ?? []).toEqual([]);
	});

	it('starts nothing for a stranger or for what is no event, and fails no execution', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		for (const query of ['', '?secret=x', `?secret[]=${RIGHT.slice(8)}`]) {
			expect(await call(query, event('Won'))).toEqual(REFUSED);
		}
		expect((await call(RIGHT, 'no', 'text/plain'))[0]).toBe(400);
		expect((await call(RIGHT, event('Won'), 'multipart/mixed; boundary=x'))[0]).toBe(400);
		expect(await executionIds(rest)).toEqual(known);
	});
}

export function testCall(world: () => World) {
	it('goes on listening when a test call is refused', async () => {
		const { rest } = world();
		const known = await executionIds(rest);
		const started = await rest('POST', `/workflows/${WAITING}/run`, {
			triggerToStartFrom: { name: 'ClientPoint won' },
		});
		expect(started).toMatchObject({ waitingForWebhook: true });
		const call = caller(world, `webhook-test/${WAITING}`);
		expect(await call('', event('Won'))).toEqual(REFUSED);
		expect(await executionIds(rest)).toEqual(known);
		expect(await call(RIGHT, event('Won'))).toEqual(RECEIVED);
		expect(await newExecutionIds(rest, known)).toHaveLength(1);
	});
}
