import { sleep } from 'n8n-workflow';

/** How often one item is sent again after "come back later". */
const RESENDS = 4;

/** Milliseconds of the first pause where ClientPoint names none; each further one is twice as long. */
const FIRST_PAUSE = 500;

/** Milliseconds; where ClientPoint asks for a longer pause, the item is given back as postponed. */
const LONGEST_PAUSE = 60_000;

/** A pause is up to so much longer than asked: other executions that wait for the same should not come back at once. */
const LONGER = 0.1;

/** Milliseconds after a pause in which requests leave one by one, and the most between two of them: about twenty. */
const SPREAD = 500;
const GAP = 50;

/**
 * Keeps quiet where ClientPoint asks for it. While one item waits nothing else of the run is sent, since
 * ClientPoint asked for quiet and not for this item alone; then the requests leave one by one.
 */
export function createPace(stop: AbortSignal) {
	const resends = new Map<number, number>();
	let quietUntil = -Infinity;
	let nextAt = -Infinity;
	const stopped = new Promise<void>((resolve) => {
		stop.addEventListener('abort', () => resolve(), { once: true });
	});

	/** Ends early when the run stops, and leaves no timer behind that would hold the process. */
	async function rest(milliseconds: number) {
		// An older n8n's sleep takes no signal: there the run goes on at once all the same.
		await Promise.race([sleep(milliseconds, stop).catch(() => {}), stopped]);
	}

	return {
		/** What the next request has to wait for; `undefined` when it may leave now, as it then has to. */
		quiet(): Promise<void> | undefined {
			const now = Date.now();
			if (now < nextAt && !stop.aborted) return rest(nextAt - now);
			if (now < quietUntil + SPREAD) nextAt = now + Math.random() * GAP;
			return undefined;
		},

		/** Heeds "come back later" for an item, by its index; says whether the item is to be sent again. */
		postpone(item: number, retryAfter?: number): boolean {
			const count = resends.get(item) ?? 0;
			const pause = retryAfter ?? FIRST_PAUSE * 2 ** count;
			if (pause > LONGEST_PAUSE) return false;
			quietUntil = Math.max(quietUntil, Date.now() + pause * (1 + Math.random() * LONGER));
			nextAt = Math.max(nextAt, quietUntil);
			resends.set(item, count + 1);
			return count < RESENDS;
		},
	};
}
