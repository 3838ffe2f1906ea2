import { sleep } from 'n8n-workflow';

/** How many tasks may begin before the event loop has a turn. */
const AT_ONCE = 3;

/**
 * Runs `task` on each entry, in that order of starting, at most `concurrency` at a time.
 *
 * Only a few begin in one turn of the event loop. Requests reach the network between turns alone, so
 * many begun together would leave together and end together, again and again, and the process would
 * by turns stand idle and have everything to do at once.
 */
export async function runPool<Entry>(
	entries: Entry[],
	concurrency: number,
	task: (entry: Entry) => Promise<void>,
): Promise<void> {
	let next = 0;
	let turn = Promise.resolve();
	const work = async () => {
		while (next < entries.length) {
			const entry = entries[next];
			next += 1;
			if (next % AT_ONCE === 0) turn = turn.then(() => sleep(0));
			await turn;
			await task(entry);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, entries.length) }, work));
}
