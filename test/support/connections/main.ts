/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console --
   runs on the developer's machine, never inside n8n */
/**
 * Runs the node against each place, in a process of its own: which certificates are trusted, and whether
 * n8n blocks addresses, is settled when a process starts. Prints the runs as JSON.
 */
import dns from 'node:dns';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending } from '../../../nodes/ClientPoint/execution/report/items';
import { testCredential } from '../../../dev/engine/engine';
import { SANDBOX_KEY } from '../../../dev/sandbox/server';
import { builtPackage, REQUIRED, runNode } from '../clientPoint';
import { toldOf } from '../report';
import { makeCertificates } from './certificates';
import { CASES, type Place } from './places';

export interface ConnectionRun {
	told: Ending[];
	message: string;
	description: string;
	carriedOut: number;
}

/** Where the credential is tested too: what fails there comes from another of n8n's helpers. */
const TESTED = ['proxy: all well', 'proxy refused', 'proxy: 407'];

/** What "Test connection" answers. */
export type Tested = Record<string, string | undefined>;

/** The system's own look-up, but for a name that has an address of each kind. */
function twoAddresses() {
	const lookup = dns.lookup;
	const both = [
		{ address: '::1', family: 6 },
		{ address: '127.0.0.1', family: 4 },
	];
	Object.assign(dns, {
		lookup(
			host: string,
			...rest: Parameters<typeof lookup> extends [string, ...infer R] ? R : never
		) {
			if (host !== 'two.example') return lookup(host, ...rest);
			const callback = rest.at(-1) as unknown as (error: null, found: typeof both) => void;
			callback(null, both);
			return undefined;
		},
	});
}

async function runAll(names: string[]) {
	twoAddresses();
	const certificates = JSON.parse(readFileSync(String(process.env.CERTIFICATES), 'utf8'));
	const runs: Record<string, ConnectionRun> = {};
	const tested: Tested = {};
	/** Opens a place, as long as `use` takes. */
	const at = async <Result>(name: string, use: (place: Place) => Promise<Result>) => {
		const place = await CASES[name](certificates);
		if (place.proxy) process.env.HTTPS_PROXY = place.proxy;
		else delete process.env.HTTPS_PROXY;
		return await use(place).finally(place.close);
	};
	for (const name of names) {
		runs[name] = await at(name, async (place) => {
			const result = await runNode(place, { parameters: { ...REQUIRED, options: { timeout: 1 } } });
			return {
				told: toldOf(result, 1)[0],
				message: result.error?.message ?? '',
				description: result.error?.description ?? '',
				carriedOut: place.carriedOut,
			};
		});
	}
	for (const name of names.filter((each) => TESTED.includes(each))) {
		const { message } = await at(name, async ({ url }) => {
			const data = { apiKey: SANDBOX_KEY, baseUrl: url };
			return await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', data);
		});
		tested[name] = message;
	}
	return { runs, tested };
}

function inProcess(names: string[], env: NodeJS.ProcessEnv) {
	const tsx = require.resolve('tsx/cli');
	const printed = execFileSync(process.execPath, [tsx, __filename, ...names], {
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	return JSON.parse(printed);
}

async function main() {
	const names = process.argv.slice(2);
	if (names.length > 0) {
		console.log(JSON.stringify(await runAll(names)));
		process.exit();
	}
	const directory = mkdtempSync(join(tmpdir(), 'certificates-'));
	try {
		const { trusted, all } = await makeCertificates(directory);
		const env = { NODE_EXTRA_CA_CERTS: trusted, CERTIFICATES: all, NO_PROXY: '' };
		const blocked = inProcess(['refused'], { ...env, N8N_SSRF_PROTECTION_ENABLED: 'true' });
		const { runs, tested } = inProcess(Object.keys(CASES), env);
		runs['blocked by n8n'] = blocked.runs.refused;
		console.log(JSON.stringify({ runs, tested }));
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

void main();
