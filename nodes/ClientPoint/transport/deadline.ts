import type { IExecuteFunctions } from 'n8n-workflow';

/** The time that a request has. */
export interface Deadline {
	signal: AbortSignal;
	/** For requests that end at the deadline too: n8n takes their signal from the context alone. */
	context: IExecuteFunctions;
}

/** Requests that begin within so many milliseconds share a deadline: one for each would cost more. */
const SHARED = 1000;

/** How many share one at most; Node warns of a leak where more than ten listen to one signal. */
const SHARERS = 10;

/**
 * The client's own timeout starts anew with each byte, so an answer that trickles in would never
 * end. It ends at this deadline, at the latest `SHARED` milliseconds after the time allowed, in seconds.
 *
 * Leans on `httpRequestWithAuthentication` of n8n-core 2.41 (and 1.123), which asks `this` for the signal of
 * the execution; `test/execution/options.test.ts` turns red when it no longer does.
 */
export function createDeadlines(context: IExecuteFunctions, timeout: number): () => Deadline {
	const cancelled = context.getExecutionCancelSignal();
	let deadline: Deadline | undefined;
	let madeAt = 0;
	let sharers = 0;
	return () => {
		const now = Date.now();
		sharers += 1;
		if (deadline && now - madeAt < SHARED && sharers <= SHARERS) return deadline;
		const signal = AbortSignal.timeout(timeout * 1000 + SHARED);
		const either = cancelled ? AbortSignal.any([cancelled, signal]) : signal;
		madeAt = now;
		sharers = 1;
		deadline = {
			signal,
			context: Object.create(context, { getExecutionCancelSignal: { value: () => either } }),
		};
		return deadline;
	};
}
