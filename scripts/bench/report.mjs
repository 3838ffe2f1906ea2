/** From the measures to Markdown. */
import { NAMES } from './grid.mjs';

export const median = (numbers) => {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
};

/** The medians of all runs of one contender. */
export const summarize = (runs) =>
	Object.fromEntries(
		['wall', 'cpu', 'memory', 'mostInFlight'].map((measure) => [
			measure,
			median(runs.map((run) => run[measure])),
		]),
	);

/** Seconds that the run must take at least: to read all items, and to wait for all replies. */
const floor = ({ items, latency, concurrency = 50 }, read) =>
	read.wall + (Math.ceil(items / concurrency) * latency) / 1000;

const ratio = (a, b) => (a / b).toFixed(2);
const describe = ({ items, latency, fields }) => `${items} items, ${latency} ms, ${fields}`;

/**
 * @param {Array<{ case: import('./grid.mjs').Case, medians: Record<string, ReturnType<typeof summarize>> }>} results
 */
export function table(results) {
	const head = [
		'| items | reply after | fields | node | wall | CPU | peak memory | in flight | wall : floor |',
		'| ----: | ----------: | ------ | ---- | ---: | --: | ----------: | --------: | -----------: |',
	];
	const rows = results.flatMap(({ case: measured, medians }) =>
		Object.entries(medians).map(([contender, { wall, cpu, memory, mostInFlight }]) => {
			const concurrency = { node: 50, node5: 5 }[contender];
			const least = concurrency && floor({ ...measured, concurrency }, medians.read);
			const { items, latency, fields } = measured;
			const cells = [
				items,
				`${latency} ms`,
				fields,
				NAMES[contender],
				`${wall.toFixed(3)} s`,
				`${cpu.toFixed(2)} s`,
				`${memory.toFixed(0)} MB`,
				mostInFlight,
				least ? ratio(wall, least) : '',
			];
			return `| ${cells.join(' | ')} |`;
		}),
	);
	return [...head, ...rows].join('\n');
}

/** This node at concurrency 50 as a ratio to the others. */
export function ratios(results) {
	const head = [
		'| items | reply after | fields | wall : credential | wall : pasted | CPU : pasted | memory : pasted | in flight : pasted | wall : floor |',
		'| ----: | ----------: | ------ | ----------------: | ------------: | -----------: | --------------: | -----------------: | -----------: |',
	];
	const rows = results.map(({ case: measured, medians }) => {
		const { items, latency, fields } = measured;
		const { read, node, pasted, credential } = medians;
		const cells = [
			items,
			`${latency} ms`,
			fields,
			credential ? ratio(node.wall, credential.wall) : '',
			ratio(node.wall, pasted.wall),
			// The kernel's clock ticks are too coarse for a few items.
			items < 100 ? '' : ratio(node.cpu, pasted.cpu),
			ratio(node.memory, pasted.memory),
			`${node.mostInFlight} : ${pasted.mostInFlight}`,
			// A single item without any wait is below what the stop-watch can tell.
			items < 100 && latency === 0 ? '' : ratio(node.wall, floor(measured, read)),
		];
		return `| ${cells.join(' | ')} |`;
	});
	return [...head, ...rows].join('\n');
}

/** Each aim with its figures, case by case. */
export function aims(results) {
	const lines = results.flatMap(
		({ case: measured, medians: { read, node, pasted, credential } }) => {
			const aim = (name, value, most) =>
				`- ${value <= most ? 'met' : 'NOT MET'}: ${describe(measured)}: ${name} ${value.toFixed(2)} (at most ${most})`;
			const least = floor(measured, read);
			return [
				...(measured.items === 1000
					? [
							aim('wall : HTTP Request with the credential', node.wall / credential.wall, 0.5),
							aim('CPU : key pasted in', node.cpu / pasted.cpu, 1),
							aim('memory : key pasted in', node.memory / pasted.memory, 1),
						]
					: []),
				...(measured.items === 1000 && measured.latency === 50
					? [aim('wall : key pasted in', node.wall / pasted.wall, 1.2)]
					: []),
				aim('wall : time to read + items × latency / concurrency', node.wall / least, 1.15),
			];
		},
	);
	return lines.join('\n');
}
