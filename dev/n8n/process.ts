/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** n8n as a process of its own on loopback, in a user folder of the caller's. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { installTarball } from '../tarball';
import type { Installed } from './install';

export interface N8nProcess {
	pid: number;
	url: string;
	/** All that n8n has printed. */
	log(): string;
	/** Resolves when n8n ends by itself or is ended. */
	ended: Promise<void>;
	stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts n8n and waits until it takes requests. */
export async function startProcess(
	installed: Installed,
	userFolder: string,
	more: Record<string, string> = {},
): Promise<N8nProcess> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = {
		...environment(userFolder),
		N8N_PORT: `${port}`,
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
		...more,
	};
	const child = spawn(installed.node, [installed.n8n, 'start'], { env });
	endWithThis(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
	});
	const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
		child.kill(signal);
		const hard = setTimeout(() => child.kill('SIGKILL'), 30_000);
		await ended;
		clearTimeout(hard);
	};
	try {
		await answers(url, child);
		return { pid: child.pid ?? 0, url, log: () => text, ended, stop };
	} catch (error) {
		await stop();
		throw new Error(`${String(error)}\n${text}`, { cause: error });
	}
}

/** Packs the package and puts it where n8n's installer would, as that leaves it. */
export function placePackage(userFolder: string) {
	const { directory, remove } = installTarball();
	placeUnpacked(directory, userFolder);
	remove();
}

/** Puts the unpacked package where n8n's installer would. */
export function placeUnpacked(directory: string, userFolder: string) {
	const place = join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-clientpoint');
	mkdirSync(place, { recursive: true });
	cpSync(directory, place, { recursive: true });
}

/** On loopback alone, and asking nothing of n8n's makers. */
export const BY_ITSELF = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
};

/** For n8n's commands and its server alike; of this process's own, nothing that would steer n8n. */
export function environment(userFolder: string): Record<string, string | undefined> {
	const own = Object.entries(process.env).filter(([name]) =>
		/^(PATH|HOME|LANG|TMPDIR)$/.test(name),
	);
	return {
		...Object.fromEntries(own),
		N8N_USER_FOLDER: userFolder,
		...BY_ITSELF,
		N8N_HOST: '127.0.0.1',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_COMMUNITY_PACKAGES_ALLOW_TOOL_USAGE: 'true',
		GENERIC_TIMEZONE: 'Europe/Berlin',
	};
}

async function answers(url: string, child: ChildProcess) {
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

/**
 * Ends a program with this process, even where this one is killed and can do nothing about it: the pipe to a
 * shell closes then, and the shell ends the program.
 */
export function endWithThis(child: ChildProcess) {
	const { pid } = child;
	// It never began, as its own `error` tells.
	if (pid === undefined) return;
	const watch = spawn('sh', ['-c', 'cat; kill -KILL "$0"', String(pid)], {
		// In a group of its own, so that Ctrl-C leaves the program the time to end by itself.
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	child.once('exit', () => watch.kill('SIGKILL'));
	watch.unref();
}
