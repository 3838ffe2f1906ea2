/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/** The example that keeps its keys in Postgres, in queue mode: it promises there what the node's own keys do not. */
import { until } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { leadsOf, type Lead } from '../support/onceWorkflow';
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

export function onceWithPostgres(world: () => QueueWorld) {
	const sent = () => world().sandbox.received.map(({ body }) => String(body.name));
	const names = (leads: Lead[]) => [...new Set(leads.map(({ company }) => company))].sort();
	const post = async (lead: Lead) => {
		const row = await postDeal(world().n8n.url, lead);
		return row === undefined ? 'no reply' : row.clientpoint_id ? 'has its ID' : 'in doubt';
	};
	const postAll = async (leads: Lead[]) => tally(await Promise.all(leads.map(post)));
	beforeAll(async () => {
		await world().postgres.query(MAKE_TABLE);
		await world().startSecond();
	}, 120_000);
	beforeEach(() => world().sandbox.answer(() => SLOW));

	it('sends nothing twice, though a worker is killed while it waits for replies', async () => {
		const { sandbox, startSecond } = world();
		const second = await startSecond();
		const leads = leadsOf('Killed', 10);
		sandbox.answer(() => HELD);
		const cut = postAll(leads);
		await until('ten requests', () => sandbox.received.length === 10);
		expect(second.unfinished()).not.toEqual([]);
		await second.end('SIGKILL');
		const first = await cut;
		sandbox.answer(() => SLOW);
		const again = await postAll(leads);
		expect(sent().sort()).toEqual(names(leads));
		console.info(`Said first ${JSON.stringify(first)}, then ${JSON.stringify(again)}`);
	}, 300_000);

	it('50 pairs at once are 50 requests', async () => {
		const leads = leadsOf('Pair', 50).flatMap((lead) => [lead, lead]);
		await postAll(leads);
		expect(sent().sort()).toEqual(names(leads));
	}, 300_000);

	it('the key of what was refused is given back', async () => {
		const [lead] = leadsOf('Refused', 1);
		world().sandbox.answer((number) => (number === 0 ? { status: 422, body: {} } : SLOW));
		expect(await postDeal(world().n8n.url, lead)).toEqual({
			key: lead.deal,
			outcome: 'not created',
		});
		expect(await post(lead)).toBe('has its ID');
	});
}
