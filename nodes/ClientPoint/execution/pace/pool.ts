import { sleep } from 'n8n-workflow';

/** How many tasks may begin before the event loop has a turn. */
const AT_ONCE = 3;

export interface PoolOptions {
	/** How many may be under way now; read before each start, so it may change all the time. */
	limit: () => number;
	/** Whether nothing more is to begin. */
	stopped: () => boolean;
	/** What to wait for before the next begins; `undefined` where it may begin now. */
	quiet?: () => Promise<void> | undefined;
}

/**
 * Runs `task` on each entry, in that order of starting, never more at a time than allowed. A task that
 * gives 'again' has its entry tried again, before the others. Ends when all that began has ended.
 *
 * One loop begins them all. Thus whoever waits holds no place, and after a pause there is no crowd to wake.
 *
 * Only a few begin in one turn of the event loop. Requests reach the network between turns alone, so
 * many begun together would leave together and end together, again and again, and the process would
 * by turns stand idle and have everything to do at once.
 */
export async function runPool<Entry>(
	entries: Entry[],
	{ limit, stopped, quiet = () => undefined }: PoolOptions,
	task: (entry: Entry) => Promise<unknown>,
): Promise<void> {
	const again: number[] = [];
	const failures: unknown[] = [];
	let next = 0;
	let begun = 0;
	let underWay = 0;
	let wake = () => {};
	const oneEnds = () => new Promise<void>((resolve) => (wake = resolve));

	const begin = async (index: number) => {
		underWay += 1;
		try {
			if ((await task(entries[index])) === 'again') again.push(index);
		} catch (error) {
			failures.push(error);
		}
		underWay -= 1;
		wake();
	};

	while (!stopped() && failures.length === 0) {
		const isLeft = again.length > 0 || next < entries.length;
		if (!isLeft && underWay === 0) break;
		const wait = isLeft && underWay < limit() ? quiet() : oneEnds();
		if (wait) {
			await wait;
			continue;
		}
		const index = again.shift() ?? next;
		if (index === next) next += 1;
		void begin(index);
		begun += 1;
		if (begun % AT_ONCE === 0) await sleep(0);
	}
	while (underWay > 0) await oneEnds();
	if (failures.length > 0) throw failures[0];
}
