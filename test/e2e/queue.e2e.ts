/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/**
 * n8n in queue mode, Redis and Postgres, one main and two workers, on the packed node.
 * Every ClientPoint has a client who gets it twice or never if the queue and the node do not agree.
 */
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { chosenVersion } from '../../dev/n8n/install';
import { until } from '../../dev/n8n/program';
import { startWorld, type World } from '../../dev/n8n/world';
import { onceWithPostgres } from './parts/onceWithPostgres';
import { POSTGRES_PATH, postgresCredential } from './support/postgresExample';
import { createdBy, createdNames, postLeads, tally, WORKFLOW } from './support/leads';
import { startPostgres, startRedis, type Postgres, type Redis } from './support/queueServices';
import { queueSettings, startWorker, type Worker } from './support/worker';

/** Long enough that a worker has requests under way whenever it is ended. */
const SLOW = { creates: true, delay: 300 };

/** Long enough to end a worker while it waits. */
const HELD = { creates: true, delay: 5_000 };

/** At once: two workers take five each at a time. */
const LEADS = 50;

let redis: Redis;
let postgres: Postgres;
let world: World;
let first: Worker;
let second: Worker;
const workers: Worker[] = [];

async function start() {
	const worker = await startWorker(world, queueSettings(redis, postgres));
	workers.push(worker);
	return worker;
}

const startSecond = async () => (second.running() ? second : (second = await start()));

describe(`n8n ${chosenVersion()} | queue mode`, () => {
	beforeAll(async () => {
		[redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
		world = await startWorld({
			credentials: () => [postgresCredential(postgres)],
			workflows: () => [WORKFLOW],
			published: [WORKFLOW.id, POSTGRES_PATH],
			settings: queueSettings(redis, postgres),
		});
		[first, second] = await Promise.all([start(), start()]);
	}, 300_000);

	afterAll(async () => {
		await Promise.all(workers.map((worker) => worker.end()));
		await world?.close();
		await Promise.all([postgres?.stop(), redis?.stop()]);
	}, 120_000);

	beforeEach(() => world.sandbox.reset());

	/** How many of the sandbox's ClientPoints come from an execution that this worker took up. */
	const share = (worker: Worker) => {
		const started = new Set(worker.started());
		return createdBy(world.sandbox).filter((execution) => started.has(execution)).length;
	};

	it('creates each lead exactly once, also when a worker is ended gracefully in the middle', async () => {
		const { n8n, sandbox } = world;
		// Both workers' ten slots come to wait for an answer. n8n loses the job that a worker reserves in
		// the very moment it is told to stop (see docs/queue-mode.md), so this moment has none to reserve.
		sandbox.answer((number) => (number >= 10 && number < 30 ? HELD : SLOW));
		const { names, answers, all } = postLeads(n8n.url, 'Graceful', LEADS);
		await until('ten answers to be waited for', () => sandbox.received.length >= 20);
		expect(second.unfinished()).toHaveLength(5);
		expect(await second.end('SIGTERM')).toBe(0);
		expect(sandbox.created.length).toBeLessThan(LEADS);
		await all;
		expect(second.unfinished()).toEqual([]);
		expect(createdNames(sandbox).sort()).toEqual(names.sort());
		expect(sandbox.received).toHaveLength(LEADS);
		expect(tally([...answers.values()].map(({ status }) => status))).toEqual({ 200: LEADS });
		expect(share(second)).toBeGreaterThan(0);
		expect(share(first) + share(second)).toBe(LEADS);
	}, 180_000);

	it('never runs a lost worker’s executions again', async () => {
		const { n8n, sandbox } = world;
		second = await start();
		sandbox.answer(() => SLOW);
		const { names, answers, all } = postLeads(n8n.url, 'Killed', LEADS);
		const isInTheMiddle = () => sandbox.created.length >= 10 && second.unfinished().length > 0;
		await until('the middle of the batch', isInTheMiddle);
		await second.end('SIGKILL');
		const left = second.unfinished();
		await all;

		expect(left).not.toEqual([]);
		const perName = tally(createdNames(sandbox));
		const statuses = tally(
			await postgres.query(`select status from execution_entity where id in (${left.join()})`),
		);
		const told = tally([...answers.values()].map(({ status }) => status));
		console.info(
			`SIGKILL with ${left.length} in hand, which n8n calls ${JSON.stringify(statuses)}: ` +
				`of ${LEADS} leads ${Object.keys(perName).length} created, ` +
				`${createdBy(sandbox).filter((id) => left.includes(id)).length} of those in hand among them; ` +
				`callers were told ${JSON.stringify(told)}`,
		);

		expect(names).toEqual(expect.arrayContaining(Object.keys(perName)));
		expect(Object.values(perName).filter((count) => count > 1)).toEqual([]);
		// What docs/queue-mode.md says of n8n: it takes none of these executions up again, and fails them,
		// except for one that the worker had stored the result of and not yet logged.
		const runs = tally(workers.flatMap((worker) => worker.started()));
		expect(Object.entries(runs).filter(([, count]) => count > 1)).toEqual([]);
		expect(['error', 'success']).toEqual(expect.arrayContaining(Object.keys(statuses)));
	}, 240_000);

	describe('keys in Postgres', () => onceWithPostgres(() => ({ ...world, postgres, startSecond })));

	it('leaves the key nowhere but encrypted, even where ClientPoint sends it back', async () => {
		const { n8n, sandbox } = world;
		sandbox.answer(() => ({ status: 422, echo: true }));
		const { answers, all } = postLeads(n8n.url, 'Echoed', 1);
		await all;
		expect(answers.get('Echoed 1')?.status).toBe(500);

		const dump = await postgres.dump();
		const places = {
			database: dump,
			databaseLog: postgres.log(),
			redis: redis.commands(),
			n8nLogs: [n8n, ...workers].map((program) => program.output()).join('\n'),
			answer: [...answers.values()].map(({ text }) => text).join('\n'),
		};
		// Each place is the real one: something of the run is there.
		expect(dump).toContain('Echoed 1');
		expect(dump).toContain('ClientPoint answered 422');
		expect(places.redis).toContain('"bull:jobs:');
		expect(places.n8nLogs).toContain('ClientPoint answered 422');
		const forms = [SANDBOX_KEY, Buffer.from(SANDBOX_KEY).toString('base64').replace(/=+$/, '')];
		for (const [place, text] of Object.entries(places)) {
			expect({ place, found: forms.filter((form) => text.includes(form)) }).toEqual({
				place,
				found: [],
			});
		}
	}, 120_000);
});
