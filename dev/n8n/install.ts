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

/** Installs n8n, or reuses what an earlier call installed. */
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
	if (existsSync(marker)) return installed;
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
	const options = ['--loglevel=error', '--ignore-scripts', '--no-audit', '--no-fund'];
	npm('install', ...options, `n8n@${version}`, 'node@24');
	npm('rebuild', 'sqlite3');
	npm('rebuild', 'node');
	// Its database driver was compiled, and it starts far enough to tell its version.
	const home = mkdtempSync(join(tmpdir(), 'n8n-version-'));
	const run = (...args: string[]) =>
		execFileSync(installed.node, args, {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, N8N_USER_FOLDER: home },
		});
	run('-e', 'require("sqlite3")');
	if (!run(installed.n8n, '--version').trim().endsWith(version)) {
		throw new Error(`n8n ${version} was installed, but does not run`);
	}
	rmSync(home, { recursive: true });
	writeFileSync(marker, '');
	return installed;
}
