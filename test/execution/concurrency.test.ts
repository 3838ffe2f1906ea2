/** The controller's rules one by one, then what they come to against model APIs; all in virtual time. */
import {
	breaksAbove,
	changing,
	models,
	noisy,
	rateLimited,
	steady,
	workers,
	type Model,
} from '../../dev/simulation/models';
import { bestFixed, fixed, simulate } from '../../dev/simulation/simulate';
import {
	createConcurrency,
	type Concurrency,
	type Kind,
} from '../../nodes/ClientPoint/execution/pace/concurrency';

/** A controller, and rounds in step: as many requests leave together as may, and are answered together. */
function lockstep(max = 50) {
	const controller = createConcurrency(max);
	let now = 0;
	return {
		controller,
		get now() {
			return now;
		},
		/** Lets so many rounds pass; returns the number allowed after each. */
		rounds(count: number, milliseconds: number, kind: Kind = 'done') {
			return Array.from({ length: count }, () => {
				now += milliseconds;
				for (let left = controller.limit; left > 0; left -= 1) {
					controller.settled(kind, milliseconds, now);
				}
				return controller.limit;
			});
		},
		/** One reply, some time after the last. */
		reply(kind: Kind, milliseconds = 100, later = milliseconds) {
			now += later;
			controller.settled(kind, milliseconds, now);
			return controller.limit;
		},
	};
}

describe('grows', () => {
	it('from 5', () => {
		expect(createConcurrency(50).limit).toBe(5);
	});

	it.each([1, 2, 4])('from the maximum where that is %s', (max) => {
		expect(createConcurrency(max).limit).toBe(max);
	});

	it('by a step after each whole round, and not before', () => {
		const { reply, rounds } = lockstep();
		expect([1, 2, 3, 4].map(() => reply('done', 100, 0))).toEqual([5, 5, 5, 5]);
		expect(reply('done', 100, 0)).toBe(7);
		expect(rounds(3, 100)).toEqual([9, 11, 13]);
	});

	it('on refusals too: they are replies', () => {
		expect(lockstep().rounds(3, 100, 'refused')).toEqual([7, 9, 11]);
	});

	it.each([1, 3, 6, 50])('up to a maximum of %s', (max) => {
		expect(lockstep(max).rounds(40, 100).at(-1)).toBe(max);
	});

	it('although the first replies are slow, as they are where a server has to wake', () => {
		const { rounds } = lockstep();
		rounds(1, 5000);
		expect(rounds(30, 100).at(-1)).toBe(50);
	});
});

describe('when replies slow down', () => {
	it('stays as it is', () => {
		const { rounds } = lockstep();
		expect(rounds(5, 100)).toEqual([7, 9, 11, 13, 15]);
		// The mean of the latest replies takes a round or two to show it.
		const [, first, second, third] = rounds(4, 190);
		expect([second, third]).toEqual([first, first]);
	});

	it('takes a little slower for chance', () => {
		const { rounds } = lockstep();
		rounds(5, 100);
		expect(rounds(3, 130)).toEqual([17, 19, 21]);
	});

	it('tries fewer when they are much slower', () => {
		const { rounds, controller } = lockstep();
		rounds(8, 100);
		const before = controller.limit;
		expect(Math.min(...rounds(2, 400))).toBe(Math.floor(before * 0.75));
	});

	it('tries fewer after four rounds in which they stay slower, and goes back where that does not help', () => {
		const { rounds } = lockstep();
		rounds(8, 100);
		// In the first round the mean of the latest replies does not show it yet.
		expect(rounds(8, 180)).toEqual([23, 23, 23, 23, 17, 17, 23, 25]);
	});

	it('stays with fewer where that made replies faster', () => {
		const { rounds, controller } = lockstep();
		rounds(8, 100);
		while (rounds(1, 400)[0] > 15);
		const fewer = controller.limit;
		rounds(2, 100);
		// From here on by single steps: what is borne is near.
		expect(controller.limit).toBeLessThanOrEqual(fewer + 2);
	});

	it('goes back and grows on where fewer were no faster', () => {
		const { rounds } = lockstep();
		rounds(8, 100);
		expect(rounds(40, 400).at(-1)).toBe(50);
	});

	it('never goes below 1', () => {
		const { rounds } = lockstep();
		let milliseconds = 100;
		for (let count = 0; count < 60; count += 1) {
			milliseconds *= 1.3;
			for (const limit of rounds(1, milliseconds)) expect(limit).toBeGreaterThanOrEqual(1);
		}
	});
});

describe('when ClientPoint asks for a pause', () => {
	it('halves the number, once for all requests that were under way', () => {
		const { rounds, reply, controller } = lockstep();
		rounds(8, 100);
		expect(controller.limit).toBe(21);
		expect(reply('postponed', 30)).toBe(10);
		expect([1, 2, 3].map(() => reply('postponed', 40, 1))).toEqual([10, 10, 10]);
		expect(reply('postponed', 30, 1000)).toBe(5);
	});

	it('grows by single steps afterwards, each after four rounds', () => {
		const { rounds, reply } = lockstep();
		rounds(8, 100);
		reply('postponed', 30);
		expect(rounds(9, 100)).toEqual([10, 10, 10, 11, 11, 11, 11, 12, 12]);
	});

	it('takes replies to what was sent before for neither fine nor slow', () => {
		const { rounds, reply } = lockstep();
		rounds(8, 100);
		reply('postponed', 30);
		for (let count = 0; count < 100; count += 1) expect(reply('done', 5000, 1)).toBe(10);
	});

	it('comes off 1 again', () => {
		const { rounds, reply } = lockstep();
		for (let count = 0; count < 5; count += 1) reply('postponed', 30);
		expect(rounds(1, 100)).toEqual([1]);
		expect(rounds(200, 100).at(-1)).toBeGreaterThan(20);
	});
});

describe('when an outcome became unknown', () => {
	it('halves the number, and never again reaches the one at which the request left', () => {
		const { rounds, reply, controller } = lockstep();
		rounds(8, 100);
		expect(controller.limit).toBe(21);
		expect(reply('unknown', 30)).toBe(10);
		// 21 was a step of two from 19, so 20 is not known to be borne either.
		expect(Math.max(...rounds(200, 100))).toBe(19);
	});

	it('counts from the number when it left, however many there are when it is missed', () => {
		const { rounds, reply } = lockstep();
		rounds(5, 100);
		const sentAt = 11;
		rounds(10, 100);
		reply('unknown', 1250, 0);
		expect(Math.max(...rounds(200, 100))).toBeLessThan(sentAt);
	});

	it('halves once for all that were under way, and heeds the lowest number', () => {
		const { rounds, reply } = lockstep();
		rounds(8, 100);
		expect(reply('unknown', 30)).toBe(10);
		expect([1, 2, 3].map(() => reply('unknown', 40, 1))).toEqual([10, 10, 10]);
		expect(reply('unknown', 700, 0)).toBeLessThan(9);
	});

	it('stays at 1 where even that was too many', () => {
		const { reply, rounds } = lockstep();
		for (let count = 0; count < 20; count += 1) expect(reply('unknown')).toBeGreaterThanOrEqual(1);
		expect(rounds(50, 100).at(-1)).toBe(1);
	});
});

const seeds = [1, 2, 3, 4, 5];
const found = (model: Model, options: { seed?: number; requests?: number } = {}) => {
	const course = simulate(model, createConcurrency(50), options);
	return { ...course, ratio: course.time / bestFixed(model, 50, options).time };
};

describe.each(Object.entries(models))('1,000 requests: %s', (name, model) => {
	const bearsAnyNumber = name.includes('any number');

	it.each(seeds)('is near the best fixed number, seed %s', (seed) => {
		expect(found(model, { seed }).ratio).toBeLessThanOrEqual(bearsAnyNumber ? 1.6 : 1.2);
	});

	it.each(seeds)('is gentle, seed %s', (seed) => {
		const course = simulate(model, createConcurrency(50), { seed });
		expect(course.unknown).toBeLessThanOrEqual(1);
		expect(course.pauses).toBeLessThanOrEqual(simulate(model, fixed(50), { seed }).pauses / 5);
	});
});

/** What the aims do not name. */
const siblings: Record<string, Model> = {
	'10 ms': steady(10),
	'5 s': steady(5000),
	'1 s noisy': noisy(1000),
	'one at a time, noisy': workers(1, 100, true),
	'3 workers': workers(3, 200),
	'12 workers, noisy': workers(12, 100, true),
	'40 workers, noisy': workers(40, 200, true),
	'5 a second': rateLimited(5, 100),
	'100 a second': rateLimited(100, 100),
	'breaks above 6': breaksAbove(6, 200),
	'breaks above 40': breaksAbove(40, 200),
	'slower and slower, noisy': changing((now) => 200 + now / 50, true),
	'a spell of slow replies': changing((now) => (now > 2000 && now < 6000 ? 1500 : 100), true),
	'three times slower from 1.5 s on': changing((now) => (now > 1500 ? 600 : 200), true),
	'three seconds to wake': () => (now) => ({ at: Math.max(now, 3000) + 200, kind: 'done' }),
};

describe.each(Object.entries(siblings))('a sibling: %s', (_name, model) => {
	it.each(seeds)('never does badly, seed %s', (seed) => {
		const { ratio, unknown } = found(model, { seed });
		expect(ratio).toBeLessThanOrEqual(2.5);
		expect(unknown).toBeLessThanOrEqual(1);
	});
});

it.each(Array.from({ length: 45 }, (_, index) => index + 5))(
	'an API that breaks above %s costs no more outcomes than a step is large',
	(number) => {
		const course = simulate(breaksAbove(number, 200), createConcurrency(50), { requests: 3000 });
		expect(course.unknown).toBeLessThanOrEqual(2);
	},
);

it.each(seeds)('takes half the time of a fixed 5 for 100 requests too, seed %s', (seed) => {
	for (const model of [steady(50), noisy(200), workers(20, 200, true)]) {
		const options = { requests: 100, seed };
		const { time } = simulate(model, createConcurrency(50), options);
		expect(time).toBeLessThan(simulate(model, fixed(5), options).time / 1.9);
	}
});

it.each(seeds)('is at work again after a spell of slow replies, seed %s', (seed) => {
	const controller = createConcurrency(50);
	simulate(siblings['a spell of slow replies'], controller, { seed, requests: 3000 });
	expect(controller.limit).toBeGreaterThanOrEqual(45);
});

/** Replies of all kinds and lengths, without rhyme or reason. */
const chaos: Model = ({ next, noise }) => {
	const share = { postponed: next() / 20, unknown: next() / 20 };
	return (now) => {
		const at = now + Math.round(200 * noise() ** 3);
		const chance = next();
		if (chance < share.unknown) return { at, kind: 'unknown' };
		if (chance < share.unknown + share.postponed) return { at, kind: 'postponed', pause: 500 };
		return { at, kind: 'done' };
	};
};

/** Checks at each reply what holds whatever comes. */
function watched(controller: Concurrency, max: number): Concurrency {
	const numbers = [{ since: 0, limit: controller.limit }];
	let forbidden = Infinity;
	return {
		get limit() {
			return controller.limit;
		},
		settled(kind, milliseconds, now) {
			controller.settled(kind, milliseconds, now);
			const { limit } = controller;
			const then = numbers.findLast(({ since }) => since <= now - milliseconds);
			if (kind === 'unknown') forbidden = Math.min(forbidden, then?.limit ?? Infinity);
			const isSound = Number.isInteger(limit) && limit >= 1 && limit <= max;
			if (!isSound || limit >= Math.max(forbidden, 2)) throw new Error(`Allows ${limit}`);
			numbers.push({ since: now, limit });
		},
	};
}

it.each([1, 2, 3, 5, 6, 17, 50])(
	'whatever comes, stays from 1 to a maximum of %s and below each number that left an outcome unknown',
	(max) => {
		for (const model of [chaos, ...Object.values(models), ...Object.values(siblings)]) {
			for (const seed of model === chaos ? [11, 222, 3333, 44444, 555555] : [1]) {
				simulate(model, watched(createConcurrency(max), max), { seed, requests: 500 });
			}
		}
	},
);
