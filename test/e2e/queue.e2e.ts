/* eslint-disable no-console --
   runs on the developer's machine, never inside n8n */
/**
 * n8n in queue mode, Redis and Postgres, one main and two workers, on the packed node.
 * Every ClientPoint has a client who gets it twice or never if the queue and the node do not agree.
 */
import { SANDBOX_KEY, startSandbox, type Sandbox } from '../../dev/sandbox/server';
import { chosenVersion } from '../../dev/n8n/install';
import { clientPointCredential } from '../../dev/n8n/workflows';
import { installTarball, type InstalledTarball } from '../../dev/tarball';
import { queueOnce } from './parts/queueOnce';
import { ONCE_PATH, ONCE_WORKFLOW } from './support/onceWorkflow';
import { POSTGRES_EXAMPLE, POSTGRES_PATH, postgresCredential } from './support/postgresExample';
import { createdBy, createdNames, postLeads, tally, WEBHOOK_PATH, WORKFLOW } from './support/leads';
import { startQueueN8n, type QueueN8n, type Worker } from './support/queueN8n';
import { until } from './support/queueProgram';
import { startPostgres, startRedis, type Postgres, type Redis } from './support/queueServices';
import {
	byTenant,
	postTenantLeads,
	sentByTenant,
	TENANTS_DONE,
	TENANTS_PATH,
	TENANTS_SENT,
	TENANTS_WORKFLOW,
	tenantsCredential,
} from './support/tenantsWorkflow';

/** Long enough that a worker has requests under way whenever it is ended. */
const SLOW = { creates: true, delay: 300 };

/** Long enough to end a worker while it waits. */
const HELD = { creates: true, delay: 5_000 };

let tarball: InstalledTarball;
let sandbox: Sandbox;
let redis: Redis;
let postgres: Postgres;
let n8n: QueueN8n;
let first: Worker;
let second: Worker;

describe(`n8n ${chosenVersion()} | queue mode`, () => {
	beforeAll(async () => {
		tarball = installTarball();
		[sandbox, redis, postgres] = await Promise.all([startSandbox(), startRedis(), startPostgres()]);
		n8n = await startQueueN8n({
			version: chosenVersion(),
			redis,
			postgres,
			package: tarball.directory,
			credentials: [
				clientPointCredential(sandbox.url),
				postgresCredential(postgres),
				tenantsCredential(sandbox.url),
			],
			workflows: [WORKFLOW, ONCE_WORKFLOW, POSTGRES_EXAMPLE, TENANTS_WORKFLOW],
			webhookPaths: [WEBHOOK_PATH, ONCE_PATH, POSTGRES_PATH, TENANTS_PATH],
			settings: {
				// A sixth of the defaults, so that the test need not wait minutes for a lost worker's jobs.
				QUEUE_WORKER_LOCK_DURATION: '10000',
				QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
				QUEUE_WORKER_STALLED_INTERVAL: '5000',
				// n8n 1 alone knows it, and runs a lost worker's executions again without it.
				QUEUE_WORKER_MAX_STALLED_COUNT: '0',
			},
		});
		[first, second] = await Promise.all([n8n.startWorker(), n8n.startWorker()]);
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await Promise.all([postgres?.stop(), redis?.stop(), sandbox?.close()]);
		tarball?.remove();
	}, 120_000);

	beforeEach(() => sandbox.reset());

	/** How many of the sandbox's ClientPoints come from an execution that this worker took up. */
	const share = (worker: Worker) => {
		const started = new Set(worker.started());
		return createdBy(sandbox).filter((execution) => started.has(execution)).length;
	};

	/** Executions that a worker took up and did not see to their end. */
	const unfinished = (worker: Worker) => {
		const finished = new Set(worker.finished());
		return worker.started().filter((id) => !finished.has(id));
	};

	const startSecond = async () => {
		if (!second.running()) second = await n8n.startWorker();
		return second;
	};

	/** How often each execution was taken up, by the workers' logs. */
	const runs = () => tally([...first.started(), ...second.started()]);

	it('creates 100 leads that come at once exactly once each, over both workers', async () => {
		const { names, answers, all } = postLeads(n8n.url, 'At once', 100);
		await all;
		expect(createdNames(sandbox).sort()).toEqual(names.sort());
		expect(sandbox.received).toHaveLength(100);
		expect(tally([...answers.values()].map(({ status }) => status))).toEqual({ 200: 100 });
		expect(share(first)).toBeGreaterThan(0);
		expect(share(second)).toBeGreaterThan(0);
		expect(share(first) + share(second)).toBe(100);
	}, 180_000);

	it('sends each item with the key that the credential’s expression gives for it', async () => {
		sandbox.answer(byTenant);
		const { items } = await postTenantLeads(n8n.url, TENANTS_PATH);
		expect(items).toMatchObject(TENANTS_DONE);
		expect(sentByTenant(sandbox)).toEqual(TENANTS_SENT);
	});

	it('creates each exactly once when a worker is ended gracefully in the middle', async () => {
		// Both workers' ten slots come to wait for an answer. n8n loses the job that a worker reserves in
		// the very moment it is told to stop (see docs/queue-mode.md), so this moment has none to reserve.
		sandbox.answer((number) => (number >= 20 && number < 40 ? HELD : SLOW));
		const { names, answers, all } = postLeads(n8n.url, 'Graceful', 100);
		await until('ten answers to be waited for', () => sandbox.received.length >= 30);
		const inHand = unfinished(second);
		expect(inHand).toHaveLength(5);
		expect(await second.end('SIGTERM')).toBe(0);
		const atItsEnd = sandbox.created.length;
		expect(atItsEnd).toBeLessThan(100);
		await all;
		expect(unfinished(second)).toEqual([]);
		expect(createdNames(sandbox).sort()).toEqual(names.sort());
		expect(sandbox.received).toHaveLength(100);
		expect(tally([...answers.values()].map(({ status }) => status))).toEqual({ 200: 100 });
		console.info(
			`SIGTERM with ${inHand.length} in hand, ${atItsEnd} created at its end: 100 created`,
		);
	}, 180_000);

	it('never runs a lost worker’s executions again', async () => {
		second = await n8n.startWorker();
		sandbox.answer(() => SLOW);
		const { names, answers, all } = postLeads(n8n.url, 'Killed', 100);
		await until(
			'the middle of the batch',
			() => sandbox.created.length >= 20 && unfinished(second).length > 0,
		);
		await second.end('SIGKILL');
		const left = unfinished(second);
		await all;

		expect(left).not.toEqual([]);
		const perName = tally(createdNames(sandbox));
		const twice = Object.values(perName).filter((count) => count > 1).length;
		const never = names.filter((name) => !perName[name]).length;
		const leftAndCreated = createdBy(sandbox).filter((id) => left.includes(id)).length;
		const statuses = tally(
			await postgres.query(`select status from execution_entity where id in (${left.join()})`),
		);
		const failures = [...answers.values()].filter(({ status }) => status !== 200);
		console.info(
			`SIGKILL with ${left.length} in hand: of 100 leads ${sandbox.created.length} created, ` +
				`${twice} twice, ${never} never; of those in hand ${leftAndCreated} created, ` +
				`n8n calls them ${JSON.stringify(statuses)}; ${failures.length} callers were told ` +
				JSON.stringify(tally(failures.map(({ status, text }) => `${status} ${text}`))),
		);

		expect(names).toEqual(expect.arrayContaining(Object.keys(perName)));
		for (const [execution, count] of Object.entries(tally(createdBy(sandbox)))) {
			expect(count).toBeLessThanOrEqual(runs()[execution]);
		}
		// What docs/queue-mode.md says of n8n: it takes none of these executions up again, and fails them,
		// but for one that the worker had stored the result of and not yet logged.
		expect(Object.entries(runs()).filter(([, count]) => count > 1)).toEqual([]);
		expect(['error', 'success']).toEqual(expect.arrayContaining(Object.keys(statuses)));
		expect(n8n.logs().join()).toContain('This execution failed to be processed too many times');
	}, 240_000);

	describe('Idempotency Key', () => queueOnce(() => ({ n8n, sandbox, postgres, startSecond })));

	it('leaves the key nowhere but encrypted, even where ClientPoint sends it back', async () => {
		sandbox.answer(() => ({ status: 422, echo: true }));
		const { answers, all } = postLeads(n8n.url, 'Echoed', 1);
		await all;
		expect(answers.get('Echoed 1')?.status).toBe(500);

		const dump = await postgres.dump();
		const places = {
			database: dump,
			databaseLog: postgres.log(),
			redis: redis.commands(),
			n8nLogs: n8n.logs().join('\n'),
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
		const [data] = await postgres.query(`select data from credentials_entity`);
		expect(data.length).toBeGreaterThan(SANDBOX_KEY.length);
	}, 120_000);
});
