import { sleep } from 'n8n-workflow';
import type { Outcome } from './outcome';

/** How often one item is sent again after "come back later". */
const RESENDS = 4;

/** Milliseconds of the first pause where ClientPoint names none; each further one is twice as long. */
const FIRST_PAUSE = 500;

/** Milliseconds; where ClientPoint asks for a longer pause, the item is given back as postponed. */
const LONGEST_PAUSE = 60_000;

/**
 * Sends with patience: a postponed item waits and is sent again, and while one waits nothing else of
 * the run is sent, since ClientPoint asked for quiet and not for this item alone.
 *
 * Once `stop` is aborted nothing more is sent: an item comes back with its last outcome, or with
 * `undefined` when it was never sent.
 */
export function createPace(stop: AbortSignal) {
	let quietUntil = 0;
	const stopped = new Promise<void>((resolve) => {
		stop.addEventListener('abort', () => resolve(), { once: true });
	});

	return async function sendPatiently(send: () => Promise<Outcome>): Promise<Outcome | undefined> {
		let outcome: Outcome | undefined;
		for (let resends = 0; resends <= RESENDS; resends += 1) {
			while (quietUntil > Date.now() && !stop.aborted) {
				await Promise.race([sleep(quietUntil - Date.now()), stopped]);
			}
			if (stop.aborted) return outcome;
			outcome = await send();
			if (outcome.kind !== 'postponed') return outcome;
			const pause = outcome.retryAfter ?? FIRST_PAUSE * 2 ** resends;
			if (pause > LONGEST_PAUSE) return outcome;
			quietUntil = Math.max(quietUntil, Date.now() + pause);
		}
		return outcome;
	};
}
