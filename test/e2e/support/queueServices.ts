/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** Redis and Postgres as Debian packages them, on loopback, in folders of their own. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type Settings } from '../../../dev/n8n/process';
import { ready, run, start } from '../../../dev/n8n/program';

export interface Redis {
	port: number;
	/** Every command any client sent so far, scripts included. */
	commands(): string;
	stop(): Promise<void>;
}

export async function startRedis(): Promise<Redis> {
	const folder = mkdtempSync(join(tmpdir(), 'clientpoint-redis-'));
	const port = await freePort();
	const program = start({
		command: 'redis-server',
		args: ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', '--dir', folder],
	});
	await ready('Redis', program, () => program.output().includes('Ready to accept connections'));
	let commands = '';
	const monitor = await new Promise<Socket>((resolve) => {
		const socket = connect(port, '127.0.0.1', () => resolve(socket));
	});
	monitor.on('data', (text) => void (commands += text.toString('utf8')));
	monitor.on('error', () => {});
	monitor.write('MONITOR\r\n');
	return {
		port,
		commands: () => commands,
		async stop() {
			monitor.destroy();
			await program.end();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export interface Postgres {
	port: number;
	user: string;
	database: string;
	/** Rows as text, columns divided by `|`. */
	query(sql: string): Promise<string[]>;
	/** The whole database as SQL. */
	dump(): Promise<string>;
	/** What the server logged, statements that failed included. */
	log(): string;
	stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
	const bin = debianPostgres();
	const folder = mkdtempSync(join(tmpdir(), 'clientpoint-postgres-'));
	const data = join(folder, 'data');
	const user = unprivileged();
	if (user) chownSync(folder, user.uid, user.gid);
	await run({
		command: join(bin, 'initdb'),
		args: ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
		cwd: folder,
		user,
	});
	const port = await freePort();
	const settings = [
		'listen_addresses=127.0.0.1',
		`port=${port}`,
		'unix_socket_directories=',
		'fsync=off',
	];
	const program = start({
		command: join(bin, 'postgres'),
		args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
		cwd: folder,
		user,
	});
	await ready('Postgres', program, () => program.output().includes('ready to accept connections'));
	const client = (name: string, args: string[]) =>
		run({
			command: join(bin, name),
			args: ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'n8n', ...args, 'postgres'],
		});
	return {
		port,
		user: 'n8n',
		database: 'postgres',
		query: async (sql) =>
			(await client('psql', ['-At', '-c', sql])).split('\n').filter((row) => row !== ''),
		dump: () => client('pg_dump', []),
		log: () => program.output(),
		async stop() {
			// "Fast": does not wait for clients to leave.
			await program.end('SIGINT');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** For an n8n that keeps its data there. */
export const postgresSettings = ({ port, user, database }: Postgres): Settings => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: `${port}`,
	DB_POSTGRESDB_USER: user,
	DB_POSTGRESDB_DATABASE: database,
});

/** Debian keeps its Postgres programs off the path, a folder for each major version. */
function debianPostgres(): string {
	const home = '/usr/lib/postgresql';
	const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
	const bin = versions
		.map((version) => join(home, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'postgres')));
	if (!bin) throw new Error('Needs Debian packages: apt-get install postgresql redis-server');
	return bin;
}

/** Postgres refuses to run as root. */
function unprivileged() {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}
