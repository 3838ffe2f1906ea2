import { sleep } from 'n8n-workflow';
import { createConcurrency, type Concurrency, type Reply } from './concurrency';

/**
 * How many requests may begin before the event loop has a turn. Requests reach the network between turns alone, so
 * many begun together would leave together and end together, again and again, and the process would by turns
 * stand idle and have everything to do at once.
 */
const AT_ONCE = 3;

/** A pause is up to so much longer than asked: other processes that wait for the same should not come back at once. */
const LONGER = 0.1;

/** Milliseconds after a pause in which requests leave one by one, and the most between two of them: about twenty. */
const SPREAD = 500;
const GAP = 50;

/** Milliseconds for which an account that sends nothing is remembered. */
const KEPT = 5 * 60_000;

export interface Clock {
	now(): number;
	random(): number;
	sleep(milliseconds: number, stop?: AbortSignal): Promise<void>;
}

const realClock: Clock = { now: () => Date.now(), random: () => Math.random(), sleep };

/** A request's place among those under way. */
export interface Place {
	/** Gives it back, with the reply where there is one; only the first call counts. */
	leave(reply?: Reply): void;
}

export type Gate = ReturnType<typeof createGate>;

/**
 * Lets out the requests of one account: as many at a time as ClientPoint bears, and none while it asks for quiet.
 *
 * One loop admits them all. So a request that waits holds no place, and after a pause there is no crowd to wake.
 */
function createGate({ now, random, sleep }: Clock, concurrency: Concurrency) {
	/** Each execution waits for one place at a time, so they take turns. */
	const queue = new Set<() => void>();
	let underWay = 0;
	let admitted = 0;
	let usedAt = now();
	let quietUntil = -Infinity;
	let nextAt = -Infinity;
	let isAtWork = false;
	let wake = () => {};

	async function work() {
		isAtWork = true;
		while (queue.size > 0) {
			if (underWay >= concurrency.limit) await new Promise<void>((resolve) => (wake = resolve));
			else if (now() < nextAt) await rest(nextAt - now());
			else {
				const [admit] = queue;
				admit();
				admitted += 1;
				if (now() < quietUntil + SPREAD) nextAt = now() + random() * GAP;
				if (admitted % AT_ONCE === 0) await sleep(0);
			}
		}
		isAtWork = false;
	}

	/** Ends early when nobody waits any more, and leaves no timer behind that would hold the process. */
	async function rest(milliseconds: number) {
		const over = new AbortController();
		wake = () => {
			if (queue.size === 0) over.abort();
		};
		await sleep(milliseconds, over.signal).catch(() => {});
	}

	function take(): Place {
		const limitThen = concurrency.limit;
		let hasLeft = false;
		underWay += 1;
		return {
			leave(reply) {
				if (hasLeft) return;
				hasLeft = true;
				const isFine = reply?.kind === 'done' || reply?.kind === 'refused';
				// While nobody waits, there may be fewer under way than the number: that one is not borne yet.
				if (reply && (queue.size > 0 || !isFine)) concurrency.settled(reply, now(), limitThen);
				underWay -= 1;
				usedAt = now();
				wake();
			},
		};
	}

	return {
		/** Waits for a place; gives none where `stop` comes first. */
		async enter(stop: AbortSignal): Promise<Place | undefined> {
			if (stop.aborted) return undefined;
			return await new Promise((resolve) => {
				const admit = () => {
					queue.delete(admit);
					stop.removeEventListener('abort', giveUp);
					resolve(take());
				};
				const giveUp = () => {
					queue.delete(admit);
					resolve(undefined);
					wake();
				};
				stop.addEventListener('abort', giveUp, { once: true });
				queue.add(admit);
				if (!isAtWork) void work();
			});
		},

		/** Keeps all quiet for so many milliseconds. */
		pause(milliseconds: number) {
			quietUntil = Math.max(quietUntil, now() + milliseconds * (1 + random() * LONGER));
			nextAt = Math.max(nextAt, quietUntil);
		},

		/** Whether it can be forgotten. */
		isQuiet: () => underWay === 0 && queue.size === 0 && now() - usedAt > KEPT,
	};
}

/** Opens the gate of an account. Each has a gate of its own, which is forgotten when the account is quiet. */
export function createGates(clock = realClock, newConcurrency = createConcurrency) {
	const gates = new Map<string, Gate>();
	return (account: string): Gate => {
		for (const [name, gate] of gates) if (gate.isQuiet()) gates.delete(name);
		const gate = gates.get(account) ?? createGate(clock, newConcurrency());
		gates.set(account, gate);
		return gate;
	};
}

/** The gates of this process. */
export const gateOf = createGates();
