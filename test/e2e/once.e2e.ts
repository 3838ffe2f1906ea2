/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** Idempotency Key on n8n's own store of keys, in one process. */
import { dirname } from 'node:path';
import { chosenVersion, installN8n } from '../../dev/n8n/install';
import { startProcess, type N8nProcess } from '../../dev/n8n/process';
import { publish } from '../../dev/n8n/rest';
import { startN8n, type RunningN8n } from '../../dev/n8n/start';
import { clientPointCredential } from '../../dev/n8n/workflows';
import { startSandbox, type Sandbox } from '../../dev/sandbox/server';
import { executionIds, itemsOfExecution, newExecutionIds } from './support/executions';
import { isListening, leadsOf, ONCE_WORKFLOW, postOnce } from './support/onceWorkflow';
import { tally } from './support/queueLeads';
import { until } from './support/queueProgram';

let sandbox: Sandbox;
let n8n: RunningN8n;

const sent = () => sandbox.received.map(({ body }) => String(body.name));

describe(`n8n ${chosenVersion()} | Idempotency Key`, () => {
	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await startN8n({
			installed: installN8n(),
			credentials: [clientPointCredential(sandbox.url)],
			workflows: [ONCE_WORKFLOW],
		});
		await publish(n8n.rest, ONCE_WORKFLOW.id);
		await until('the webhook', () => isListening(n8n.url));
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		n8n?.remove();
		await sandbox?.close();
	}, 60_000);

	beforeEach(() => sandbox.reset());

	it('a webhook that is delivered again sends nothing again', async () => {
		const leads = leadsOf('Redelivered', 3);
		expect(await postOnce(n8n.url, leads)).toEqual(['done', 'done', 'done']);
		expect(await postOnce(n8n.url, leads)).toEqual([
			'already sent',
			'already sent',
			'already sent',
		]);
		expect(sent()).toEqual(['Redelivered 1', 'Redelivered 2', 'Redelivered 3']);
	});

	it('fifty pairs fired at once are fifty requests', async () => {
		sandbox.answer(() => ({ creates: true, delay: 50 }));
		const leads = leadsOf('Pair', 50);
		const kinds = await Promise.all(
			leads.flatMap((lead) => [postOnce(n8n.url, [lead]), postOnce(n8n.url, [lead])]),
		);
		const twice = Object.values(tally(sent())).filter((count) => count > 1).length;
		console.info(`50 pairs at once, one process: ${sent().length} requests, ${twice} twice`);
		expect(sent().sort()).toEqual(leads.map(({ company }) => company).sort());
		expect(tally(kinds.map(String))).toEqual({ done: 50, 'already sent': 50 });
	}, 120_000);

	it.each([
		['with the original workflow', false],
		['with the currently saved workflow', true],
	])('Retry %s goes on where the execution stopped', async (_, loadWorkflow) => {
		const batch = loadWorkflow ? 'Saved' : 'Original';
		const known = await executionIds(n8n.rest);
		sandbox.answer((number) => (number === 2 ? { status: 422, body: {} } : undefined));
		expect(await postOnce(n8n.url, leadsOf(batch, 4))).toBeUndefined();
		const [id] = await newExecutionIds(n8n.rest, known);
		await until('its end', async () => (await statusOf(id)) === 'error');
		const before = await executionIds(n8n.rest);
		await n8n.rest('POST', `/executions/${id}/retry`, { loadWorkflow });
		const [retried] = await newExecutionIds(n8n.rest, before);
		const { ClientPoint: items } = await itemsOfExecution(n8n.rest, retried);
		expect(items.map((json) => Boolean(Object(json).alreadySent))).toEqual([
			...[true, true],
			...[false, false],
		]);
		expect(sent()).toEqual([1, 2, 3, 3, 4].map((number) => `${batch} ${number}`));
	});

	it('killed while it waits for a reply, it is in doubt after a restart, and the rest is sent', async () => {
		const leads = leadsOf('Killed', 3);
		sandbox.answer((number) => (number === 1 ? { creates: true, delay: 60_000 } : undefined));
		const cut = postOnce(n8n.url, leads);
		await until('the second request', () => sandbox.received.length === 2);
		process.kill(n8n.pid, 'SIGKILL');
		expect(await cut).toBeUndefined();
		await n8n.ended;

		const again: N8nProcess = await startProcess(installN8n(), dirname(n8n.folder));
		try {
			await until('the webhook', () => isListening(again.url));
			expect(await postOnce(again.url, leads.slice(0, 1))).toEqual(['already sent']);
			// It stops at what is in doubt.
			expect(await postOnce(again.url, leads.slice(1, 2))).toBeUndefined();
			expect(again.log()).toContain(
				'The idempotency key "Killed-2" was used before, and whether that item was carried out is not known [item 0]',
			);
			expect(await postOnce(again.url, leads.slice(2))).toEqual(['done']);
			expect(sent()).toEqual(['Killed 1', 'Killed 2', 'Killed 3']);
		} finally {
			await again.stop();
		}
	}, 120_000);
});

const statusOf = async (id: string): Promise<string> =>
	(await n8n.rest('GET', `/executions/${id}`)).status;
