/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/** 200 leads at once, each an execution of its own, on one account; its figures are for docs/performance.md. */
import type { World } from '../../../dev/n8n/world';
import { createdNames, postLeads, tally, TOLD_PATH } from '../support/leads';

const LEADS = 200;

/**
 * n8n takes up some ten executions a second, fewer than these limits would notice. The first five replies are held
 * until the others are all there, so that it is this node that decides how many leave together.
 */
const HELD = { creates: true, delay: 25_000 };

interface Told {
	clientpoint_id?: number;
	details?: { outcome: string };
}

export function manyLeads(world: () => World) {
	/** What the workflow answered; under load, n8n's SQLite loses some ("Timeout waiting for lock"). */
	async function send(batch: string, fault: object) {
		const { n8n, sandbox } = world();
		sandbox.answer((number) => (number < 5 ? HELD : undefined));
		await fetch(`${sandbox.url}/faults`, { method: 'PUT', body: JSON.stringify(fault) });
		const start = Date.now();
		const { answers, all } = postLeads(n8n.url, batch, LEADS, TOLD_PATH);
		await all;
		const seconds = (Date.now() - start) / 1000;
		const told = [...answers].map(([name, { status, text }]) => {
			const { clientpoint_id: id, details }: Told = status === 200 ? JSON.parse(text) : {};
			return { name, outcome: id ? 'done' : (details?.outcome ?? 'lost by n8n') };
		});
		const outcomes = tally(told.map(({ outcome }) => outcome));
		console.info(
			`${batch}: ${JSON.stringify(outcomes)}, ${sandbox.received.length} requests, ` +
				`at most ${sandbox.mostUnderWay} under way, ${seconds.toFixed(1)} s`,
		);
		const done = told.filter(({ outcome }) => outcome === 'done').map(({ name }) => name);
		return { done: done.sort(), outcomes };
	}

	it('an API that breaks above 20 at a time: each is created once or told unknown', async () => {
		const { sandbox } = world();
		const { done, outcomes } = await send('Breaks above 20', {
			status: 503,
			above: 20,
			delay: 200,
		});
		expect(outcomes.unknown ?? 0).toBeLessThanOrEqual(3);
		expect(
			Math.max(...Object.values(tally(sandbox.received.map(({ body }) => String(body.name))))),
		).toBe(1);
		expectOnce(done, outcomes);
	});

	it('an API that takes 20 a second: each is created once', async () => {
		const { done, outcomes } = await send('20 a second', {
			status: 429,
			headers: { 'retry-after': '1' },
			perSecond: 20,
		});
		expectOnce(done, outcomes);
	});

	function expectOnce(
		done: string[],
		{ unknown = 0, 'lost by n8n': lost = 0 }: Record<string, number>,
	) {
		const created = createdNames(world().sandbox);
		expect(new Set(created).size).toBe(created.length);
		expect(created).toEqual(expect.arrayContaining(done));
		expect(done.length).toBe(LEADS - unknown - lost);
		expect(done.length).toBeGreaterThan(LEADS / 2);
	}
}
