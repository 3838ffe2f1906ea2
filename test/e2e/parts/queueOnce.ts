/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/**
 * Idempotency Key in queue mode, where two processes keep their keys in one row without a lock. Its figures
 * are for docs/queue-mode.md. Only what is promised is asserted: nothing is called sent that was not. The
 * example on Postgres promises more.
 */
import type { Sandbox } from '../../../dev/sandbox/server';
import { leadsOf, postOnce, type Lead } from '../support/onceWorkflow';
import { MAKE_TABLE, postDeal } from '../support/postgresExample';
import { tally } from '../support/queueLeads';
import type { QueueN8n, Worker } from '../support/queueN8n';
import { until } from '../support/queueProgram';
import type { Postgres } from '../support/queueServices';

export interface QueueWorld {
	n8n: QueueN8n;
	sandbox: Sandbox;
	postgres: Postgres;
	/** Starts it where it does not run. */
	startSecond(): Promise<Worker>;
}

const SLOW = { creates: true, delay: 300 };
const HELD = { creates: true, delay: 20_000 };

export function queueOnce(world: () => QueueWorld) {
	const sent = () => world().sandbox.received.map(({ body }) => String(body.name));
	const sentTwice = () => Object.values(tally(sent())).filter((count) => count > 1).length;
	beforeAll(async () => void (await world().startSecond()), 120_000);
	beforeEach(() => world().sandbox.answer(() => SLOW));

	describe('of the node', () => {
		const post = async (lead: Lead) => (await postOnce(world().n8n.url, [lead]))?.[0] ?? 'not sent';
		/** Nothing is called sent that was not. */
		const expectTruth = (leads: Lead[], kinds: string[]) => {
			const untrue = kinds.flatMap((kind, index) =>
				kind === 'already sent' && !sent().includes(leads[index].company) ? leads[index] : [],
			);
			expect(untrue).toEqual([]);
		};

		it('200 keys twice, the second time when the first is over', async () => {
			const leads = leadsOf('Wave', 200);
			expect(tally(await Promise.all(leads.map(post)))).toEqual({ done: 200 });
			const second = await Promise.all(leads.map(post));
			console.info(
				`200 keys twice: ${sentTwice()} sent again; the second time ${JSON.stringify(tally(second))}`,
			);
			expectTruth(leads, second);
		}, 300_000);

		it('100 pairs at once', async () => {
			const leads = leadsOf('Pair', 100).flatMap((lead) => [lead, lead]);
			const kinds = await Promise.all(leads.map(post));
			console.info(`100 pairs at once: ${sentTwice()} sent twice; ${JSON.stringify(tally(kinds))}`);
			expect(new Set(sent()).size).toBe(100);
			expectTruth(leads, kinds);
		}, 300_000);

		it('a worker killed while it waits for replies', async () => {
			const leads = leadsOf('Killed', 10);
			const { left, cut } = await killSecond(leads, post);
			world().sandbox.answer(() => SLOW);
			const again = await Promise.all(leads.map(post));
			console.info(
				`A worker killed with ${left} of 10 in hand: ${sentTwice()} sent again; told first ` +
					`${JSON.stringify(tally(cut))}, then ${JSON.stringify(tally(again))}`,
			);
			expectTruth(leads, again);
		}, 300_000);
	});

	describe('of the example on Postgres', () => {
		beforeAll(async () => void (await world().postgres.query(MAKE_TABLE)));
		beforeAll(async () => void (await world().startSecond()), 120_000);

		const post = async (lead: Lead) => {
			const row = await postDeal(world().n8n.url, lead);
			return row === undefined ? 'no reply' : row.clientpoint_id ? 'has its ID' : 'in doubt';
		};
		const names = (leads: Lead[]) => [...new Set(leads.map(({ company }) => company))].sort();

		it('200 keys twice are 200 requests', async () => {
			const leads = leadsOf('Postgres wave', 200);
			expect(tally(await Promise.all(leads.map(post)))).toEqual({ 'has its ID': 200 });
			expect(tally(await Promise.all(leads.map(post)))).toEqual({ 'has its ID': 200 });
			expect(sent().sort()).toEqual(names(leads));
		}, 300_000);

		it('100 pairs at once are 100 requests', async () => {
			const leads = leadsOf('Postgres pair', 100).flatMap((lead) => [lead, lead]);
			const kinds = await Promise.all(leads.map(post));
			expect(sent().sort()).toEqual(names(leads));
			console.info(`100 pairs at once, by Postgres: 100 sent; ${JSON.stringify(tally(kinds))}`);
		}, 300_000);

		it('gives back the key of what was refused', async () => {
			const [lead] = leadsOf('Postgres refused', 1);
			world().sandbox.answer((number) => (number === 0 ? { status: 422, body: {} } : SLOW));
			expect(await postDeal(world().n8n.url, lead)).toEqual({
				key: lead.deal,
				outcome: 'not created',
			});
			expect(await post(lead)).toBe('has its ID');
		});

		it('a worker killed sends nothing twice, and leaves its keys in doubt', async () => {
			const leads = leadsOf('Postgres killed', 10);
			const { left, cut } = await killSecond(leads, post);
			world().sandbox.answer(() => SLOW);
			const again = await Promise.all(leads.map(post));
			console.info(
				`A worker killed with ${left} of 10 in hand, by Postgres: 0 sent again; told first ` +
					`${JSON.stringify(tally(cut))}, then ${JSON.stringify(tally(again))}`,
			);
			expect(sentTwice()).toBe(0);
		}, 300_000);
	});

	/** Kills the second worker while ten leads wait for their replies; how many of them it had. */
	async function killSecond(leads: Lead[], post: (lead: Lead) => Promise<string>) {
		const { sandbox, startSecond } = world();
		const second = await startSecond();
		sandbox.reset();
		sandbox.answer(() => HELD);
		const cut = Promise.all(leads.map(post));
		await until('ten requests', () => sandbox.received.length === leads.length);
		const finished = new Set(second.finished());
		const left = second.started().filter((id) => !finished.has(id)).length;
		await second.end('SIGKILL');
		return { left, cut: await cut };
	}
}
