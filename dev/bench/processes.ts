/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** The n8n processes whose runs are measured. */
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Installed } from '../n8n/install';
import { importAll, placePackage, startProcess, type N8nProcess } from '../n8n/process';
import { publish, signUp } from '../n8n/rest';
import { SANDBOX_KEY } from '../sandbox/server';
import type { Contender, Fields } from './grid';
import { CREDENTIALS, measuredWorkflow } from './workflows';

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
	await importAll(installed, folder, 'credentials', [
		credential(CREDENTIALS.fixed, SANDBOX_KEY, url),
		credential(CREDENTIALS.ofItem, '={{ $json.key }}', url),
	]);
	const workflows = contenders.flatMap((contender) =>
		kinds.map((fields) => measuredWorkflow(contender, fields, url)),
	);
	await importAll(installed, folder, 'workflow', workflows);
	const n8n = await startProcess(installed, folder, ENVIRONMENT);
	const rest = await signUp(n8n.url);
	for (const { id } of workflows) await publish(rest, id);
	await n8n.end();
}

const credential = (name: string, apiKey: string, baseUrl: string) => ({
	id: name,
	name,
	type: 'clientPointApi',
	data: { apiKey, baseUrl },
});

/** One n8n process for each contender, so that the memory of one says nothing of another. They trust a certificate. */
export async function startProcesses(
	installed: Installed,
	contenders: Contender[],
	template: string,
	trusted: string,
): Promise<Processes> {
	const settings = { ...ENVIRONMENT, NODE_EXTRA_CA_CERTS: trusted };
	const started = contenders.map(async (contender) => {
		const userFolder = mkdtempSync(join(template, '../n8n-'));
		cpSync(template, userFolder, { recursive: true });
		return [contender, await startProcess(installed, userFolder, settings)] as const;
	});
	return new Map(await Promise.all(started));
}

export const stopAll = async (processes: Processes) =>
	await Promise.all([...processes.values()].map((n8n) => n8n.end()));
