/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never inside n8n */
/** The gate of an account: pauses, cancellations, and that nothing is left; in virtual time. */
import { getEventListeners } from 'node:events';
import { sendItems } from '../../nodes/ClientPoint/execution/pace/items';
import { virtualGate, type Answer, type Settings } from './virtualGate';

const postponed = (retryAfter?: number, milliseconds = 10): Answer => ({
	kind: 'postponed',
	milliseconds,
	retryAfter,
});

describe('a pause', () => {
	it('holds all executions, a little longer than asked; then requests leave one by one, in turn', async () => {
		const { clock, execute, sent, times } = virtualGate();
		execute('a', 1, { answer: (_, resends) => (resends === 0 ? postponed(1000) : undefined) });
		await clock.pass(500);
		for (let lead = 0; lead < 5; lead += 1) execute(`lead${lead}.`, 1);
		await clock.pass(5000);
		expect(sent).toEqual(['a0', 'a0', 'lead0.0', 'lead1.0', 'lead2.0', 'lead3.0', 'lead4.0']);
		expect(times[1]).toBe(10 + 1050);
		expect(times[2] - times[1]).toBe(25);
	});

	it('holds no other account', async () => {
		const { clock, execute } = virtualGate();
		execute('a', 100, { answer: (item) => (item < 9 ? postponed(20_000) : undefined) });
		const other = execute('b', 100, { account: 'other' });
		await clock.pass(5000);
		expect(other.kinds).toHaveLength(100);
	});

	it('doubles where ClientPoint names none; after four more tries an item is given back', async () => {
		const { clock, execute, times } = virtualGate();
		const { kinds } = execute('a', 1, { answer: () => postponed(undefined, 0) });
		await clock.pass();
		const pauses = times.slice(1).map((time, index) => Math.round(time - times[index]));
		expect(pauses).toEqual([526, 1051, 2101, 4201]);
		expect(kinds).toEqual(['postponed']);
	});

	it('of more than a minute is not waited for: its item is given back, the others are tried', async () => {
		const { clock, execute } = virtualGate();
		const { kinds } = execute('a', 3, {
			answer: (item) => (item === 0 ? postponed(60_001) : undefined),
		});
		await clock.pass(200);
		expect(kinds).toEqual(['postponed', 'done', 'done']);
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
		const { clock, execute, sent } = virtualGate();
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
	const { clock, execute } = virtualGate();
	const state = execute('a', 300, {
		answer: (item) => (item === 0 ? { kind: 'unknown', milliseconds: 60_000 } : undefined),
	});
	await clock.pass(10_000);
	expect([state.kinds.length, state.underWay, state.hasEnded]).toEqual([299, 1, false]);
	await clock.pass();
	expect(state.hasEnded).toBe(true);
});

it('nothing is left once all have ended, and a quiet account is forgotten', async () => {
	const { clock, execute, gateOf } = virtualGate();
	const accounts = ['a', 'b'];
	const states = accounts.map((account) =>
		execute(account, 200, {
			account,
			answer: (item, resends) => (item % 50 === 9 && resends === 0 ? postponed(200) : undefined),
		}),
	);
	const gates = accounts.map(gateOf);
	await clock.pass();
	expect(clock.timers).toBe(0);
	for (const { hasEnded, stop } of states) {
		expect([hasEnded, getEventListeners(stop.signal, 'abort')]).toEqual([true, []]);
	}
	await clock.pass(4 * 60_000);
	execute('b', 1, { account: 'b' });
	await clock.pass(2 * 60_000);
	expect(accounts.map((account, at) => gateOf(account) === gates[at])).toEqual([false, true]);
});

it('a task that throws ends its execution, after those under way have ended', async () => {
	const { clock, gateOf } = virtualGate();
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
