/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** A real n8n on loopback with the packed node in it, in a user folder that is thrown away. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installTarball } from '../../test/support/tarball';
import type { Installed } from './install';
import { signUp, type Rest } from './rest';

export interface StartOptions {
	installed: Installed;
	credentials: Array<{ id: string; name: string; type: string; data: object }>;
	workflows: Array<{ id: string; name?: string }>;
	env?: Record<string, string>;
}

export interface RunningN8n {
	version: string;
	url: string;
	/** Calls in the owner's name. */
	rest: Rest;
	/** Holds the database among other things. */
	folder: string;
	/** All that n8n has printed. */
	log(): string;
	/** Resolves when n8n ends by itself or is ended. */
	ended: Promise<void>;
	/** Ends n8n; its folder stays until `remove`. */
	stop(): Promise<void>;
	remove(): void;
}

export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	const { installed, credentials, workflows } = options;
	const userFolder = mkdtempSync(join(tmpdir(), 'clientpoint-n8n-'));
	const folder = join(userFolder, '.n8n');
	placePackage(folder);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = { ...environment(userFolder, port, await freePort()), ...options.env };
	const n8n = (...args: string[]) =>
		execFileSync(installed.node, [installed.n8n, ...args], {
			env,
			stdio: 'pipe',
			timeout: 180_000,
		});
	const importAll = (kind: string, things: object[]) => {
		const file = join(userFolder, 'import.json');
		writeFileSync(file, JSON.stringify(things));
		n8n(`import:${kind}`, `--input=${file}`);
		rmSync(file);
	};
	importAll('credentials', credentials);
	importAll('workflow', workflows);

	const child = spawn(installed.node, [installed.n8n, 'start'], { env });
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		const hard = setTimeout(() => child.kill('SIGKILL'), 30_000);
		await ended;
		clearTimeout(hard);
	};
	const remove = () => rmSync(userFolder, { recursive: true, force: true });
	try {
		await answers(url, child);
		const rest = await signUp(url);
		return { version: installed.version, url, rest, folder, log: () => text, ended, stop, remove };
	} catch (error) {
		await stop();
		remove();
		throw new Error(`${String(error)}\n${text}`);
	}
}

/** Puts the package where n8n's installer would, as that leaves it; `folder` is n8n's own. */
export function placePackage(folder: string) {
	const modules = join(folder, 'nodes/node_modules');
	mkdirSync(modules, { recursive: true });
	const { directory, remove } = installTarball();
	cpSync(directory, join(modules, 'n8n-nodes-clientpoint'), { recursive: true });
	remove();
}

/** Of this process's environment, nothing that would steer n8n. */
function environment(userFolder: string, port: number, brokerPort: number) {
	const own = Object.entries(process.env).filter(([name]) =>
		/^(PATH|HOME|LANG|TMPDIR)$/.test(name),
	);
	return {
		...Object.fromEntries(own),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: `${port}`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		WEBHOOK_URL: `http://127.0.0.1:${port}`,
		N8N_RUNNERS_BROKER_PORT: `${brokerPort}`,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		N8N_LOG_LEVEL: 'debug',
		GENERIC_TIMEZONE: 'Europe/Berlin',
	};
}

async function answers(url: string, child: { exitCode: number | null }) {
	const deadline = Date.now() + 180_000;
	while (Date.now() < deadline && child.exitCode === null) {
		const ready = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		// The readiness page can answer before the REST interface does.
		const rest = ready?.ok && (await fetch(`${url}/rest/settings`));
		if (rest && rest.headers.get('content-type')?.includes('json')) return;
		await new Promise((resolve) => setTimeout(resolve, 300));
	}
	throw new Error('n8n did not start');
}

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
