/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** n8n's workers in queue mode, beside a main that runs with the same settings. */
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { installN8n } from '../../../dev/n8n/install';
import { startN8n, type Settings } from '../../../dev/n8n/process';
import { ready, type Program } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { postgresSettings, type Postgres, type Redis } from './queueServices';

export interface Worker extends Program {
	/** Ids of the executions it took up, again where it did so twice. */
	started(): string[];
	/** Ids of the executions that it took up and did not see to their end. */
	unfinished(): string[];
}

/** For the main and for its workers. */
export const queueSettings = (redis: Redis, postgres: Postgres): Settings => ({
	...postgresSettings(postgres),
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: `${redis.port}`,
	N8N_ENCRYPTION_KEY: 'end-to-end-tests-only',
	N8N_LOG_LEVEL: 'debug',
	NO_COLOR: '1',
	// Keeps n8n from starting a runner for Code nodes beside each of its processes.
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'end-to-end-tests-only',
	// A sixth of the defaults, so that the test need not wait minutes for a lost worker's jobs.
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
	// n8n 1 alone knows it, and runs a lost worker's executions again without it.
	QUEUE_WORKER_MAX_STALLED_COUNT: '0',
});

/** Starts a worker with the main's package, in a home of its own. */
export async function startWorker({ userFolder }: World, settings: Settings): Promise<Worker> {
	const home = mkdtempSync(join(userFolder, 'worker-'));
	cpSync(join(userFolder, '.n8n/nodes'), join(home, '.n8n/nodes'), { recursive: true });
	const program = await startN8n(installN8n(), home, ['worker', '--concurrency=5'], settings);
	await ready('worker', program, () => program.output().includes('n8n worker is now ready'));
	const ids = (line: RegExp) => [...program.output().matchAll(line)].map(([, id]) => id);
	const started = () => ids(/Worker started execution (\d+) /g);
	return {
		...program,
		started,
		unfinished() {
			const finished = new Set(ids(/Worker finished execution (\d+) /g));
			return started().filter((id) => !finished.has(id));
		},
	};
}
