/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   a command for the developer's machine, never inside n8n */
/**
 * Measures this node against n8n's HTTP Request node in the real n8n.
 *
 *   npm run bench [-- --full] [-- --runs 5] [-- --only 1000/50]
 *   npm run bench -- --full --only 1000/50/expressions/asItComes,keyed
 *
 * The contenders take turns, and the first runs of a process only warm it up, as an n8n in use is. In
 * the full grid, a case in which memory counts has fresh processes; the default grid has no time for that.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { DEFAULT_VERSION, installN8n, type Installed } from '../n8n/install';
import type { N8nProcess } from '../n8n/process';
import { SANDBOX_KEY } from '../sandbox/server';
import type { Measures, Watched } from './api';
import { DEFAULT, FULL, type Case, type Ran } from './grid';
import { prepareUserFolder, startProcesses, stopAll, type Processes } from './processes';
import { aims, ratios, summarize, table, type Result } from './report';
import { CREDENTIAL, lead, measuredWorkflow, pathOf } from './workflows';

const { values: args } = parseArgs({
	options: {
		full: { type: 'boolean', default: false },
		runs: { type: 'string' },
		only: { type: 'string', default: '' },
	},
});
const runsPerCase = Number(args.runs ?? (args.full ? 5 : 3));
const cases = (args.full ? FULL : DEFAULT).filter(({ items, latency, fields, contenders }) =>
	`${items}/${latency}/${fields}/${contenders.join()}`.startsWith(args.only),
);

/** Runs of each contender that are not counted: V8 is still compiling in the first few thousand items. */
const warmUps = (items: number, isFresh: boolean) => {
	if (args.full) return Math.min(20, Math.floor(5_000 / items));
	return isFresh ? 2 : 0;
};

/** Cases of fewer items leave no mark on a process's memory, and share their processes. */
const needsFresh = ({ items }: Case, before: Case | undefined) =>
	!before || (args.full && (items >= 1000 || items !== before.items));

/** The default run ends within five minutes, on a busy machine with fewer runs or cases than it wants. */
const MOST_SECONDS = 270;
const isLate = () => !args.full && performance.now() > MOST_SECONDS * 1000;
const leftOut: string[] = [];

const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');

async function main(folder: string) {
	const installed = installN8n(DEFAULT_VERSION);
	const api = fork(join(__dirname, 'api.ts'), { stdio: 'inherit' });
	const [{ port }] = await once(api, 'message');
	const loadBefore = load();
	const results = await measureAll(installed, api, `http://127.0.0.1:${port}`, folder);
	api.disconnect();
	const [{ model }] = cpus();
	const reached = aims(results);
	console.log(
		[
			`n8n ${installed.version}, ${cpus().length} cores (${model}), ${args.full ? 'the full grid' : 'the default grid'}, medians of ${runsPerCase} alternating runs after runs to warm up.`,
			`Load average before ${loadBefore}, after ${load()}.`,
			...(leftOut.length > 0 ? [`For want of time left out: ${leftOut.join('; ')}.`] : []),
			'This node as a ratio to the HTTP Request node:',
			ratios(results),
			'The measures:',
			table(results),
			...(reached.length > 0 ? ['The aims:', reached] : []),
		].join('\n\n'),
	);
}

async function measureAll(installed: Installed, api: ChildProcess, url: string, folder: string) {
	const template = mkdtempSync(join(folder, 'template-'));
	const kinds = [...new Set(cases.map(({ fields }) => fields))];
	const all = [...new Set(cases.flatMap(({ contenders }) => contenders))];
	const ran: Ran[] = [...all, 'empty'];
	await prepareUserFolder(
		installed,
		template,
		{ type: CREDENTIAL, data: { apiKey: SANDBOX_KEY, baseUrl: url } },
		(credentialId) =>
			kinds.flatMap((fields) =>
				ran.map((contender) => measuredWorkflow(contender, fields, { url, credentialId })),
			),
	);
	const results: Result[] = [];
	let processes: Processes = new Map();
	for (const [index, measured] of cases.entries()) {
		if (index > 0 && isLate()) {
			leftOut.push(`${measured.items} items, ${measured.latency} ms`);
			continue;
		}
		const isFresh = needsFresh(measured, cases[index - 1]);
		if (isFresh) {
			await stopAll(processes);
			processes = await startProcesses(installed, args.full ? measured.contenders : all, template);
		}
		const result = await measureCase(api, measured, processes, isFresh);
		// At once, for a run of an hour may be cut off.
		console.error(`${table([result])}\nload ${load()}`);
		results.push(result);
	}
	await stopAll(processes);
	return results;
}

async function measureCase(
	api: ChildProcess,
	measured: Case,
	processes: Processes,
	isFresh: boolean,
): Promise<Result> {
	const contenders: Ran[] = ['empty', ...measured.contenders];
	const runs = new Map(contenders.map((contender) => [contender, new Array<Measures>()]));
	const notCounted = warmUps(measured.items, isFresh);
	for (let round = 0; round < notCounted + runsPerCase; round += 1) {
		if (round > notCounted && isLate()) {
			leftOut.push(
				`runs of ${measured.items} items, ${measured.latency} ms, after ${round - notCounted}`,
			);
			break;
		}
		const bodies: unknown[] = [];
		for (const contender of contenders) {
			const n8n = processes.get(contender);
			if (!n8n) throw new Error(`no process for ${contender}`);
			const result = await run(api, n8n, contender, measured);
			if (result.sample) bodies.push(JSON.parse(result.sample));
			if (round >= notCounted) runs.get(contender)?.push(result);
		}
		if (!bodies.every((body) => isDeepStrictEqual(body, bodies[0]))) {
			throw new Error(`not the same bodies: ${JSON.stringify(bodies)}`);
		}
	}
	const empty = summarize(runs.get('empty') ?? []);
	const medians: Result['medians'] = {};
	for (const contender of measured.contenders) {
		const { wall, ...rest } = summarize(runs.get(contender) ?? []);
		// What the stop-watch itself takes, which an empty node shows, is not the node's.
		medians[contender] = { wall: wall - empty.wall, ...rest };
	}
	return { case: measured, medians };
}

/** One run of one contender, as the stand-in measured it. */
async function run(
	api: ChildProcess,
	{ pid, url }: N8nProcess,
	contender: Ran,
	{ items, latency, fields }: Case,
): Promise<Measures> {
	const watched: Watched = { pid, latency };
	api.send(watched);
	await once(api, 'message');
	const measures = once(api, 'message');
	const response = await fetch(`${url}/webhook/${pathOf(contender, fields)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ leads: Array.from({ length: items }, (_, number) => lead(number)) }),
	});
	if (!response.ok) throw new Error(`${contender}: ${response.status} ${await response.text()}`);
	const [result]: Measures[] = await measures;
	const expected = contender === 'empty' || contender === 'read' ? 0 : items;
	if (result.requests !== expected) {
		throw new Error(`${contender}: ${result.requests} requests instead of ${expected}`);
	}
	return result;
}

const folder = mkdtempSync(join(tmpdir(), 'clientpoint-bench-'));
// After the processes have been ended, however this ends.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
main(folder).catch((error) => {
	console.error(error);
	process.exit(1);
});
