/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** The n8n processes whose runs are measured. */
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from '../n8n/install';
import { placePackage, startProcess, type N8nProcess } from '../n8n/process';
import { publish, signUp } from '../n8n/rest';
import { SANDBOX_KEY } from '../sandbox/server';
import type { Contender, Fields } from './grid';
import { CREDENTIAL, measuredWorkflow } from './workflows';

/** As in production, and silent. */
const ENVIRONMENT = { NODE_ENV: 'production', N8N_LOG_LEVEL: 'warn' };

export type Processes = Map<Contender, N8nProcess>;

/**
 * Makes a user folder with the packed node, the credentials and all measured workflows, published: each
 * measured n8n process gets a copy of it.
 */
export async function prepareUserFolder(
	installed: Installed,
	folder: string,
	url: string,
	contenders: Contender[],
	kinds: Fields[],
): Promise<void> {
	placePackage(folder);
	const n8n = await startProcess(installed, folder, ENVIRONMENT);
	try {
		const rest = await signUp(n8n.url);
		const credential = async (apiKey: string) => {
			const data = { apiKey, baseUrl: url };
			return (await rest('POST', '/credentials', { name: 'Bench', type: CREDENTIAL, data })).id;
		};
		const fixed = await credential(SANDBOX_KEY);
		const byItem = await credential('={{ $json.key }}');
		for (const contender of contenders) {
			const credentialId = contender === 'tenants' ? byItem : fixed;
			for (const fields of kinds) {
				const workflow = measuredWorkflow(contender, fields, { url, credentialId });
				await publish(rest, (await rest('POST', '/workflows', workflow)).id);
			}
		}
	} catch (error) {
		throw new Error(`${String(error)}\n${n8n.log()}`, { cause: error });
	} finally {
		await n8n.stop();
	}
}

/** One n8n process for each contender, so that the memory of one says nothing of another. */
export async function startProcesses(
	installed: Installed,
	contenders: Contender[],
	template: string,
): Promise<Processes> {
	const started = contenders.map(async (contender) => {
		const userFolder = mkdtempSync(join(template, '../n8n-'));
		cpSync(template, userFolder, { recursive: true });
		return [contender, await startProcess(installed, userFolder, ENVIRONMENT)] as const;
	});
	return new Map(await Promise.all(started));
}

export const stopAll = async (processes: Processes) =>
	await Promise.all([...processes.values()].map((n8n) => n8n.stop()));
