/** Model APIs in virtual time: what they answer to a request, and when. */
export interface Answer {
	/** The time of the reply. */
	at: number;
	kind: 'done' | 'postponed' | 'unknown';
	/** Milliseconds for which a postponed reply asks for quiet. */
	pause?: number;
}

/** Answers a request that is sent at `now`, when `underWay` are under way with it. */
export type Api = (now: number, underWay: number) => Answer;

export type Model = (random: Random) => Api;

export interface Random {
	/** From 0 to 1, the same numbers for the same seed. */
	next(): number;
	/** A factor around 1, log-normal with sigma 0.5. */
	noise(): number;
}

export function seeded(seed: number): Random {
	let state = seed;
	const next = () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
	const noise = () =>
		Math.exp(0.5 * Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next()));
	return { next, noise };
}

/** Bears any number, each answered after the delay of the moment in which it comes. */
export const changing =
	(delayAt: (now: number) => number, isNoisy = false): Model =>
	({ noise }) =>
	(now) => ({ at: now + delayAt(now) * (isNoisy ? noise() : 1), kind: 'done' });

/** So many are worked on at a time; the others wait in line. */
export function workers(size: number, delay: number, isNoisy = false): Model {
	return ({ noise }) => {
		const free: number[] = Array.from({ length: size }, () => 0);
		return (now) => {
			const first = free.indexOf(Math.min(...free));
			free[first] = Math.max(now, free[first]) + delay * (isNoisy ? noise() : 1);
			return { at: free[first], kind: 'done' };
		};
	};
}

/** So many a second, and as many at once after a quiet second; beyond, asks for a pause of one. */
export function rateLimited(perSecond: number, delay: number): Model {
	return () => {
		let left = perSecond;
		let last = 0;
		return (now) => {
			left = Math.min(perSecond, left + ((now - last) * perSecond) / 1000);
			last = now;
			if (left < 1) return { at: now + 30, kind: 'postponed', pause: 1000 };
			left -= 1;
			return { at: now + delay, kind: 'done' };
		};
	};
}

/** Leaves the outcome of each request open that is one too many. */
export const breaksAbove =
	(limit: number, delay: number): Model =>
	() =>
	(now, underWay) =>
		underWay > limit ? { at: now + 30, kind: 'unknown' } : { at: now + delay, kind: 'done' };

/** The models that a policy is measured by. */
export const models: Record<string, Model> = {
	'50 ms, any number': changing(() => 50),
	'200 ms, any number': changing(() => 200),
	'1 s, any number': changing(() => 1000),
	'200 ms noisy, any number': changing(() => 200, true),
	'8 workers of 200 ms': workers(8, 200),
	'20 workers of 200 ms noisy': workers(20, 200, true),
	'20 a second, then a pause of 1 s': rateLimited(20, 100),
	'200 ms, breaks above 20': breaksAbove(20, 200),
	'one at a time, 100 ms': workers(1, 100),
};
