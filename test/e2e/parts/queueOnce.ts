/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/**
 * Idempotency Key in queue mode, where two processes keep their keys in one row without a lock. Its figures
 * are for docs/queue-mode.md. Only what is promised is asserted: nothing is called sent that was not. The
 * example on Postgres promises more.
 */
import { until } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { leadsOf, postOnce, type Lead } from '../support/onceWorkflow';
import { MAKE_TABLE, postDeal } from '../support/postgresExample';
import { tally } from '../support/leads';
import type { Postgres } from '../support/queueServices';
import type { Worker } from '../support/worker';

export interface QueueWorld extends World {
	postgres: Postgres;
	/** Starts it where it does not run. */
	startSecond(): Promise<Worker>;
}

const SLOW = { creates: true, delay: 300 };
const HELD = { creates: true, delay: 20_000 };

export function queueOnce(world: () => QueueWorld) {
	const sent = () => world().sandbox.received.map(({ body }) => String(body.name));
	const sentTwice = () => Object.values(tally(sent())).filter((count) => count > 1).length;
	const names = (leads: Lead[]) => [...new Set(leads.map(({ company }) => company))].sort();
	const byNode = async (lead: Lead) => (await postOnce(world().n8n.url, [lead]))?.[0] ?? 'not sent';
	const byPostgres = async (lead: Lead) => {
		const row = await postDeal(world().n8n.url, lead);
		return row === undefined ? 'no reply' : row.clientpoint_id ? 'has its ID' : 'in doubt';
	};
	beforeAll(async () => {
		await world().postgres.query(MAKE_TABLE);
		await world().startSecond();
	}, 120_000);
	beforeEach(() => world().sandbox.answer(() => SLOW));

	it('of the node: nothing is called sent that was not, though a worker is killed', async () => {
		const leads = leadsOf('Killed', 10);
		const told = await killSecond(leads, byNode);
		console.info(`Keys of the node, ${told}; ${sentTwice()} sent again`);
	}, 300_000);

	it('of the example on Postgres: 50 pairs at once are 50 requests', async () => {
		const leads = leadsOf('Postgres pair', 50).flatMap((lead) => [lead, lead]);
		await Promise.all(leads.map(byPostgres));
		expect(sent().sort()).toEqual(names(leads));
	}, 300_000);

	it('of the example on Postgres: the key of what was refused is given back', async () => {
		const [lead] = leadsOf('Postgres refused', 1);
		world().sandbox.answer((number) => (number === 0 ? { status: 422, body: {} } : SLOW));
		expect(await postDeal(world().n8n.url, lead)).toEqual({
			key: lead.deal,
			outcome: 'not created',
		});
		expect(await byPostgres(lead)).toBe('has its ID');
	});

	it('of the example on Postgres: a worker killed sends nothing twice', async () => {
		const leads = leadsOf('Postgres killed', 10);
		const told = await killSecond(leads, byPostgres);
		console.info(`Keys in Postgres, ${told}; 0 sent again`);
		expect(sentTwice()).toBe(0);
	}, 300_000);

	/** Kills the second worker while ten leads wait for their replies, and sends them again. */
	async function killSecond(leads: Lead[], send: (lead: Lead) => Promise<string>) {
		const { sandbox, startSecond } = world();
		const second = await startSecond();
		sandbox.answer(() => HELD);
		const cut = Promise.all(leads.map(send));
		await until('ten requests', () => sandbox.received.length === leads.length);
		const left = second.unfinished().length;
		await second.end('SIGKILL');
		const first = await cut;
		sandbox.answer(() => SLOW);
		const again = await Promise.all(leads.map(send));
		// All ten were sent before the worker was killed.
		expect(names(leads)).toEqual([...new Set(sent())].sort());
		return (
			`a worker killed with ${left} of 10 in hand: told first ${JSON.stringify(tally(first))}, ` +
			`then ${JSON.stringify(tally(again))}`
		);
	}
}
