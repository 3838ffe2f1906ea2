/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/**
 * Measures this node against n8n's HTTP Request node in the real n8n: `npm run bench`, or
 * `npm run bench -- --grid` for every size and kind. The contenders take turns. Over https, as ClientPoint is: plain
 * http costs this node's credential a proxy of its own at each request.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generate } from 'selfsigned';
import { DEFAULT_VERSION, installN8n, type Installed } from '../n8n/install';
import type { N8nProcess } from '../n8n/process';
import { startSandbox } from '../sandbox/server';
import { DEFAULT, GRID, type Case, type Contender } from './grid';
import { prepareUserFolder, startProcesses, stopAll, type Processes } from './processes';
import { table, type Result, type Runs } from './report';
import { createStopWatch, type Measures } from './stopWatch';
import { lead, pathOf } from './workflows';

const cases = process.argv.includes('--grid') ? GRID : DEFAULT;

const COUNTED = 3;

/** Runs in fresh processes that only warm them up; all later cases of that size share the processes. */
const warmUpsFor = (items: number) => Math.max(2, Math.min(20, Math.floor(3000 / items)));

const load = () => readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');

type StopWatch = ReturnType<typeof createStopWatch>;

/** The file of the certificate that the measured processes trust. */
const TRUSTED = 'trusted.pem';

async function main(folder: string) {
	const installed = installN8n(DEFAULT_VERSION);
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
	});
	writeFileSync(join(folder, TRUSTED), cert);
	const sandbox = await startSandbox({ key, cert });
	const loadBefore = load();
	const measure = createStopWatch(sandbox);
	const results = await measureAll(installed, measure, sandbox.url, folder);
	await sandbox.close();
	const [{ model }] = cpus();
	console.log(
		[
			`n8n ${installed.version}, ${cpus().length} cores (${model}), medians of ${COUNTED} runs by turns.`,
			`Load average before ${loadBefore}, after ${load()}.`,
			table(results),
		].join('\n\n'),
	);
}

async function measureAll(installed: Installed, measure: StopWatch, url: string, folder: string) {
	const template = mkdtempSync(join(folder, 'template-'));
	const contenders = [...new Set(cases.flatMap((each) => each.contenders))];
	const kinds = [...new Set(cases.map(({ fields }) => fields))];
	await prepareUserFolder(installed, template, url, contenders, kinds);
	const results: Result[] = [];
	let processes: Processes = new Map();
	for (const [index, measured] of cases.entries()) {
		const isFresh = measured.items !== cases[index - 1]?.items;
		if (isFresh) {
			await stopAll(processes);
			processes = await startProcesses(installed, contenders, template, join(folder, TRUSTED));
		}
		const warmUps = isFresh ? warmUpsFor(measured.items) : 0;
		const result = await measureCase(measure, measured, processes, warmUps);
		// At once, for a run of an hour may be cut off.
		console.error(`${table([result])}\nload ${load()}`);
		results.push(result);
	}
	await stopAll(processes);
	return results;
}

async function measureCase(
	measure: StopWatch,
	measured: Case,
	processes: Processes,
	warmUps: number,
): Promise<Result> {
	const runs = new Map<Contender, Runs>();
	for (const contender of measured.contenders) runs.set(contender, { warmUp: [], counted: [] });
	for (let round = 0; round < warmUps + COUNTED; round += 1) {
		const bodies: unknown[] = [];
		for (const [contender, { warmUp, counted }] of runs) {
			const n8n = processes.get(contender);
			if (!n8n) throw new Error(`no process for ${contender}`);
			const measures = await run(measure, n8n, contender, measured);
			bodies.push(measures.sample);
			(round < warmUps ? warmUp : counted).push(measures);
		}
		if (!bodies.every((body) => isDeepStrictEqual(body, bodies[0]))) {
			throw new Error(`not the same bodies: ${JSON.stringify(bodies)}`);
		}
	}
	return { case: measured, runs };
}

/** One run of one contender. */
async function run(
	measure: StopWatch,
	{ pid, url }: N8nProcess,
	contender: Contender,
	{ items, latency, fields }: Case,
): Promise<Measures> {
	const leads = Array.from({ length: items }, (_, number) => lead(number));
	const measures = await measure(pid, latency, async () => {
		const response = await fetch(`${url}/webhook/${pathOf(contender, fields)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ leads }),
		});
		if (!response.ok) throw new Error(`${contender}: ${response.status} ${await response.text()}`);
	});
	if (measures.requests !== items) {
		throw new Error(`${contender}: ${measures.requests} requests instead of ${items}`);
	}
	return measures;
}

const folder = mkdtempSync(join(tmpdir(), 'clientpoint-bench-'));
// After the processes have been ended, however this ends.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
main(folder).catch((error) => {
	console.error(error);
	process.exit(1);
});
