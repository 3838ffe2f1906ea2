/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/**
 * Breaks one place of the built package at a time and sees whether a test notices:
 *
 *   npm run mutate [-- --sample 60] [-- --seed 1] [-- --only 'form|pace'] [-- --suites 'form|actions'] [-- --workers 2]
 *
 * The checkout stays as it is: copies of it are broken, in the system's folder for temporary files. Of the
 * suites, those run that run the broken place, the fastest first. What takes far too long is noticed too. The
 * list of breaks that went unnoticed is for a person to read: some change nothing that anybody could see.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root';
import { breaksIn, type Break } from './breaks';
import { ran } from './coverage';
import { createKnown } from './known';
import { shuffled } from './shuffled';
import { createWorker, type Suite, type Worker } from './worker';

const { values: args } = parseArgs({
	options: {
		sample: { type: 'string', default: '60' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
		suites: { type: 'string', default: '' },
		workers: { type: 'string', default: '2' },
	},
});

const filesIn = (folder: string, ending: string) =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map(({ parentPath, name }) => join(relative(ROOT, parentPath), name))
		.sort();

const textOf = new Map(
	filesIn('dist', '.js').map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);

/** Line and column, as istanbul counts them. */
function placeOf(file: string, offset: number) {
	const lines = (textOf.get(file) ?? '').slice(0, offset).split('\n');
	return { line: lines.length, column: lines.at(-1)?.length ?? 0 };
}

/** Each worker takes the next entry as soon as it is free. */
async function share<Entry>(
	workers: Worker[],
	entries: Entry[],
	work: (worker: Worker, entry: Entry) => Promise<void>,
) {
	const queue = entries.values();
	await Promise.all(
		workers.map(async (worker) => {
			for (const entry of queue) await work(worker, entry);
		}),
	);
}

/** Whether a suite may run places of the package in other processes, where nobody sees which. */
const startsProcesses = (suite: string) =>
	/child_process|runScript/.test(readFileSync(join(ROOT, suite), 'utf8'));

const oneLine = (text: string) => {
	const line = text.replace(/\s+/g, ' ');
	return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-28)}` : line;
};

const shown = ({ file, start, before, after }: Break) =>
	`${file}:${placeOf(file, start).line}  ${oneLine(before)}  ->  ${oneLine(after)}`;

async function main(workers: Worker[]) {
	const breaks = [...textOf]
		.filter(([file]) => new RegExp(args.only).test(file))
		.flatMap(([file, text]) => breaksIn(file, text));
	const sample = shuffled(breaks, Number(args.seed)).slice(0, Number(args.sample));
	console.log(`${sample.length} of ${breaks.length} breaks, seed ${args.seed}`);

	const known = createKnown([
		...filesIn('dist', ''),
		...filesIn('test', ''),
		...filesIn('dev', ''),
	]);
	const suites: Suite[] = [];
	const isAsked = (path: string) => new RegExp(args.suites).test(path);
	const asked = filesIn('test', '.test.ts').filter(isAsked);
	await share(workers, asked, async (worker, path) => {
		const suite = known.get(path) ?? (await worker.measure(path));
		if (suite.isGreen) known.add(suite);
		const seconds = (suite.milliseconds / 1000).toFixed(0);
		console.log(`${suite.isGreen ? 'green' : 'red, left out'}: ${path}, ${seconds} s`);
		suites.push(suite);
	});
	const green = suites.filter(({ isGreen }) => isGreen);
	green.sort((one, other) => one.milliseconds - other.milliseconds);

	const unnoticed: Break[] = [];
	await share(workers, sample, async (worker, broken) => {
		const { file, start, end } = broken;
		const [from, to] = [placeOf(file, start), placeOf(file, end)];
		const running = green.filter(
			({ path, regions }) => startsProcesses(path) || ran(regions[file] ?? [], from, to),
		);
		const suite = await worker.noticedBy(broken, running);
		if (!suite) unnoticed.push(broken);
		console.log(`${shown(broken)}   ${suite ?? `UNNOTICED by ${running.length} suites`}`);
	});

	console.log('\nUnnoticed:');
	for (const broken of unnoticed) console.log(shown(broken));
	const noticed = sample.length - unnoticed.length;
	const score = ((100 * noticed) / sample.length).toFixed(1);
	console.log(`\nnoticed ${noticed} of ${sample.length}: ${score} %`);
}

// Other programs of the machine come first.
setPriority(5);
const workers = Array.from({ length: Number(args.workers) }, createWorker);
const removeAll = () => workers.forEach((worker) => worker.remove());
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => {
		removeAll();
		process.exit(1);
	});
}
void main(workers).finally(removeAll);
