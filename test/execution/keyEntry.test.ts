/** One idempotency key in a store that other processes write to as well. */
import { createEntry } from '../../nodes/ClientPoint/execution/once/keyEntry';

/** A store which another process writes over so many times, with what it held before. */
function storeWith(overwrites: number) {
	let known = new Set<string>();
	let left = overwrites;
	const records: string[][] = [];
	return {
		records,
		has: (key: string) => known.has(key),
		async record(...keys: string[]) {
			records.push(keys);
			const had = new Set(keys.filter((key) => known.has(key)));
			if (left > 0) left -= 1;
			else known = new Set([...known, ...keys]);
			return had;
		},
		async remove(...keys: string[]) {
			known = new Set([...known].filter((key) => !keys.includes(key)));
		},
	};
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([
	['done', 'done'],
	['in doubt', 'in doubt'],
	['free', 'free'],
] as const)('%s is kept without a wait where the claim stands', async (state, next) => {
	const entry = createEntry(storeWith(0), 'x', 'c');
	expect(await entry.claim()).toMatchObject({ state: 'free' });
	// Would never end if it waited, as no timer goes on here.
	expect(await entry.settle(state)).toBe(true);
	expect(await entry.claim()).toEqual({ state: next, isSameContent: next !== 'free' });
});

it.each([1, 2, 3, 4, 5, 6])(
	'what was written over %i times is written again',
	async (overwrites) => {
		const store = storeWith(overwrites);
		const entry = createEntry(store, 'x', 'c');
		await entry.claim();
		store.records.length = 0;
		const settled = entry.settle('done');
		await jest.advanceTimersByTimeAsync(60_000);
		expect(await settled).toBe(true);
		// It is looked at five times at most; the claim was the first to be written over.
		const looks = Math.min(overwrites + 1, 5);
		expect(store.records).toEqual(Array(looks).fill(['key x']));
		expect(store.has('key x')).toBe(overwrites <= 5);
	},
);
