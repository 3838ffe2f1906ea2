/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** A real n8n with the packed node in it, in a user folder that is thrown away. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installed } from './install';
import { environment, placePackage, startProcess, type N8nProcess } from './process';
import { signUp, type Rest } from './rest';

export interface StartOptions {
	installed: Installed;
	credentials: Array<{ id: string; name: string; type: string; data: object }>;
	workflows: Array<{ id: string; name?: string }>;
	env?: Record<string, string>;
}

/** Once stopped, its folder stays until `remove`. */
export interface RunningN8n extends N8nProcess {
	version: string;
	/** Calls in the owner's name. */
	rest: Rest;
	/** Holds the database among other things. */
	folder: string;
	remove(): void;
}

export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	const { installed, credentials, workflows } = options;
	const userFolder = mkdtempSync(join(tmpdir(), 'clientpoint-n8n-'));
	const remove = () => rmSync(userFolder, { recursive: true, force: true });
	try {
		placePackage(userFolder);
		importAll(installed, userFolder, 'credentials', credentials);
		importAll(installed, userFolder, 'workflow', workflows);
		const n8n = await startProcess(installed, userFolder, {
			N8N_LOG_LEVEL: 'debug',
			...options.env,
		});
		const rest = await signUp(n8n.url).catch(async (error) => {
			await n8n.stop();
			throw error;
		});
		const folder = join(userFolder, '.n8n');
		return { ...n8n, version: installed.version, rest, folder, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

function importAll(installed: Installed, userFolder: string, kind: string, things: object[]) {
	const file = join(userFolder, 'import.json');
	writeFileSync(file, JSON.stringify(things));
	execFileSync(installed.node, [installed.n8n, `import:${kind}`, `--input=${file}`], {
		env: environment(userFolder),
		stdio: 'pipe',
		timeout: 180_000,
	});
	rmSync(file);
}
