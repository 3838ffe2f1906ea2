/** Pauses, on a clock that the test turns. */
import { createPace } from '../../nodes/ClientPoint/execution/pace/pace';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
	jest.restoreAllMocks();
	jest.useRealTimers();
});

function start(random = 0) {
	jest.spyOn(Math, 'random').mockReturnValue(random);
	const stop = new AbortController();
	const pace = createPace(stop.signal);
	/** How long the next request waits. */
	const waited = async () => {
		const from = Date.now();
		for (let wait = pace.quiet(); wait; wait = pace.quiet()) {
			let isOver = false;
			void wait.then(() => (isOver = true));
			while (!isOver) await jest.advanceTimersByTimeAsync(1);
		}
		return Date.now() - from;
	};
	return { stop, pace, waited };
}

it('lets all leave while nobody asks for quiet', async () => {
	const { waited } = start();
	expect([await waited(), await waited(), await waited()]).toEqual([0, 0, 0]);
});

it('is quiet for as long as ClientPoint asks', async () => {
	const { pace, waited } = start();
	expect(pace.postpone(0, 3000)).toBe(true);
	expect(await waited()).toBe(3000);
});

it('is quiet for the longest where several ask', async () => {
	const { pace, waited } = start();
	pace.postpone(0, 3000);
	pace.postpone(1, 1000);
	expect(await waited()).toBe(3000);
});

it('heeds a longer pause that is asked for while it waits', async () => {
	const { pace } = start();
	pace.postpone(0, 1000);
	let isOver = false;
	void pace.quiet()?.then(() => (isOver = true));
	pace.postpone(1, 5000);
	await jest.advanceTimersByTimeAsync(1000);
	expect(isOver).toBe(true);
	expect(pace.quiet()).toBeInstanceOf(Promise);
});

it('doubles the pause for each further try of an item where ClientPoint names none', async () => {
	const { pace, waited } = start();
	const pauses: number[] = [];
	for (let count = 0; count < 4; count += 1) {
		pace.postpone(7);
		pauses.push(await waited());
	}
	expect(pauses).toEqual([500, 1000, 2000, 4000]);
});

it('sends an item again four times, and keeps quiet after the last all the same', async () => {
	const { pace, waited } = start();
	expect([1, 2, 3, 4, 5].map(() => pace.postpone(0, 100))).toEqual([true, true, true, true, false]);
	expect(pace.postpone(1, 100)).toBe(true);
	expect(await waited()).toBe(100);
});

it('gives an item back where the pause is longer than a minute', async () => {
	const { pace, waited } = start();
	expect(pace.postpone(0, 60_001)).toBe(false);
	expect(await waited()).toBe(0);
	expect(pace.postpone(0, 60_000)).toBe(true);
});

it('is a little later than asked, never sooner, so that executions do not come back together', async () => {
	const { pace, waited } = start(0.5);
	pace.postpone(0, 1000);
	expect(await waited()).toBe(1050);
});

it('lets requests leave one by one after a pause, for half a second', async () => {
	const { pace, waited } = start(0.5);
	pace.postpone(0, 1000);
	await waited();
	const gaps: number[] = [];
	while (gaps.length < 30) gaps.push(await waited());
	const spread = gaps.filter((gap) => gap > 0);
	expect(new Set(spread)).toEqual(new Set([25]));
	expect(spread).toHaveLength(20);
	expect(gaps.at(-1)).toBe(0);
});

it('ends a pause when the run stops, and leaves no timer that would hold the process', async () => {
	const { pace, stop } = start();
	pace.postpone(0, 50_000);
	let isOver = false;
	void pace.quiet()?.then(() => (isOver = true));
	await jest.advanceTimersByTimeAsync(1000);
	expect(jest.getTimerCount()).toBe(1);
	stop.abort();
	await jest.advanceTimersByTimeAsync(0);
	expect(isOver).toBe(true);
	expect(jest.getTimerCount()).toBe(0);
	expect(pace.quiet()).toBeUndefined();
});
