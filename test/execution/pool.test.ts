/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   a test, never inside n8n */
/** Who begins when. The tasks end when the test says so; nothing here depends on how long a thing takes. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { createConcurrency } from '../../nodes/ClientPoint/execution/pace/concurrency';
import { createPace } from '../../nodes/ClientPoint/execution/pace/pace';
import { runPool } from '../../nodes/ClientPoint/execution/pace/pool';

/** A pool on so many entries whose tasks are ended by hand. */
function pool(size: number, options: Partial<Parameters<typeof runPool>[1]> = {}) {
	const begun: number[] = [];
	const underWay = new Map<number, (value?: 'again') => void>();
	let hasEnded = false;
	const end = runPool(
		Array.from({ length: size }, (_, index) => index),
		{ limit: () => 2, stopped: () => false, ...options },
		(entry) => {
			begun.push(entry);
			return new Promise((resolve) => {
				underWay.set(entry, (value) => {
					underWay.delete(entry);
					resolve(value);
				});
			});
		},
	).then(() => {
		hasEnded = true;
	});
	return {
		begun,
		underWay,
		end,
		hasEnded: () => hasEnded,
		/** Until nothing more begins: the pool itself sleeps for a moment after every third. */
		async settled() {
			let before = -1;
			while (before !== begun.length) {
				before = begun.length;
				await wait(15);
			}
		},
	};
}

it('begins in order, and never more than may be under way', async () => {
	const { begun, underWay, settled, end } = pool(5);
	await settled();
	expect(begun).toEqual([0, 1]);
	underWay.get(1)?.();
	await settled();
	expect(begun).toEqual([0, 1, 2]);
	while (underWay.size > 0) {
		for (const finish of underWay.values()) finish();
		await settled();
	}
	await end;
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('begins more when the limit has grown, and fewer when it has shrunk', async () => {
	let limit = 1;
	const { begun, underWay, settled } = pool(30, { limit: () => limit });
	await settled();
	limit = 10;
	underWay.get(0)?.();
	await settled();
	expect(underWay.size).toBe(10);
	limit = 4;
	for (const entry of [1, 2, 3, 4, 5]) underWay.get(entry)?.();
	await settled();
	expect(begun).toHaveLength(11);
	underWay.get(6)?.();
	underWay.get(7)?.();
	await settled();
	expect(underWay.size).toBe(4);
	expect(begun).toHaveLength(12);
});

it('heeds a limit that shrank while it gave the event loop a turn', async () => {
	let limit = 50;
	const { begun, settled } = pool(50, { limit: () => limit });
	limit = 3;
	await settled();
	expect(begun).toEqual([0, 1, 2]);
});

it('begins only three in one turn of the event loop', async () => {
	const { begun, settled } = pool(50, { limit: () => 50 });
	expect(begun).toHaveLength(3);
	let before = 3;
	while (begun.length < 50) {
		await turn();
		expect(begun.length - before).toBeLessThanOrEqual(3);
		before = begun.length;
	}
	await settled();
	expect(begun).toHaveLength(50);
});

it('begins nothing more once stopped, and ends when what began has ended', async () => {
	let isStopped = false;
	const { begun, underWay, settled, hasEnded, end } = pool(9, { stopped: () => isStopped });
	await settled();
	isStopped = true;
	underWay.get(0)?.('again');
	await settled();
	expect(begun).toEqual([0, 1]);
	expect(hasEnded()).toBe(false);
	underWay.get(1)?.();
	await end;
	expect(begun).toEqual([0, 1]);
});

it('begins nothing when it was stopped before', async () => {
	const { begun, end } = pool(9, { stopped: () => true });
	await end;
	expect(begun).toEqual([]);
});

it('tries an entry again before the others, and does not end before', async () => {
	const { begun, underWay, settled, end, hasEnded } = pool(3, { limit: () => 1 });
	await settled();
	underWay.get(0)?.('again');
	await settled();
	expect(begun).toEqual([0, 0]);
	underWay.get(0)?.();
	await settled();
	underWay.get(1)?.();
	await settled();
	underWay.get(2)?.('again');
	await settled();
	expect(begun).toEqual([0, 0, 1, 2, 2]);
	expect(hasEnded()).toBe(false);
	underWay.get(2)?.();
	await end;
});

it('waits for quiet before each that begins, also where quiet is asked for while it waits for a place', async () => {
	let quiet: Promise<void> | undefined;
	let isOver = () => {};
	const { begun, underWay, settled } = pool(5, { limit: () => 1, quiet: () => quiet });
	await settled();
	quiet = new Promise((resolve) => (isOver = resolve));
	underWay.get(0)?.();
	await settled();
	expect(begun).toEqual([0]);
	quiet = undefined;
	isOver();
	await settled();
	expect(begun).toEqual([0, 1]);
});

it('ends with the error of a task that fails, after the others have ended', async () => {
	const begun: number[] = [];
	let finish = () => {};
	let hasEnded = false;
	const end = runPool([0, 1, 2, 3], { limit: () => 2, stopped: () => false }, async (entry) => {
		begun.push(entry);
		if (entry === 0) throw new Error('broken');
		await new Promise<void>((resolve) => (finish = resolve));
	}).finally(() => {
		hasEnded = true;
	});
	end.catch(() => {});
	await wait(15);
	expect(begun).toEqual([0, 1]);
	expect(hasEnded).toBe(false);
	finish();
	await expect(end).rejects.toThrow('broken');
});

it('ends at once without entries', async () => {
	await expect(pool(0).end).resolves.toBeUndefined();
});

it('with controller and pace, keeps to the limit through pauses, and does each entry once', async () => {
	const stop = new AbortController();
	const pace = createPace(stop.signal);
	const concurrency = createConcurrency(20);
	const done: number[] = [];
	let underWay = 0;
	let tries = 0;
	const crowded: string[] = [];
	const entries = Array.from({ length: 200 }, (_, index) => index);
	await runPool(
		entries,
		{ limit: () => concurrency.limit, quiet: pace.quiet, stopped: () => stop.signal.aborted },
		async (entry) => {
			underWay += 1;
			tries += 1;
			if (underWay > concurrency.limit) crowded.push(`${underWay} of ${concurrency.limit}`);
			const isPostponed = tries % 60 === 0;
			const sentAt = Date.now();
			await wait(isPostponed ? 1 : 5);
			underWay -= 1;
			const now = Date.now();
			concurrency.settled(isPostponed ? 'postponed' : 'done', now - sentAt, now);
			if (isPostponed && pace.postpone(entry, 20)) return 'again';
			done.push(entry);
			return undefined;
		},
	);
	expect(crowded).toEqual([]);
	expect(done.sort((a, b) => a - b)).toEqual(entries);
});
