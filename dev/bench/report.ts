/** From the measures to Markdown. */
import type { Measures } from './api';
import { NAMES, type Case, type Contender } from './grid';

export type Median = Pick<Measures, 'wall' | 'cpu' | 'memory' | 'mostUnderWay'>;

export interface Result {
	case: Case;
	medians: Partial<Record<Contender, Median>>;
}

/** How many requests the contender of that name has under way, at most. */
const AT_ONCE = 50;

const median = (numbers: number[]) => {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
};

/** The medians of all runs of one contender. */
export const summarize = (runs: Measures[]): Median => ({
	wall: median(runs.map(({ wall }) => wall)),
	cpu: median(runs.map(({ cpu }) => cpu)),
	memory: median(runs.map(({ memory }) => memory)),
	mostUnderWay: median(runs.map(({ mostUnderWay }) => mostUnderWay)),
});

/** Seconds that the run must take at least: to read all items, and to wait for all replies. */
const floor = ({ items, latency }: Case, read: Median) =>
	read.wall + (Math.ceil(items / AT_ONCE) * latency) / 1000;

const ratio = (a: number | undefined, b: number | undefined) =>
	a === undefined || b === undefined ? '' : (a / b).toFixed(2);

const cellsOf = ({ items, latency, fields }: Case) => [`${items}`, `${latency} ms`, fields];

const markdown = (head: string[], rows: string[][]) =>
	[head, head.map((name) => (/^(fields|node)$/.test(name) ? '---' : '--:')), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');

export const table = (results: Result[]) =>
	markdown(
		['items', 'reply after', 'fields', 'node', 'wall', 'CPU', 'peak memory', 'under way'],
		results.flatMap(({ case: measured, medians }) =>
			contendersOf(medians).map(([contender, { wall, cpu, memory, mostUnderWay }]) => [
				...cellsOf(measured),
				NAMES[contender],
				`${wall.toFixed(3)} s`,
				`${cpu.toFixed(2)} s`,
				`${memory.toFixed(0)} MB`,
				`${mostUnderWay}`,
			]),
		),
	);

/** This node as a ratio to the others, each way in which it was run. */
export const ratios = (results: Result[]) =>
	markdown(
		[
			'items',
			'reply after',
			'fields',
			'node',
			'wall : credential',
			'wall : pasted',
			'CPU : pasted',
			'memory : pasted',
			'under way : pasted',
			'wall : floor',
		],
		results.flatMap(({ case: measured, medians }) => {
			const { read, pasted, credential } = medians;
			// The kernel's clock ticks are too coarse for a few items; a single item without any wait is
			// below what the stop-watch can tell.
			const isSmall = measured.items < 100;
			const least = read && !(isSmall && measured.latency === 0) && floor(measured, read);
			return contendersOf(medians)
				.filter(([contender]) => ['asItComes', 'at50', 'keyed'].includes(contender))
				.map(([contender, node]) => [
					...cellsOf(measured),
					NAMES[contender],
					ratio(node.wall, credential?.wall),
					ratio(node.wall, pasted?.wall),
					isSmall ? '' : ratio(node.cpu, pasted?.cpu),
					ratio(node.memory, pasted?.memory),
					pasted ? `${node.mostUnderWay} : ${pasted.mostUnderWay}` : '',
					contender === 'at50' && least ? ratio(node.wall, least) : '',
				]);
		}),
	);

/** By the milliseconds of a reply. */
const MOST_OF_CREDENTIAL: Record<number, number> = { 0: 0.25, 50: 0.4, 200: 1.5 };

/**
 * Each aim with its figures, case by case, as far as the grid measured what it speaks of. They are for
 * 1,000 items of expressions, sent by this node as it comes:
 *
 * - of the time of HTTP Request with the credential it takes at most a quarter where replies come at once,
 *   0.4 where they take 50 ms, and 1.5 where they take 200 ms;
 * - of the time of HTTP Request with the key pasted in, at most 1.6 where replies take 50 ms;
 * - of the computing time of that, at most 0.85.
 */
export function aims(results: Result[]): string {
	const lines = results.flatMap(
		({ case: measured, medians: { asItComes, pasted, credential } }) => {
			const { items, latency, fields } = measured;
			const most = MOST_OF_CREDENTIAL[latency];
			if (items !== 1000 || fields !== 'expressions' || !asItComes) return [];
			const aim = (name: string, value: number, limit: number) =>
				`- ${value <= limit ? 'met' : 'NOT MET'}: ${cellsOf(measured).join(', ')}: ${name} ${value.toFixed(2)} (at most ${limit})`;
			return [
				...(credential ? [aim('wall : credential', asItComes.wall / credential.wall, most)] : []),
				...(pasted && latency === 50
					? [aim('wall : key pasted in', asItComes.wall / pasted.wall, 1.6)]
					: []),
				...(pasted ? [aim('CPU : key pasted in', asItComes.cpu / pasted.cpu, 0.85)] : []),
			];
		},
	);
	return lines.join('\n');
}

function contendersOf(medians: Result['medians']): Array<[Contender, Median]> {
	const names: Contender[] = ['read', 'asItComes', 'at50', 'keyed', 'pasted', 'credential'];
	return names.flatMap((name) => {
		const found = medians[name];
		return found ? [[name, found] satisfies [Contender, Median]] : [];
	});
}
