/** How many requests at a time: what it comes to against model APIs, and what it goes by; in virtual time. */
import {
	breaksAbove,
	changing,
	models,
	rateLimited,
	workers,
	type Model,
} from '../../dev/simulation/models';
import { bestFixed, simulate, type Arrival } from '../../dev/simulation/simulate';
import { virtualGate } from './virtualGate';

/** Answers nothing after a minute. */
const givingUp =
	(model: Model): Model =>
	(random) => {
		const serve = model(random);
		return (now, underWay) => {
			const reply = serve(now, underWay);
			return reply.at > now + 60_000 ? { at: now + 60_000, kind: 'unknown' } : reply;
		};
	};

/** What the models do not name. */
const siblings: Record<string, Model> = {
	'3 workers': workers(3, 200),
	'one worker of 2 s': givingUp(workers(1, 2000)),
	'5 a second': rateLimited(5, 100),
	'breaks above 6': breaksAbove(6, 200),
	'breaks above 40': breaksAbove(40, 200),
	'slower and slower, noisy': changing((now) => 200 + now / 50, true),
	'a spell of slow replies': changing((now) => (now > 2000 && now < 6000 ? 1500 : 100), true),
	'3 s to wake': () => (now) => ({ at: Math.max(now, 3000) + 200, kind: 'done' }),
};

/** How much longer than with the best fixed number it may take, and how many requests may be turned away. */
const bounds = [
	...Object.entries(models).map(([name, model]) => ({ name, model, longer: 1.65, away: 60 })),
	...Object.entries(siblings).map(([name, model]) => ({ name, model, longer: 2.5, away: 160 })),
];

it.each(bounds)('1,000 requests: $name', async ({ model, longer, away }) => {
	const { time, ended, requests } = await simulate(model, [{ executions: 1, items: 1000 }]);
	const best = await bestFixed(model, 1000);
	expect(time / best.time).toBeLessThanOrEqual(longer);
	expect(ended.unknown).toBeLessThanOrEqual(1);
	expect(ended.done + ended.unknown).toBe(1000);
	expect(requests - 1000).toBeLessThanOrEqual(away);
});

// One that breaks is in manyExecutions.test.ts.
describe('many executions on one account', () => {
	const leads: Arrival[] = [{ executions: 200, items: 1 }];

	it('eight workers are busy, and have no long line', async () => {
		const { time, most } = await simulate(workers(8, 200), leads);
		expect(time).toBeLessThan(1.1 * 5000);
		expect(most).toBeLessThanOrEqual(30);
	});

	it.each([leads, [{ executions: 20, items: 50 }]])(
		'%j: all are done at 20 a second, and few are turned away',
		async (...arrivals) => {
			const { ended, requests } = await simulate(rateLimited(20, 100), arrivals.flat());
			expect([ended.postponed, ended.unknown]).toEqual([0, 0]);
			expect(requests - ended.done).toBeLessThanOrEqual(60);
		},
	);

	it('a lead among 5,000 items waits for two rounds at most', async () => {
		const among = { executions: 50, items: 1, at: 1000, apart: 150 };
		const { waited } = await simulate(breaksAbove(20, 200), [
			{ executions: 1, items: 5000 },
			among,
		]);
		expect(waited[1]).toBeLessThanOrEqual(400);
	});
});

describe('the number found', () => {
	/** How many the next execution has under way at once, after one before it and so much quiet. */
	const next = async (
		quiet: number,
		before: (world: ReturnType<typeof virtualGate>) => void,
		milliseconds = 100,
	) => {
		const world = virtualGate();
		before(world);
		await world.clock.pass();
		await world.clock.pass(quiet);
		const state = world.execute('next', 1000, { answer: () => ({ milliseconds }) });
		await world.clock.pass(milliseconds - 10);
		return state.most;
	};

	it('stays for the next run, and is forgotten after some quiet minutes', async () => {
		expect(await next(1000, ({ execute }) => execute('a', 1000))).toBe(50);
		expect(await next(6 * 60_000, ({ execute }) => execute('a', 1000))).toBe(5);
	});

	it('does not grow where it was not reached', async () => {
		expect(await next(1000, ({ execute }) => execute('a', 300, { max: 1 }))).toBe(5);
	});

	it('does not shrink for what a cancellation cut off', async () => {
		const most = await next(1000, ({ execute, clock }) => {
			const { stop } = execute('a', 3000, { isCutOff: true });
			void clock.sleep(4000).then(() => stop.abort());
		});
		expect(most).toBe(50);
	});

	it.each([
		{ kind: 'refused' as const, milliseconds: 5 },
		{ effect: 'reads', milliseconds: 5 },
	])('grows on with creates after faster replies: %j', async (faster) => {
		const { clock, execute } = virtualGate();
		const creates = { effect: 'creates', milliseconds: 300 };
		const state = execute('a', 1000, { answer: (item) => (item < 20 ? faster : creates) });
		await clock.pass();
		expect(state.most).toBe(50);
	});

	it('is halved once for all that is turned away together', async () => {
		const { clock, execute } = virtualGate();
		execute('a', 1000);
		await clock.pass();
		const state = execute('b', 1000, {
			answer: (item, resends) =>
				item < 50 && resends === 0
					? { kind: 'postponed', milliseconds: 40, retryAfter: 1000 }
					: undefined,
		});
		await clock.pass(1800);
		expect(state.most).toBe(50);
		expect(state.underWay).toBe(25);
	});

	it('is found anew ten minutes after an outcome was unknown', async () => {
		const { clock, execute } = virtualGate();
		const lost = { kind: 'unknown' as const, milliseconds: 10 };
		const state = execute('a', 3000, {
			answer: (item) => (item === 4 ? lost : { milliseconds: 1000 }),
		});
		await clock.pass(9 * 60_000);
		expect(state.most).toBe(5);
		await clock.pass();
		expect(state.most).toBe(50);
	});
});
