/** From the measures to Markdown. */
import type { Measures } from './stopWatch';
import { NAMES, type Case, type Contender } from './grid';

export interface Result {
	case: Case;
	/** By contender, in the order in which they were run. */
	runs: Map<Contender, Runs>;
}

export interface Runs {
	/** The first ones of a process: V8 still compiles, and this node has yet to find how many requests at a time. */
	warmUp: Measures[];
	counted: Measures[];
}

const HEAD = [
	...['items', 'reply after', 'fields', 'node', 'first', 'second', 'wall', 'CPU', 'peak memory'],
	...['under way', 'wall : credential', 'wall : pasted', 'CPU : pasted', 'memory : pasted'],
];

/** A row for each contender; `first` and `second` are the first two runs of a process, all else are medians. */
export function table(results: Result[]): string {
	const rows = results.flatMap(({ case: { items, latency, fields }, runs }) => {
		const all = new Map([...runs].map(([name, { counted }]) => [name, medians(counted)]));
		const pasted = all.get('pasted');
		return [...all].map(([name, own]) => [
			...[`${items}`, `${latency} ms`, fields, NAMES[name]],
			...[0, 1].map((index) => seconds(runs.get(name)?.warmUp[index]?.wall)),
			...[
				seconds(own.wall),
				seconds(own.cpu),
				`${own.memory.toFixed(0)} MB`,
				`${own.mostUnderWay}`,
			],
			ratio(own.wall, all.get('credential')?.wall),
			ratio(own.wall, pasted?.wall),
			// The kernel's clock ticks are too coarse for a few items.
			items < 100 ? '' : ratio(own.cpu, pasted?.cpu),
			ratio(own.memory, pasted?.memory),
		]);
	});
	const line = HEAD.map((name) => (/^(fields|node)$/.test(name) ? '---' : '--:'));
	return [HEAD, line, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const medians = (runs: Measures[]) => ({
	wall: median(runs.map(({ wall }) => wall)),
	cpu: median(runs.map(({ cpu }) => cpu)),
	memory: median(runs.map(({ memory }) => memory)),
	mostUnderWay: median(runs.map(({ mostUnderWay }) => mostUnderWay)),
});

/** Of an odd number. */
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[(numbers.length - 1) / 2];

const seconds = (value: number | undefined) => (value === undefined ? '' : `${value.toFixed(2)} s`);

const ratio = (a: number, b: number | undefined) => (b === undefined ? '' : (a / b).toFixed(2));
