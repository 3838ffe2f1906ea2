/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
import { setImmediate } from 'node:timers/promises';

/** A clock that jumps from one timer to the next. */
export function createVirtualClock(random: () => number = Math.random) {
	const timers = new Set<{ at: number; ring: () => void }>();
	let time = 0;
	return {
		now: () => time,
		random,
		async sleep(milliseconds: number, stop?: AbortSignal) {
			await new Promise<void>((resolve, reject) => {
				// As in Node, a millisecond at the least.
				const timer = { at: time + Math.max(1, milliseconds), ring: resolve };
				timers.add(timer);
				stop?.addEventListener('abort', () => {
					timers.delete(timer);
					reject(new Error('Stopped'));
				});
			});
		},
		/** How many timers there are. */
		get timers() {
			return timers.size;
		},
		/** Lets time pass: so many milliseconds, or until no timer is left. */
		async pass(milliseconds = Infinity) {
			const until = time + milliseconds;
			for (;;) {
				// Whatever can go on without time does so first.
				await setImmediate();
				let first: { at: number; ring: () => void } | undefined;
				for (const timer of timers) if (!first || timer.at < first.at) first = timer;
				if (!first || first.at > until) break;
				timers.delete(first);
				time = first.at;
				first.ring();
			}
			if (milliseconds < Infinity) time = until;
		},
	};
}
