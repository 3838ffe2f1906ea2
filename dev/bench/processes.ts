/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** The n8n processes whose runs are measured. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from '../n8n/install';
import { placePackage, startProcess, type N8nProcess } from '../n8n/process';
import { publish, signUp } from '../n8n/rest';
import type { Contender, Ran } from './grid';

/** As in production, and silent. */
const ENVIRONMENT = { NODE_ENV: 'production', N8N_LOG_LEVEL: 'warn' };

/** By the contender that runs in them; that of the empty workflow is another's. */
export type Processes = Map<Ran, N8nProcess>;

/**
 * Makes a user folder with the packed node, one credential and published workflows: each measured
 * n8n process gets a copy of it.
 */
export async function prepareUserFolder(
	installed: Installed,
	folder: string,
	credential: { type: string; data: object },
	workflows: (credentialId: string) => object[],
): Promise<void> {
	placePackage(folder);
	const n8n = await startProcess(installed, folder, ENVIRONMENT);
	try {
		const rest = await signUp(n8n.url);
		const { id } = await rest('POST', '/credentials', { name: 'Bench', ...credential });
		for (const workflow of workflows(id)) {
			const { id: workflowId } = await rest('POST', '/workflows', workflow);
			await publish(rest, workflowId);
		}
	} catch (error) {
		throw new Error(`${String(error)}\n${n8n.log()}`, { cause: error });
	} finally {
		await n8n.stop();
	}
}

const CONCURRENCY =
	'.n8n/nodes/node_modules/n8n-nodes-clientpoint/dist/nodes/ClientPoint/execution/pace/concurrency.js';

/** Takes the number under way out of the hands of the node: all at a time that it allows, from the first. */
function fixConcurrency(userFolder: string): void {
	const file = join(userFolder, CONCURRENCY);
	if (!readFileSync(file, 'utf8').includes('exports.createConcurrency')) {
		throw new Error('the node no longer finds its number under way in pace/concurrency.ts');
	}
	appendFileSync(file, '\nexports.createConcurrency = (limit) => ({ limit, settled() {} });\n');
}

/** One n8n process for each contender, so that the memory of one says nothing of another. */
export async function startProcesses(
	installed: Installed,
	contenders: Contender[],
	template: string,
): Promise<Processes> {
	const started = await Promise.all(
		contenders.map(async (contender) => {
			const userFolder = mkdtempSync(join(template, '../n8n-'));
			cpSync(template, userFolder, { recursive: true });
			if (contender === 'at50') fixConcurrency(userFolder);
			const start = () => startProcess(installed, userFolder, ENVIRONMENT);
			// A port that was free can be taken by another process before n8n listens on it.
			const n8n = await start().catch((error) => {
				console.error(String(error));
				return start();
			});
			return [contender, n8n] as const;
		}),
	);
	return new Map([...started, ['empty', started[0][1]]]);
}

export async function stopAll(processes: Processes): Promise<void> {
	await Promise.all([...new Set(processes.values())].map((n8n) => n8n.stop()));
}
