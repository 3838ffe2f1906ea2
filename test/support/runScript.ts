/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../dev/root';

const MODULES = join(ROOT, 'node_modules');

interface Script {
	/** In dev/. */
	file: string;
	args?: string[];
	env?: Record<string, string>;
}

/**
 * Runs a script of this project in a process of its own and returns what it prints.
 *
 * @throws Error with what it prints when it fails
 */
export const runScript = ({ file, args = [], env = {} }: Script): string =>
	execFileSync(
		process.execPath,
		[join(MODULES, 'tsx/dist/cli.mjs'), join(ROOT, 'dev', file), ...args],
		{
			encoding: 'utf8',
			timeout: 110_000,
			env: { ...process.env, NODE_ENV: '', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
