import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The n8n that was installed once for all runs, with the Node that it wants.
 *
 * @param {string} version
 * @throws {Error} when it is not there
 */
export function installedN8n(version) {
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const modules = join(cache, `n8n-nodes-clientpoint/n8n-${version}/node_modules`);
	const installed = { node: join(modules, 'node/bin/node'), n8n: join(modules, 'n8n/bin/n8n') };
	for (const file of Object.values(installed)) {
		if (!existsSync(file)) throw new Error(`n8n ${version} is not installed: no ${file}`);
	}
	return installed;
}
