/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** n8n in queue mode: one main and its workers, each with the packed node in a home of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n } from '../../../dev/n8n/install';
import { BY_ITSELF, freePort, placeUnpacked } from '../../../dev/n8n/process';
import { ready, run, start, type Program } from './queueProgram';
import type { Postgres, Redis } from './queueServices';

export interface Worker extends Program {
	/** Ids of the executions it took up, again where it did so twice. */
	started(): string[];
	/** Ids of the executions it saw to their end. */
	finished(): string[];
}

export interface QueueN8n {
	/** Of the main, without a trailing slash. */
	url: string;
	startWorker(): Promise<Worker>;
	/** What the main and all workers, ended ones too, logged. */
	logs(): string[];
	stop(): Promise<void>;
}

export interface QueueOptions {
	version: string;
	redis: Redis;
	postgres: Postgres;
	/** The unpacked node. */
	package: string;
	credentials: Array<{ id: string; name: string; type: string; data: Record<string, unknown> }>;
	workflows: Array<{ id: string; name?: string }>;
	/** Of the workflows, which take POST only. */
	webhookPaths: string[];
	/** More settings, for main and workers alike. */
	settings: Record<string, string>;
}

export async function startQueueN8n(options: QueueOptions): Promise<QueueN8n> {
	const { redis, postgres } = options;
	const { node, n8n } = await installN8n(options.version);
	const folder = mkdtempSync(join(tmpdir(), 'clientpoint-queue-'));
	const programs: Program[] = [];
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;

	const home = async (name: string): Promise<NodeJS.ProcessEnv> => {
		const userFolder = join(folder, name);
		placeUnpacked(options.package, userFolder);
		return {
			PATH: process.env.PATH,
			HOME: userFolder,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: `${port}`,
			N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
			...COMMON,
			DB_POSTGRESDB_PORT: `${postgres.port}`,
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_DATABASE: postgres.database,
			QUEUE_BULL_REDIS_PORT: `${redis.port}`,
			...options.settings,
		};
	};
	const startN8n = (args: string[], env: NodeJS.ProcessEnv) => {
		const program = start({ command: node, args: [n8n, ...args], env, cwd: folder });
		programs.push(program);
		return program;
	};

	const stop = async () => {
		await Promise.all(programs.map((program) => program.end()));
		rmSync(folder, { recursive: true, force: true });
	};
	await startMain().catch(async (error) => {
		await stop();
		throw error;
	});

	async function startMain() {
		const env = await home('main');
		const command = (...args: string[]) => run({ command: node, args: [n8n, ...args], env });
		const importAll = async (what: string, values: unknown[]) => {
			const file = join(folder, 'import.json');
			writeFileSync(file, JSON.stringify(values));
			await command(`import:${what}`, `--input=${file}`);
			rmSync(file);
		};
		await importAll('credentials', options.credentials);
		await importAll('workflow', options.workflows);
		for (const { id } of options.workflows) {
			if (options.version.startsWith('1.')) {
				await command('update:workflow', `--id=${id}`, '--active=true');
			} else {
				await command('publish:workflow', `--id=${id}`);
			}
		}
		// It says "ready" before its webhooks are; asked in the wrong way, it names the right one.
		const isListening = async (path: string) => {
			const wrong = await fetch(`${url}/webhook/${path}`).catch(() => undefined);
			return (await wrong?.text())?.includes('POST request') ?? false;
		};
		await ready('n8n', startN8n(['start'], env), async () =>
			(await Promise.all(options.webhookPaths.map(isListening))).every(Boolean),
		);
	}

	return {
		url,
		async startWorker() {
			const program = startN8n(
				['worker', '--concurrency=5'],
				await home(`worker-${programs.length}`),
			);
			await ready('worker', program, () => program.output().includes('n8n worker is now ready'));
			const ids = (line: RegExp) => [...program.output().matchAll(line)].map(([, id]) => id);
			return {
				...program,
				started: () => ids(/Worker started execution (\d+) /g),
				finished: () => ids(/Worker finished execution (\d+) /g),
			};
		},
		logs: () => programs.map(({ output }) => output()),
		stop,
	};
}

const COMMON = {
	...BY_ITSELF,
	N8N_ENCRYPTION_KEY: 'end-to-end-tests-only',
	N8N_LOG_LEVEL: 'debug',
	NO_COLOR: '1',
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	// No Code node here: keeps n8n from starting a runner process beside each of its own.
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'end-to-end-tests-only',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
};
