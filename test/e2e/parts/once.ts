/** Idempotency Key on n8n's own store of keys, in one process. */
import { installN8n } from '../../../dev/n8n/install';
import { startProcess } from '../../../dev/n8n/process';
import { until } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';
import { isListening, leadsOf, postOnce } from '../support/onceWorkflow';

export function once(world: () => World) {
	const send = async (leads: ReturnType<typeof leadsOf>) => await postOnce(world().n8n.url, leads);
	const sent = () => world().sandbox.received.map(({ body }) => body.name);

	it('twenty pairs fired at once are twenty requests', async () => {
		world().sandbox.answer(() => ({ creates: true, delay: 50 }));
		const leads = leadsOf('Pair', 20);
		await Promise.all([...leads, ...leads].map((lead) => send([lead])));
		expect(sent().sort()).toEqual(leads.map(({ company }) => company).sort());
	});

	it('Retry goes on where the execution stopped', async () => {
		const { rest, sandbox } = world();
		const known = await executionIds(rest);
		sandbox.answer((number) => (number === 2 ? { status: 422, body: {} } : undefined));
		expect(await send(leadsOf('Retried', 4))).toBeUndefined();
		const [id] = await newExecutionIds(rest, known);
		const status = async () => (await rest('GET', `/executions/${id}`)).status;
		await until('its end', async () => (await status()) === 'error');
		const before = await executionIds(rest);
		await rest('POST', `/executions/${id}/retry`, { loadWorkflow: false });
		const [retried] = await newExecutionIds(rest, before);
		expect((await itemsOfExecution(rest, retried)).ClientPoint).toMatchObject([
			{ alreadySent: true },
			{ alreadySent: true },
			{ success: true },
			{ success: true },
		]);
		expect(sent()).toEqual([1, 2, 3, 3, 4].map((number) => `Retried ${number}`));
	});
}

export function killed(world: () => World) {
	it('killed while it waits for a reply, it is in doubt after a restart, and the rest is sent', async () => {
		const { n8n, sandbox, userFolder } = world();
		const leads = leadsOf('Killed', 3);
		sandbox.answer((number) => (number === 1 ? { creates: true, delay: 10_000 } : undefined));
		const cut = postOnce(n8n.url, leads);
		await until('the second request', () => sandbox.received.length === 2);
		await n8n.end('SIGKILL');
		expect(await cut).toBeUndefined();

		const again = await startProcess(installN8n(), userFolder);
		try {
			await until('the webhook', () => isListening(again.url));
			expect(await postOnce(again.url, leads.slice(0, 1))).toEqual(['already sent']);
			// It stops at what is in doubt.
			expect(await postOnce(again.url, leads.slice(1, 2))).toBeUndefined();
			expect(await postOnce(again.url, leads.slice(2))).toEqual(['done']);
			const sent = sandbox.received.map(({ body }) => body.name);
			expect(sent).toEqual(['Killed 1', 'Killed 2', 'Killed 3']);
		} finally {
			await again.end();
		}
	});
}
