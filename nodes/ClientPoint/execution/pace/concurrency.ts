import type { Outcome } from '../outcome/outcome';

/** What became of a request. */
export interface Reply {
	kind: Outcome['kind'];
	milliseconds: number;
	/** What it does in ClientPoint: reads are faster than creates, so their speeds are not compared. */
	effect?: string;
}

export type Concurrency = ReturnType<typeof createConcurrency>;

/** The most requests under way for one account, whatever is found. */
const MOST = 50;

/** As many as nearly every API bears; the number grows from there. */
const START = 5;

/** Growth a round. A step is also how many requests can be one too many at once, so it is small. */
const STEP = 2;

/** Rounds to a step after a pause: each look at where the rate ends costs one more pause. */
const ROUNDS_AFTER_PAUSE = 4;

/** Replies that take so many times longer wait in line at ClientPoint: more at a time would lengthen the line. */
const SLOWER = 3;

/** Milliseconds after which a number that could not grow is found anew: ClientPoint may bear more by then. */
const STALE = 10 * 60_000;

/**
 * Finds how many requests at a time ClientPoint bears, from its replies alone. After each round, which is as many
 * replies as may be under way, the number grows by a step, unless the round was much slower than the fastest one. A
 * pause or an unknown outcome halves it; then it grows by one, and stays below what left an outcome unknown.
 */
export function createConcurrency() {
	let limit = START;
	let ceiling = MOST;
	let step = STEP;
	let roundsToStep = 1;
	let shrunkAt = -Infinity;
	let grewAt: number | undefined;
	const rounds = new Map<string, { fastest: number; replies: number; total: number }>();

	const endRound = (isSlow: boolean, now: number) => {
		if (!isSlow && limit < ceiling) {
			limit = Math.min(ceiling, limit + step);
			grewAt = now;
		} else if (limit < MOST && now - (grewAt ??= now) > STALE) {
			// With few, so that no line is left which would pass for the usual speed.
			limit = Math.min(STEP, limit);
			ceiling = MOST;
			step = STEP;
			roundsToStep = 1;
			shrunkAt = grewAt = now;
			rounds.clear();
		}
	};

	return {
		/** How many requests may be under way now: a whole number, at least 1. */
		get limit() {
			return limit;
		},
		/** To be told of each reply, with the limit when its request was sent. */
		settled({ kind, milliseconds, effect }: Reply, now: number, limitThen = limit) {
			if (kind === 'unknown') ceiling = Math.max(1, Math.min(ceiling, limitThen - step));
			// What was sent before the number shrank says nothing about the number now.
			const isLate = now - milliseconds < shrunkAt;
			const isTrouble = kind === 'unknown' || kind === 'postponed';
			if (isTrouble && !isLate) {
				limit = Math.max(1, Math.floor(limit / 2));
				step = 1;
				roundsToStep = kind === 'postponed' ? ROUNDS_AFTER_PAUSE : 1;
				shrunkAt = now;
				for (const round of rounds.values()) round.replies = round.total = 0;
			}
			limit = Math.min(limit, ceiling);
			if (isTrouble || isLate) return;
			// A refusal is a reply as good as any, and often a faster one.
			const name = `${effect} ${kind}`;
			const round = rounds.get(name) ?? { fastest: Infinity, replies: 0, total: 0 };
			rounds.set(name, round);
			round.replies += 1;
			round.total += milliseconds;
			if (round.replies < limit * roundsToStep) return;
			const mean = round.total / round.replies;
			round.fastest = Math.min(round.fastest, mean);
			round.replies = round.total = 0;
			endRound(mean > round.fastest * SLOWER, now);
		},
	};
}
