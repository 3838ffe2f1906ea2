/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { ROOT } from '../root';
import type { Break } from './breaks';
import { regionsOf, type Regions } from './coverage';

/** What a suite is like when nothing is broken. */
export interface Suite {
	path: string;
	isGreen: boolean;
	milliseconds: number;
	/** By built file. */
	regions: Record<string, Regions>;
}

/** A suite that did not end well. */
interface Red {
	path: string | undefined;
	how: 'is red' | 'takes too long';
}

/** A copy of this project, in which one thing at a time may be broken. */
export interface Worker {
	/** Runs a suite as it is, and sees what of the built package it runs. */
	measure(suite: string): Promise<Suite>;
	/** Which of these suites is the first to turn red or to take too long; `undefined` when none does. */
	noticedBy(broken: Break, suites: Suite[]): Promise<string | undefined>;
	/** Ends what it is doing, and leaves nothing behind. */
	remove(): void;
}

/** Not copied: far too much, or nothing that tests look at. */
const LEFT = ['node_modules', '.git', 'coverage'];

/** How much longer than when nothing is broken a suite may take. */
const limitOf = (milliseconds: number) => milliseconds * 5 + 60_000;

export function createWorker(): Worker {
	const folder = mkdtempSync(join(tmpdir(), 'clientpoint-mutation-'));
	cpSync(ROOT, folder, {
		recursive: true,
		// Else the copy would look older than its sources, and be built anew.
		preserveTimestamps: true,
		filter: (path) => !LEFT.includes(basename(path)),
	});
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));

	let running: ChildProcess | undefined;
	/** Starts jest on these suites, in this order, one after another. */
	const jest = (suites: string[], flags: string[]) => {
		running = spawn(
			process.execPath,
			[
				join('node_modules', 'jest', 'bin', 'jest.js'),
				...['--runTestsByPath', ...suites, '--runInBand', '--forceExit', '--watchman=false'],
				...['--testSequencer', join(folder, 'dev/mutation/sequencer.js'), '--reporters=default'],
				...['--cacheDirectory', join(folder, '.jest')],
				...flags,
			],
			{ cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
		);
		return running;
	};

	/** The first suite that is red or takes too long, and how. One process runs them all: its start takes seconds. */
	const firstRed = async (suites: Suite[]): Promise<Red | undefined> => {
		if (suites.length === 0) return undefined;
		const queue = suites.map(({ path }) => path);
		const limits = suites.map(({ milliseconds }) => limitOf(milliseconds));
		const test = jest(queue, ['--coverage=false']);
		let [open, text, isLate] = [0, '', false];
		const kill = () => test.kill('SIGKILL');
		const watch = () =>
			setTimeout(() => {
				isLate = true;
				kill();
			}, limits[open] ?? 10_000);
		let timer = watch();
		test.stderr?.setEncoding('utf8').on('data', (written: string) => {
			text += written;
			if (/^FAIL /m.test(text)) kill();
			const ended = text.match(/^PASS /gm)?.length ?? 0;
			if (ended === open) return;
			open = ended;
			clearTimeout(timer);
			timer = watch();
		});
		const [code] = await once(test, 'close');
		clearTimeout(timer);
		if (isLate) return { path: queue[open], how: 'takes too long' };
		const [, red] = /^FAIL (\S+)/m.exec(text) ?? [];
		if (!red && code !== 0) throw new Error(`Jest has run nothing: ${text}`);
		return red === undefined ? undefined : { path: red, how: 'is red' };
	};

	return {
		async measure(path) {
			const into = join(folder, 'coverage');
			const startedAt = Date.now();
			const test = jest(
				[path],
				['--coverage', '--coverageReporters', 'json', '--coverageDirectory', into],
			);
			test.stderr?.resume();
			const [code] = await once(test, 'close');
			const milliseconds = Date.now() - startedAt;
			const report = join(into, 'coverage-final.json');
			const regions = existsSync(report)
				? regionsOf(readFileSync(report, 'utf8'), (file) => relative(folder, file))
				: {};
			rmSync(into, { recursive: true, force: true });
			return { path, isGreen: code === 0, milliseconds, regions };
		},
		async noticedBy({ file, start, end, after }, suites) {
			const path = join(folder, file);
			const text = readFileSync(path, 'utf8');
			let open = suites;
			for (;;) {
				writeFileSync(path, text.slice(0, start) + after + text.slice(end));
				const red = await firstRed(open).finally(() => writeFileSync(path, text));
				if (!red) return undefined;
				const suite = open.findIndex((each) => each.path === red.path);
				// A busy machine turns suites red too: the break has done it only if the suite is green without it.
				if (suite === -1 || !(await firstRed([open[suite]]))) {
					return `${red.path ?? 'the end'} ${red.how}`;
				}
				open = open.slice(suite + 1);
			}
		},
		remove() {
			running?.kill('SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
