/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** n8n as a process of its own on loopback, in a user folder of the caller's. */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { unpackTarball } from '../tarball';
import type { Installed } from './install';
import { ready, run, start, type Program } from './program';

/** n8n's environment variables. */
export type Settings = Record<string, string>;

export interface N8nProcess extends Program {
	/** Without a trailing slash. */
	url: string;
}

/** Starts n8n and waits until it takes requests. */
export async function startProcess(
	installed: Installed,
	userFolder: string,
	settings: Settings = {},
): Promise<N8nProcess> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const program = await startN8n(installed, userFolder, ['start'], {
		N8N_PORT: `${port}`,
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		...settings,
	});
	await ready('n8n', program, async () => {
		const page = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		// The readiness page can answer before the REST interface does.
		const rest = page?.ok && (await fetch(`${url}/rest/settings`));
		return Boolean(rest && rest.headers.get('content-type')?.includes('json'));
	});
	return { ...program, url };
}

/** One of n8n's long-running commands, which is not ready for work yet. */
export const startN8n = async (
	{ node, n8n }: Installed,
	userFolder: string,
	command: string[],
	settings: Settings,
) =>
	start({
		command: node,
		args: [n8n, ...command],
		env: {
			...environment(userFolder),
			N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
			...settings,
		},
	});

/** Has n8n import credentials or workflows, ids included. */
export async function importAll(
	{ node, n8n }: Installed,
	userFolder: string,
	kind: 'credentials' | 'workflow',
	things: object[],
	settings: Settings = {},
): Promise<void> {
	const file = join(userFolder, 'import.json');
	writeFileSync(file, JSON.stringify(things));
	await run({
		command: node,
		args: [n8n, `import:${kind}`, `--input=${file}`],
		env: { ...environment(userFolder), ...settings },
	});
	rmSync(file);
}

/** Puts the packed package where n8n's installer would. */
export const placePackage = (userFolder: string) =>
	unpackTarball(join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-clientpoint'));

/** For n8n's commands and its server alike; of this process's own, nothing that would steer n8n. */
function environment(userFolder: string): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(([name]) =>
		/^(PATH|HOME|LANG|TMPDIR)$/.test(name),
	);
	return {
		...Object.fromEntries(own),
		N8N_USER_FOLDER: userFolder,
		// On loopback alone, and asking nothing of n8n's makers.
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		GENERIC_TIMEZONE: 'Europe/Berlin',
	};
}

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
