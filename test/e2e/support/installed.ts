/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where n8n and the Node that runs it are. */
export async function installN8n(version: string): Promise<{ node: string; n8n: string }> {
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	const modules = join(cache, 'n8n-nodes-clientpoint', `n8n-${version}`, 'node_modules');
	return { node: join(modules, 'node/bin/node'), n8n: join(modules, 'n8n/bin/n8n') };
}
