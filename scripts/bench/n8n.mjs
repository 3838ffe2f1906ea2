/** Real n8n processes on loopback, with the packed node in them. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { signUp } from '../n8n/rest.ts';
import { freePort, placePackage } from '../n8n/start.ts';

const children = new Set();
process.on('exit', () => {
	for (const child of children) child.kill('SIGKILL');
});

/**
 * Starts n8n in a user folder and waits until it takes requests.
 *
 * @param {{ node: string, n8n: string }} installed
 * @param {string} userFolder
 */
export async function startN8n(installed, userFolder) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const own = Object.entries(process.env).filter(([name]) =>
		/^(PATH|HOME|LANG|TMPDIR)$/.test(name),
	);
	const child = spawn(installed.node, [installed.n8n, 'start'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...Object.fromEntries(own),
			NODE_ENV: 'production',
			N8N_USER_FOLDER: userFolder,
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_PORT: `${port}`,
			N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_SECURE_COOKIE: 'false',
			N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
			N8N_LOG_LEVEL: 'warn',
		},
	});
	children.add(child);
	let log = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += part));
	const ended = new Promise((resolve) => child.once('close', resolve));
	const stop = async () => {
		child.kill('SIGTERM');
		const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
		await ended;
		clearTimeout(hard);
		children.delete(child);
	};
	const deadline = Date.now() + 180_000;
	while (!(await isReady(url))) {
		if (Date.now() < deadline && child.exitCode === null) continue;
		await stop();
		throw new Error(`n8n did not start\n${log}`);
	}
	return { pid: child.pid, url, stop, log: () => log };
}

async function isReady(url) {
	await new Promise((resolve) => setTimeout(resolve, 250));
	const settings = await fetch(`${url}/rest/settings`).catch(() => undefined);
	return settings?.ok && settings.headers.get('content-type')?.includes('json');
}

/**
 * Makes a user folder with the packed node, one credential and published workflows: each measured
 * n8n process gets a copy of it.
 *
 * @param {{ node: string, n8n: string }} installed
 * @param {string} folder
 * @param {{ type: string, data: object }} credential
 * @param {(credentialId: string) => object[]} workflows
 */
export async function prepareUserFolder(installed, folder, credential, workflows) {
	placePackage(join(folder, '.n8n'));
	const n8n = await startN8n(installed, folder);
	try {
		const rest = await signUp(n8n.url);
		const { id } = await rest('POST', '/credentials', { name: 'Bench', ...credential });
		for (const workflow of workflows(id)) {
			const { id: workflowId, versionId } = await rest('POST', '/workflows', workflow);
			await rest('POST', `/workflows/${workflowId}/activate`, { versionId });
		}
	} catch (error) {
		throw new Error(`${String(error)}\n${n8n.log()}`, { cause: error });
	} finally {
		await n8n.stop();
	}
}
