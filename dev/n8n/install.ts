/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** A real n8n from npm, in a cache folder of its own outside the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The newest n8n whose dependencies were all in the registry when this was written. */
export const DEFAULT_VERSION = '2.41.1';

export const chosenVersion = () => process.env.N8N_VERSION ?? DEFAULT_VERSION;

export interface Installed {
	version: string;
	/** n8n needs a newer Node than this project does. */
	node: string;
	/** n8n's start script, to be run by `node`. */
	n8n: string;
}

/** Installs n8n, or reuses what an earlier call installed if that is whole. */
export function installN8n(version = chosenVersion()): Installed {
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const folder = join(cache, 'n8n-nodes-clientpoint', `n8n-${version}`);
	// Written last, so that an install that was cut short is known by its absence.
	const marker = join(folder, '.complete');
	const installed = {
		version,
		node: join(folder, 'node_modules/node/bin/node'),
		n8n: join(folder, 'node_modules/n8n/bin/n8n'),
	};
	if (runs(installed)) {
		if (!existsSync(marker)) writeFileSync(marker, '');
		return installed;
	}
	if (existsSync(folder)) console.log(`n8n ${version} in the cache is not whole: removing it`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// n8n 1.x takes xlsx from a host other than npm's; nothing here reads spreadsheets.
	const overrides = { xlsx: '0.18.5' };
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
	console.log(`Fetching n8n ${version} and Node 24 into ${folder}: once, about five minutes`);
	// An npm that runs a script hands on its project's settings, `ignore-scripts` of ours among them.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')),
	);
	const npm = (...args: string[]) => {
		console.log(`  npm ${args.join(' ')}`);
		execFileSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
	};
	npm(
		'install',
		'--loglevel=error',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		`n8n@${version}`,
		'node@24',
	);
	npm('rebuild', 'sqlite3');
	npm('rebuild', 'node');
	if (!runs(installed)) throw new Error(`n8n ${version} was installed, but does not run`);
	writeFileSync(marker, '');
	return installed;
}

/** Whether n8n starts far enough to tell its version, with its database driver in place. */
function runs({ node, n8n, version }: Installed): boolean {
	if (!existsSync(node) || !existsSync(n8n)) return false;
	const home = mkdtempSync(join(tmpdir(), 'n8n-version-'));
	try {
		const options = {
			cwd: join(n8n, '../..'),
			encoding: 'utf8' as const,
			env: { ...process.env, N8N_USER_FOLDER: home },
			stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
			timeout: 120_000,
		};
		execFileSync(node, ['-e', 'require("sqlite3")'], options);
		return execFileSync(node, [n8n, '--version'], options).trim().endsWith(version);
	} catch {
		return false;
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}
