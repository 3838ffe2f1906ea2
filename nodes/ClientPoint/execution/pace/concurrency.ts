import type { Outcome } from '../outcome/outcome';

/** What became of a request. A refusal is a reply as good as any: it says nothing about the number under way. */
export type Kind = Outcome['kind'];

export interface Concurrency {
	/** How many requests may be under way now: a whole number from 1 to the maximum. */
	readonly limit: number;
	/** To be told of each reply: its kind, how many milliseconds it took, and the time in milliseconds. */
	settled(kind: Kind, milliseconds: number, now: number): void;
}

/** As many as nearly every API bears; the number grows from there. */
const START = 5;

/** Growth a round. A step is also how many requests can be one too many at once, so it is small. */
const STEP = 2;

/** Growth a round once there was trouble: what is borne is near. */
const STEP_AFTER_TROUBLE = 1;

/** Fine rounds to a step after a pause: each look at where the rate ends costs one more pause. */
const ROUNDS_AFTER_PAUSE = 4;

/** Replies are slower from this many times the usual on: beyond chance for a mean of SAMPLE replies. */
const SLOWER = 1.5;

/** Slower by so much that waiting for one more round would only lengthen the line. */
const MUCH_SLOWER = 2;

/** Slow rounds after which fewer are tried. */
const PATIENCE = 4;

/** How many replies tell a speed: with delays as uneven as a network's, the mean of fewer misleads. */
const SAMPLE = 24;

/**
 * How far a round moves the usual time, once there were twenty: it follows a change of weather, and hardly
 * the slowness of a longer line. Until then it is the mean of all rounds, since the first are few replies.
 */
const WEIGHT = 0.05;

/** What stays of the number after a pause or an unknown outcome; and where fewer are tried. */
const AFTER_TROUBLE = 0.5;
const TRIAL = 0.75;

/**
 * With 0.75 of the requests under way, replies take 0.75 of the time if a queue was what made them slow. Above this
 * share of the time it was not.
 */
const FASTER = 0.85;

/**
 * Finds how many requests at a time ClientPoint bears, from its replies alone.
 *
 * - After each round (as many fine replies as may be under way) the number grows by a step.
 * - While replies are slower than usual it stays. Where they are much slower, or stay slower, fewer are
 *   tried: if that makes replies faster, the number was the reason; if not, it is given back.
 * - A pause or an unknown outcome halves it, and it never again reaches one at which an outcome became unknown.
 */
export function createConcurrency(max: number): Concurrency {
	let limit = Math.min(START, max);
	let ceiling = max;
	let step = STEP;
	let roundsToStep = 1;
	/** Each number there was, since when, and the highest that was safe if it was not. */
	const history = [{ since: -Infinity, safe: limit - 1 }];
	let shrunkAt = -Infinity;
	let trial: { limit: number; step: number; recent: number } | undefined;

	let usual: number | undefined;
	let roundsAsUsual = 0;
	/** The mean of the latest replies, and of how many. */
	let recent = 0;
	let sampled = 0;
	let fineReplies = 0;
	let fineRounds = 0;
	let slowRounds = 0;

	const change = (to: number, safe: number, now: number) => {
		limit = Math.max(1, Math.min(ceiling, to));
		history.push({ since: now, safe });
	};
	const shrink = (share: number, now: number) => {
		const fewer = Math.floor(limit * share);
		change(fewer, fewer - 1, now);
		shrunkAt = now;
		step = STEP_AFTER_TROUBLE;
		roundsToStep = 1;
		trial = undefined;
		sampled = fineReplies = fineRounds = slowRounds = 0;
	};

	function endRound(now: number) {
		usual ??= recent;
		if (trial) {
			if (sampled < SAMPLE) return;
			const { limit: before, step: stepBefore, recent: slow } = trial;
			trial = undefined;
			if (recent > slow * FASTER) {
				usual = recent;
				step = stepBefore;
				change(before, limit, now);
				return;
			}
		}
		if (recent > usual * SLOWER) {
			slowRounds += 1;
			const isTooSlow = recent > usual * MUCH_SLOWER || slowRounds >= PATIENCE;
			if (!isTooSlow || sampled < SAMPLE || limit === 1) return;
			const tried = { limit, step, recent };
			shrink(TRIAL, now);
			trial = tried;
			return;
		}
		roundsAsUsual += 1;
		usual += (recent - usual) * Math.max(WEIGHT, 1 / roundsAsUsual);
		slowRounds = 0;
		fineRounds += 1;
		if (fineRounds < roundsToStep || limit >= ceiling) return;
		fineRounds = 0;
		change(limit + step, limit, now);
	}

	return {
		get limit() {
			return limit;
		},
		settled(kind, milliseconds, now) {
			const sentAt = now - milliseconds;
			if (kind === 'unknown') {
				const then = history.findLast(({ since }) => since <= sentAt) ?? history[0];
				ceiling = Math.max(1, Math.min(ceiling, then.safe));
			}
			if (sentAt < shrunkAt) {
				// What was sent before the number shrank says nothing about the number now.
				if (limit > ceiling) change(ceiling, ceiling - 1, now);
				return;
			}
			if (kind === 'unknown' || kind === 'postponed') {
				shrink(AFTER_TROUBLE, now);
				if (kind === 'postponed') roundsToStep = ROUNDS_AFTER_PAUSE;
				return;
			}
			sampled += 1;
			recent += (milliseconds - recent) / Math.min(sampled, Math.max(limit, SAMPLE));
			fineReplies += 1;
			if (fineReplies < limit) return;
			fineReplies = 0;
			endRound(now);
		},
	};
}
