/** How many requests share a deadline, and for how long. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { createDeadlines } from '../../nodes/ClientPoint/transport/deadline';

afterEach(() => jest.useRealTimers());

const contextOf = (cancelled?: AbortSignal) =>
	({ getExecutionCancelSignal: () => cancelled }) as unknown as IExecuteFunctions;

/** How many of the requests that begin at these milliseconds share each deadline, in turn. */
function shared(...beginnings: number[]): number[] {
	jest.useFakeTimers({ doNotFake: ['setTimeout', 'nextTick'] });
	const next = createDeadlines(contextOf(), 60);
	const signals = beginnings.map((at) => {
		jest.setSystemTime(at);
		return next().signal;
	});
	return [...new Set(signals)].map((signal) => signals.filter((each) => each === signal).length);
}

it('ten at most, because Node warns of a leak beyond', () =>
	expect(shared(...Array<number>(25).fill(0))).toEqual([10, 10, 5]));

it('those of one second', () => {
	expect(shared(0, 400, 999)).toEqual([3]);
	expect(shared(0, 1000, 1999, 2000)).toEqual([1, 2, 1]);
});

it('a request ends with the execution too, and n8n takes that from the context', () => {
	const execution = new AbortController();
	const { signal, context } = createDeadlines(contextOf(execution.signal), 60)();
	expect(context.getExecutionCancelSignal()).toBe(context.getExecutionCancelSignal());
	expect([signal.aborted, context.getExecutionCancelSignal()?.aborted]).toEqual([false, false]);
	execution.abort();
	expect([signal.aborted, context.getExecutionCancelSignal()?.aborted]).toEqual([false, true]);
});
