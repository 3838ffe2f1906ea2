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
const HELD = { creates: true, delay: 10_000 };

export function queueOnce(world: () => QueueWorld) {
	const sent = () => world().sandbox.received.map(({ body }) => String(body.name));
	const sentTwice = () => Object.keys(tally(sent())).filter((name) => tally(sent())[name] > 1);
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

	it('nothing is called sent that was not, and the example on Postgres sends nothing twice, though a worker is killed', async () => {
		const { sandbox, startSecond } = world();
		const second = await startSecond();
		const [ofNode, ofPostgres] = [leadsOf('Killed', 5), leadsOf('Postgres killed', 5)];
		const sendAll = async () =>
			await Promise.all([Promise.all(ofNode.map(byNode)), Promise.all(ofPostgres.map(byPostgres))]);
		sandbox.answer(() => HELD);
		const cut = sendAll();
		await until('ten requests', () => sandbox.received.length === 10);
		const left = second.unfinished().length;
		await second.end('SIGKILL');
		const told = await cut;
		sandbox.answer(() => SLOW);
		const again = await sendAll();
		// All ten were sent before the worker was killed.
		expect([...new Set(sent())].sort()).toEqual(names([...ofNode, ...ofPostgres]));
		expect(sentTwice().filter((name) => name.startsWith('Postgres'))).toEqual([]);
		console.info(
			`A worker killed with ${left} of 10 in hand: keys of the node, then in Postgres, told first ` +
				`${JSON.stringify(told.map(tally))}, then ${JSON.stringify(again.map(tally))}; ` +
				`${sentTwice().length} sent again`,
		);
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
}
