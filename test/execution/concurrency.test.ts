/** The number found: its rules one by one, then what it comes to against model APIs; all in virtual time. */
import {
	breaksAbove,
	changing,
	models,
	rateLimited,
	workers,
	type Model,
} from '../../dev/simulation/models';
import { bestFixed, simulate } from '../../dev/simulation/simulate';
import { createConcurrency, type Reply } from '../../nodes/ClientPoint/execution/pace/concurrency';

/** A number, and rounds in step: as many requests leave together as may, and are answered together. */
function lockstep() {
	const number = createConcurrency();
	let now = 0;
	const reply = (kind: Reply['kind'] = 'done', milliseconds = 100, limitThen?: number) => {
		number.settled({ kind, milliseconds }, now, limitThen);
		return number.limit;
	};
	return {
		reply,
		/** Lets time pass. */
		pass: (milliseconds: number) => (now += milliseconds),
		/** Lets so many rounds pass; returns the number after each. */
		rounds: (count: number, milliseconds = 100, kind: Reply['kind'] = 'done') =>
			Array.from({ length: count }, () => {
				now += milliseconds;
				for (let left = number.limit; left > 0; left -= 1) reply(kind, milliseconds);
				return number.limit;
			}),
	};
}

it('starts with 5 and grows by two after each whole round, up to 50', () => {
	const { reply, rounds } = lockstep();
	expect([1, 2, 3, 4, 5].map(() => reply())).toEqual([5, 5, 5, 5, 7]);
	expect(rounds(3)).toEqual([9, 11, 13]);
	expect(rounds(30).at(-1)).toBe(50);
});

it('stays where a round is much slower than the fastest one, and grows on when it no longer is', () => {
	const { rounds } = lockstep();
	expect(rounds(2, 100)).toEqual([7, 9]);
	expect(rounds(3, 310)).toEqual([9, 9, 9]);
	expect(rounds(2, 290)).toEqual([11, 13]);
});

it('compares refusals with refusals and reads with reads: both are faster than creates', () => {
	const number = createConcurrency();
	const round = (kind: Reply['kind'], milliseconds: number, effect: string) => {
		for (let left = number.limit; left > 0; left -= 1) {
			number.settled({ kind, milliseconds, effect }, 10_000);
		}
		return number.limit;
	};
	expect(round('refused', 5, 'creates')).toBe(7);
	expect(round('done', 20, 'reads')).toBe(9);
	expect(round('done', 300, 'creates')).toBe(11);
});

it.each(['postponed', 'unknown'] as const)(
	'%s halves it, once for all that was under way',
	(kind) => {
		const { reply, rounds } = lockstep();
		rounds(8);
		expect([1, 2, 3].map(() => reply(kind, 30, 21))).toEqual([10, 10, 10]);
		expect(reply('done', 5000)).toBe(10);
	},
);

it('after a pause it grows by one in four rounds', () => {
	const { reply, rounds } = lockstep();
	rounds(8);
	reply('postponed');
	expect(rounds(9)).toEqual([10, 10, 10, 11, 11, 11, 11, 12, 12]);
});

it('after an unknown outcome it grows by one, and stays below the number at which the request was sent', () => {
	const { reply, rounds } = lockstep();
	rounds(3);
	rounds(5);
	expect(reply('unknown', 30)).toBe(10);
	expect(rounds(2)).toEqual([11, 12]);
	expect(Math.max(...rounds(100))).toBeLessThan(21);
	expect(reply('unknown', 30, 11)).toBe(9);
	expect(rounds(100).at(-1)).toBe(10);
});

it('goes no lower than 1, and comes off it again', () => {
	const { reply, rounds, pass } = lockstep();
	for (let count = 0; count < 9; count += 1) {
		pass(1000);
		expect(reply('postponed')).toBeGreaterThanOrEqual(1);
	}
	expect(rounds(300).at(-1)).toBeGreaterThan(20);
});

it('is found anew where it could not grow for ten minutes', () => {
	const { reply, rounds, pass } = lockstep();
	rounds(3);
	reply('unknown');
	expect(rounds(50).at(-1)).toBe(9);
	pass(10 * 60_000);
	expect(rounds(1)).toEqual([2]);
	expect(rounds(40).at(-1)).toBe(50);
});

const found = async (model: Model) => {
	const { time, ended, requests } = await simulate(model, [{ executions: 1, items: 1000 }]);
	const best = await bestFixed(model, 1000);
	return { ...ended, ratio: time / best.time, away: requests - 1000 };
};

it.each(Object.entries(models))('1,000 requests: %s', async (_, model) => {
	const { ratio, unknown, done, away } = await found(model);
	expect(ratio).toBeLessThanOrEqual(1.65);
	expect(unknown).toBeLessThanOrEqual(1);
	expect(done + unknown).toBe(1000);
	expect(away).toBeLessThanOrEqual(60);
});

/** What the models do not name. */
const siblings: Record<string, Model> = {
	'3 workers': workers(3, 200),
	'5 a second': rateLimited(5, 100),
	'breaks above 6': breaksAbove(6, 200),
	'breaks above 40': breaksAbove(40, 200),
	'slower and slower, noisy': changing((now) => 200 + now / 50, true),
	'a spell of slow replies': changing((now) => (now > 2000 && now < 6000 ? 1500 : 100), true),
	'three seconds to wake': () => (now) => ({ at: Math.max(now, 3000) + 200, kind: 'done' }),
};

it.each(Object.entries(siblings))('a sibling: %s', async (_, model) => {
	const { ratio, unknown } = await found(model);
	expect(ratio).toBeLessThanOrEqual(2.5);
	expect(unknown).toBeLessThanOrEqual(1);
});

it('one worker of 2 s leaves none without an answer in 60 s', async () => {
	const model: Model = (random) => {
		const serve = workers(1, 2000)(random);
		return (now, underWay) => {
			const reply = serve(now, underWay);
			return reply.at > now + 60_000 ? { at: now + 60_000, kind: 'unknown' } : reply;
		};
	};
	const { ended } = await simulate(model, [{ executions: 1, items: 2000 }]);
	expect(ended).toEqual({ done: 2000, unknown: 0, postponed: 0 });
});
