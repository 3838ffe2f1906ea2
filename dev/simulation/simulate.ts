import { createConcurrency } from '../../nodes/ClientPoint/execution/pace/concurrency';
import { createGates } from '../../nodes/ClientPoint/execution/pace/gate';
import { sendItems } from '../../nodes/ClientPoint/execution/pace/items';
import { createVirtualClock } from './clock';
import { seeded, type Answer, type Model } from './models';

/** Executions that send to one account. */
export interface Arrival {
	executions: number;
	/** How many each has. */
	items: number;
	/** When the first begins, and how much later each next one. */
	at?: number;
	apart?: number;
}

export interface Course {
	/** Milliseconds until the last item has ended. */
	time: number;
	/** The most requests under way. */
	most: number;
	requests: number;
	/** How many items ended so. */
	ended: Record<Answer['kind'], number>;
	/** By arrival: the longest that an execution waited until its first item was sent. */
	waited: number[];
}

export interface Options {
	seed?: number;
	/** A number that stays the same, instead of the one that is found. */
	fixed?: number;
	/** Whether each execution has a gate of its own, as if it were alone. */
	isApart?: boolean;
}

/** Sends it all to a model API through the gate, in virtual time. */
export async function simulate(
	model: Model,
	arrivals: Arrival[],
	{ seed = 1, fixed, isApart = false }: Options = {},
): Promise<Course> {
	const random = seeded(seed);
	const clock = createVirtualClock(seeded(seed).next);
	const serve = model(random);
	const gateOf = createGates(clock, () =>
		fixed ? { limit: fixed, settled() {} } : createConcurrency(),
	);
	const ended = { done: 0, postponed: 0, unknown: 0 };
	const course: Course = { time: 0, most: 0, requests: 0, ended, waited: arrivals.map(() => 0) };
	let underWay = 0;

	const execute = async (account: string, arrival: number, items: number, at: number) => {
		if (at > 0) await clock.sleep(at);
		const indexes = Array.from({ length: items }, (_, index) => index);
		const { signal: stop } = new AbortController();
		const gate = gateOf(account);
		await sendItems(indexes, { max: fixed ?? 50, stop, gate }, async (item, settled) => {
			const from = clock.now();
			if (item === 0) course.waited[arrival] = Math.max(course.waited[arrival], from - at);
			underWay += 1;
			course.requests += 1;
			course.most = Math.max(course.most, underWay);
			const { kind, at: end, pause: retryAfter } = serve(from, underWay);
			await clock.sleep(end - from);
			underWay -= 1;
			if (settled({ kind, milliseconds: end - from, retryAfter })) return;
			ended[kind] += 1;
			course.time = clock.now();
		});
	};

	for (const [arrival, { executions, items, at = 0, apart = 0 }] of arrivals.entries()) {
		for (let number = 0; number < executions; number += 1) {
			const account = isApart ? `${arrival}.${number}` : 'one';
			void execute(account, arrival, items, at + number * apart);
		}
	}
	await clock.pass();
	return course;
}

/** The fastest of some fixed numbers that leave no outcome unknown. */
export async function bestFixed(model: Model, items: number, seed = 1) {
	let best = { time: Infinity, fixed: 0 };
	for (const fixed of [1, 2, 3, 5, 8, 20, 50]) {
		const { time, ended } = await simulate(model, [{ executions: 1, items }], { seed, fixed });
		if (ended.unknown === 0 && time < best.time) best = { time, fixed };
	}
	return best;
}
