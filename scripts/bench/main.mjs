/**
 * Measures this node against n8n's HTTP Request node in the real n8n.
 *
 *   npm run bench [-- --full] [-- --runs 5] [-- --only 1000/50/static]
 *
 * Each contender has an n8n process of its own, so that the memory of one says nothing of another, and
 * a fresh one for each case in which memory counts. The contenders take turns, and their first runs
 * only warm them up, as an n8n in use is.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { DEFAULT, FULL } from './grid.mjs';
import { installN8n } from '../n8n/install.ts';
import { prepareUserFolder, startN8n } from './n8n.mjs';
import { aims, ratios, summarize, table } from './report.mjs';
import { CREDENTIAL, KEY, lead, workflow } from './workflows.mjs';

const N8N = '2.41.1';

/** Runs of each contender that are not counted: V8 is still compiling in the first few thousand items. */
const warmUps = (items) => Math.min(20, Math.floor(5_000 / items));

/** Cases of fewer items leave no mark on a process's memory, and share their processes. */
const FRESH_FROM = 1000;

const { values: args } = parseArgs({
	options: {
		full: { type: 'boolean', default: false },
		runs: { type: 'string', default: '5' },
		only: { type: 'string', default: '' },
	},
});
const installed = installN8n(N8N);
const cases = (args.full ? FULL : DEFAULT).filter(({ items, latency, fields }) =>
	`${items}/${latency}/${fields}`.startsWith(args.only),
);
const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
const say = (text) => process.stderr.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'clientpoint-bench-'));
const api = fork(new URL('api.mjs', import.meta.url), { stdio: 'inherit' });
// After n8n.mjs has ended what still runs, however this ends.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const [{ port }] = await once(api, 'message');
const loadBefore = load();
print(await measureAll(`http://127.0.0.1:${port}`), loadBefore);
api.disconnect();

async function measureAll(url) {
	const template = mkdtempSync(join(folder, 'template-'));
	const kinds = [...new Set(cases.map(({ fields }) => fields))];
	const contenders = [...new Set(cases.flatMap((measured) => measured.contenders)), 'empty'];
	await prepareUserFolder(
		installed,
		template,
		{ type: CREDENTIAL, data: { apiKey: KEY, baseUrl: url } },
		(credentialId) =>
			kinds.flatMap((fields) =>
				contenders.map((contender) => workflow(contender, fields, { url, credentialId })),
			),
	);
	const results = [];
	let processes = {};
	for (const [index, measured] of cases.entries()) {
		const { items, contenders: own } = measured;
		if (items >= FRESH_FROM || items !== cases[index - 1]?.items) {
			await stopAll(processes);
			processes = await startProcesses(['empty', ...own], template);
		}
		const result = await measureCase(measured, processes);
		// At once, for a run of an hour may be cut off.
		say(`${table([result])}\nload ${load()}`);
		results.push(result);
	}
	await stopAll(processes);
	return results;
}

async function stopAll(processes) {
	await Promise.all([...new Set(Object.values(processes))].map((n8n) => n8n.stop()));
}

async function measureCase(measured, processes) {
	const { items } = measured;
	const contenders = ['empty', ...measured.contenders];
	const runs = Object.fromEntries(contenders.map((contender) => [contender, []]));
	for (let round = 0; round < warmUps(items) + Number(args.runs); round += 1) {
		const bodies = [];
		for (const contender of contenders) {
			const result = await run(processes[contender], contender, measured);
			if (result.sample) bodies.push(JSON.parse(result.sample));
			if (round >= warmUps(items)) runs[contender].push(result);
		}
		if (!bodies.every((body) => isDeepStrictEqual(body, bodies[0]))) {
			throw new Error(`not the same bodies: ${JSON.stringify(bodies)}`);
		}
	}
	const { empty, ...medians } = Object.fromEntries(
		contenders.map((contender) => [contender, summarize(runs[contender])]),
	);
	// What the stop-watch itself takes, which an empty node shows, is not the node's.
	for (const median of Object.values(medians)) median.wall -= empty.wall;
	return { case: measured, medians };
}

/** One n8n process for each contender; those that nothing is compared with share one. */
async function startProcesses(contenders, template) {
	const owner = (contender) => (/^(empty|node5)$/.test(contender) ? 'others' : contender);
	const owners = [...new Set(contenders.map(owner))];
	const started = await Promise.all(
		owners.map(() => {
			const userFolder = mkdtempSync(join(folder, 'n8n-'));
			cpSync(template, userFolder, { recursive: true });
			// A port that was free can be taken by another process before n8n listens on it.
			return startN8n(installed, userFolder).catch((error) => {
				say(String(error));
				return startN8n(installed, userFolder);
			});
		}),
	);
	return Object.fromEntries(
		contenders.map((contender) => [contender, started[owners.indexOf(owner(contender))]]),
	);
}

/** One run of one contender, as the stand-in measured it. */
async function run({ pid, url }, contender, { items, latency, fields }) {
	api.send({ pid, latency });
	await once(api, 'message');
	const measures = once(api, 'message');
	const response = await fetch(`${url}/webhook/${contender}-${fields}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ leads: Array.from({ length: items }, (_, number) => lead(number)) }),
	});
	if (!response.ok) throw new Error(`${contender}: ${response.status} ${await response.text()}`);
	const [result] = await measures;
	const expected = ['empty', 'read'].includes(contender) ? 0 : items;
	if (result.requests !== expected) {
		throw new Error(`${contender}: ${result.requests} requests instead of ${expected}`);
	}
	return result;
}

function print(results, loadBefore) {
	const [{ model }] = cpus();
	console.log(
		[
			`n8n ${N8N}, ${cpus().length} cores (${model}), ${args.full ? 'the full grid' : 'the default grid'}, medians of ${args.runs} alternating runs after runs to warm up (5,000 items, 20 runs at most; none for 10,000).`,
			`Load average before ${loadBefore}, after ${load()}.`,
			'This node at concurrency 50 as a ratio to the HTTP Request node:',
			ratios(results),
			'The measures:',
			table(results),
			'The aims:',
			aims(results),
		].join('\n\n'),
	);
}
