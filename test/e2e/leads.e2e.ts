/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/**
 * 200 leads at once, each an execution of its own, on one account and in one process, against an API with a limit.
 * Its figures are for docs/performance.md. On Postgres: under so many executions n8n's SQLite loses some.
 */
import { chosenVersion } from '../../dev/n8n/install';
import { startWorld, type World } from '../../dev/n8n/world';
import type { FaultToCome } from '../../dev/sandbox/faults';
import { createdNames, postLeads, tally, WORKFLOW } from './support/leads';
import { postgresSettings, startPostgres, type Postgres } from './support/queueServices';

const LEADS = 200;

let postgres: Postgres;
let world: World;

describe(`n8n ${chosenVersion()} | ${LEADS} leads at once`, () => {
	beforeAll(async () => {
		postgres = await startPostgres();
		world = await startWorld({
			workflows: () => [WORKFLOW],
			published: [WORKFLOW.id],
			settings: {
				...postgresSettings(postgres),
				// So many executions ask n8n for more connections than it makes in its 20 seconds.
				DB_POSTGRESDB_POOL_SIZE: '10',
				DB_POSTGRESDB_CONNECTION_TIMEOUT: '300000',
			},
		});
	}, 300_000);

	afterAll(async () => {
		await world?.close();
		await postgres?.stop();
	}, 120_000);

	beforeEach(() => world.sandbox.reset());

	const send = async (batch: string, fault: FaultToCome) => {
		const { n8n, sandbox } = world;
		await fetch(`${sandbox.url}/faults`, { method: 'PUT', body: JSON.stringify(fault) });
		const start = Date.now();
		const { names, answers, all } = postLeads(n8n.url, batch, LEADS);
		await all;
		const created = createdNames(sandbox);
		const requests = sandbox.received.length;
		console.info(
			`${batch}: ${requests} requests, ${requests - created.length} turned away, ` +
				`at most ${sandbox.mostUnderWay} under way, ${created.length} of ${LEADS} created, ` +
				`answers ${JSON.stringify(tally([...answers.values()].map(({ status }) => status)))}, ` +
				`${((Date.now() - start) / 1000).toFixed(0)} s`,
		);
		expect(new Set(created).size).toBe(created.length);
		return { names, answers, created };
	};

	// n8n begins some ten executions a second: without the gate, 30 would be under way here.
	it('finds what an API bears that breaks above 20 at a time, and sends no lead twice', async () => {
		const { answers, created } = await send('Breaks above 20', {
			status: 503,
			above: 20,
			delay: 3_000,
		});
		expect(created.length).toBeGreaterThanOrEqual(LEADS - 3);
		expect(world.sandbox.received).toHaveLength(LEADS);
		const done = [...answers].filter(([, { status }]) => status === 200).map(([name]) => name);
		expect(done.sort()).toEqual(created.sort());
	}, 400_000);

	it('creates each once for an API that takes 5 a second and then answers 429', async () => {
		const { names, created } = await send('5 a second', {
			status: 429,
			headers: { 'retry-after': '1' },
			perSecond: 5,
			delay: 100,
		});
		expect(created.sort()).toEqual(names.sort());
	}, 400_000);
});
