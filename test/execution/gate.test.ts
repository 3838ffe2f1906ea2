/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never inside n8n */
/** The gate of an account, and the executions that go through it; in virtual time. */
import { getEventListeners } from 'node:events';
import { createVirtualClock } from '../../dev/simulation/clock';
import { breaksAbove, rateLimited, workers, type Model } from '../../dev/simulation/models';
import { simulate } from '../../dev/simulation/simulate';
import { createGates } from '../../nodes/ClientPoint/execution/pace/gate';
import { sendItems, type ItemReply } from '../../nodes/ClientPoint/execution/pace/items';

type Answer = Partial<ItemReply>;

interface Settings {
	max?: number;
	account?: string;
	/** By item and by how often it was sent before; otherwise done after 100 ms. */
	answer?: (item: number, resends: number) => Answer | undefined;
	/** Whether a cancellation ends what is under way. */
	isCutOff?: boolean;
}

function start() {
	const clock = createVirtualClock(() => 0.5);
	const gateOf = createGates(clock);
	/** What was sent, and when. */
	const sent: string[] = [];
	const times: number[] = [];

	const execute = (name: string, count: number, settings: Settings = {}) => {
		const { max = 50, account = 'one', answer = () => undefined } = settings;
		const stop = new AbortController();
		const tries = new Map<number, number>();
		const state = { stop, underWay: 0, most: 0, hasEnded: false, again: 0, kinds: [] as string[] };
		const items = Array.from({ length: count }, (_, item) => item);
		const gate = gateOf(account);
		void sendItems(items, { max, stop: stop.signal, gate }, async (item, settled) => {
			sent.push(`${name}${item}`);
			times.push(clock.now());
			state.underWay += 1;
			state.most = Math.max(state.most, state.underWay);
			const resends = tries.get(item) ?? 0;
			tries.set(item, resends + 1);
			const { kind = 'done', milliseconds = 100, retryAfter } = answer(item, resends) ?? {};
			await clock.sleep(milliseconds);
			state.underWay -= 1;
			const outcome = settings.isCutOff && stop.signal.aborted ? 'unknown' : kind;
			if (!settled({ kind: outcome, milliseconds, retryAfter })) state.kinds.push(outcome);
		}).then(() => (state.hasEnded = true));
		return state;
	};
	return { clock, gateOf, sent, times, execute };
}

const postponed = (retryAfter?: number, milliseconds = 10): Answer => ({
	kind: 'postponed',
	milliseconds,
	retryAfter,
});

describe('turns', () => {
	it('an execution sends its items in order, as many at a time as may be', async () => {
		const { clock, execute, sent } = start();
		execute('a', 5000);
		await clock.pass(50);
		expect(sent).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
	});

	it('executions take turns, so that a lead that comes alone waits for one place', async () => {
		const { clock, execute, sent } = start();
		execute('a', 5000);
		execute('b', 5000);
		await clock.pass(1050);
		execute('lead', 1);
		await clock.pass(100);
		expect(sent).toContain('lead0');
		const shares = ['a', 'b'].map((name) => sent.filter((one) => one.startsWith(name)).length);
		expect(Math.abs(shares[0] - shares[1])).toBeLessThanOrEqual(5);
	});

	it('each keeps to its own Max Concurrency', async () => {
		const { clock, execute } = start();
		const states = [
			execute('a', 500, { max: 1 }),
			execute('b', 500, { max: 3 }),
			execute('c', 500),
		];
		await clock.pass(20_000);
		expect(states.map(({ most }) => most).slice(0, 2)).toEqual([1, 3]);
		expect(states[2].most).toBeGreaterThan(20);
	});

	it('only three begin in one turn of the event loop, of however many executions', async () => {
		const { execute, sent, clock } = start();
		for (let lead = 0; lead < 100; lead += 1) execute(`lead${lead}.`, 1);
		await clock.pass(0);
		expect(sent).toHaveLength(3);
		await clock.pass(1);
		expect(sent).toHaveLength(5);
	});
});

describe('the number found', () => {
	const next = async (quiet: number, before: (world: ReturnType<typeof start>) => void) => {
		const world = start();
		before(world);
		await world.clock.pass(60_000);
		await world.clock.pass(quiet);
		const state = world.execute('next', 1000);
		await world.clock.pass(90);
		return state.most;
	};

	it('stays for the next run, and is forgotten after some quiet minutes', async () => {
		expect(await next(1000, ({ execute }) => execute('a', 1000))).toBe(50);
		expect(await next(6 * 60_000, ({ execute }) => execute('a', 1000))).toBe(5);
	});

	it('does not grow where it was not reached', async () => {
		const leads = ({ execute }: ReturnType<typeof start>) => execute('a', 300, { max: 1 });
		expect(await next(1000, leads)).toBe(5);
	});

	it('does not shrink for what a cancellation cut off', async () => {
		const most = await next(1000, ({ execute, clock }) => {
			const { stop } = execute('a', 3000, { isCutOff: true });
			void clock.sleep(4000).then(() => stop.abort());
		});
		expect(most).toBe(50);
	});

	it('is another for each account, and so is a pause', async () => {
		const { clock, execute } = start();
		execute('a', 100, { answer: (item) => (item < 9 ? postponed(20_000) : undefined) });
		const other = execute('b', 100, { account: 'other' });
		await clock.pass(5000);
		expect(other.kinds).toHaveLength(100);
	});
});

describe('a pause', () => {
	it('holds for the account, a little longer than asked; then requests leave one by one', async () => {
		const { clock, execute, sent, times } = start();
		execute('a', 1, { answer: (_, resends) => (resends === 0 ? postponed(1000) : undefined) });
		await clock.pass(500);
		for (let lead = 0; lead < 5; lead += 1) execute(`lead${lead}.`, 1);
		await clock.pass(5000);
		expect(sent).toEqual(['a0', 'a0', 'lead0.0', 'lead1.0', 'lead2.0', 'lead3.0', 'lead4.0']);
		expect(times[1]).toBe(10 + 1050);
		expect(times[2] - times[1]).toBe(25);
	});

	it('doubles where ClientPoint names none; after four more tries an item is given back', async () => {
		const { clock, execute, times } = start();
		const { kinds } = execute('a', 1, { answer: () => postponed(undefined, 0) });
		await clock.pass();
		const pauses = times.slice(1).map((time, index) => Math.round(time - times[index]));
		expect(pauses).toEqual([526, 1051, 2101, 4201]);
		expect(kinds).toEqual(['postponed']);
	});

	it('of more than a minute is not waited for: its item is given back, the others are tried', async () => {
		const { clock, execute } = start();
		const { kinds } = execute('a', 3, {
			answer: (item) => (item === 0 ? postponed(60_001) : undefined),
		});
		await clock.pass(200);
		expect(kinds).toEqual(['postponed', 'done', 'done']);
	});

	it('delays what was not sent, and turns nothing away', async () => {
		const { clock, execute, sent } = start();
		const { kinds } = execute('a', 40, {
			max: 1,
			answer: (_, resends) => (resends === 0 ? postponed(100, 1) : undefined),
		});
		await clock.pass();
		expect(kinds).toEqual(Array(40).fill('done'));
		expect(sent).toHaveLength(80);
	});
});

/** When an execution of ten items is cancelled, and how many requests it has sent by then. */
const cancellations: Array<[string, number, number, Settings]> = [
	['before anything is sent', 0, 0, {}],
	['while its items wait for a place', 50, 5, {}],
	['while they wait for its Max Concurrency', 50, 1, { max: 1 }],
	['in a pause', 500, 5, { answer: () => postponed(50_000) }],
	['while its requests hang', 5000, 5, { answer: () => ({ milliseconds: 60_000 }) }],
];

it.each(cancellations)(
	'cancelled %s, an execution leaves at once',
	async (_, at, count, settings) => {
		const { clock, execute, sent } = start();
		const state = execute('a', 10, settings);
		if (at > 0) await clock.pass(at);
		state.stop.abort();
		await clock.pass(0);
		expect(state.hasEnded).toBe(state.underWay === 0);
		expect(getEventListeners(state.stop.signal, 'abort')).toEqual([]);
		expect(clock.timers).toBe(state.underWay);
		const other = execute('b', 3);
		await clock.pass();
		expect([state.hasEnded, other.hasEnded]).toEqual([true, true]);
		expect(sent.filter((one) => one.startsWith('a'))).toHaveLength(count);
	},
);

it('a request that hangs holds one place until its timeout, and no other', async () => {
	const { clock, execute } = start();
	const hangs: Answer = { kind: 'unknown', milliseconds: 60_000 };
	const state = execute('a', 300, { answer: (item) => (item === 0 ? hangs : undefined) });
	await clock.pass(10_000);
	expect([state.kinds.length, state.underWay, state.hasEnded]).toEqual([299, 1, false]);
	await clock.pass();
	expect(state.hasEnded).toBe(true);
});

it('nothing is left once all have ended, and a quiet account is forgotten', async () => {
	const { clock, execute, gateOf } = start();
	const states = ['a', 'b', 'c'].map((account) =>
		execute(account, 200, {
			account,
			answer: (item, resends) => (item % 50 === 9 && resends === 0 ? postponed(200) : undefined),
		}),
	);
	const gates = ['a', 'b', 'c'].map(gateOf);
	await clock.pass();
	expect(states.map(({ hasEnded }) => hasEnded)).toEqual([true, true, true]);
	expect(clock.timers).toBe(0);
	for (const { stop } of states) expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
	await clock.pass(4 * 60_000);
	execute('b', 1, { account: 'b' });
	await clock.pass(2 * 60_000);
	expect(['a', 'b', 'c'].map((account, at) => gateOf(account) === gates[at])).toEqual([
		false,
		true,
		false,
	]);
});

it('a task that throws ends its execution, after those under way have ended', async () => {
	const { clock, gateOf } = start();
	const ended: number[] = [];
	const { signal: stop } = new AbortController();
	const sending = sendItems([0, 1, 2, 3], { max: 2, stop, gate: gateOf('one') }, async (item) => {
		if (item === 0) throw new Error('broken');
		await clock.sleep(100);
		ended.push(item);
	});
	sending.catch(() => {});
	await clock.pass();
	await expect(sending).rejects.toThrow('broken');
	expect(ended).toEqual([1]);
});

describe('many executions at once', () => {
	const leads = [{ executions: 200, items: 1 }];

	it('200 leads: an API that breaks above 20 leaves three in doubt at most', async () => {
		const { ended, most } = await simulate(breaksAbove(20, 200), leads);
		expect(ended.done).toBeGreaterThanOrEqual(197);
		expect(ended.done + ended.unknown).toBe(200);
		expect(most).toBeLessThanOrEqual(22);
	});

	it.each([
		['200 leads', leads],
		['20 executions of 50 items', [{ executions: 20, items: 50 }]],
	])('%s: all are done at 20 a second, and few are turned away', async (_, arrivals) => {
		const [{ executions, items }] = arrivals;
		const { ended, requests, time } = await simulate(rateLimited(20, 100), arrivals);
		expect(ended.done).toBe(executions * items);
		expect(requests - ended.done).toBeLessThanOrEqual(60);
		expect(time).toBeLessThan(1.3 * (executions * items - 20) * 50);
	});

	it('200 leads: eight workers are busy, and have no long line', async () => {
		const { time, most } = await simulate(workers(8, 200), leads);
		expect(time).toBeLessThan(1.1 * 5000);
		expect(most).toBeLessThanOrEqual(30);
	});

	it.each<[string, Model]>([
		['bears any number', () => (now) => ({ at: now + 200, kind: 'done' })],
		['breaks above 20', breaksAbove(20, 200)],
	])('a lead among 5,000 items waits for two rounds at most: %s', async (_, model) => {
		const among = { executions: 50, items: 1, at: 1000, apart: 150 };
		const { waited } = await simulate(model, [{ executions: 1, items: 5000 }, among]);
		expect(waited[1]).toBeLessThanOrEqual(400);
	});
});
