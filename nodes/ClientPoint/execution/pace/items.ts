import type { Reply } from './concurrency';
import type { Gate, Place } from './gate';

/** How often one item is sent again after "come back later". */
const RESENDS = 4;

/** Milliseconds of the first pause where ClientPoint names none; each further one is twice as long. */
const FIRST_PAUSE = 500;

/** Milliseconds; where ClientPoint asks for a longer pause, the item is given back as postponed. */
const LONGEST_PAUSE = 60_000;

export interface ItemReply extends Reply {
	/** Milliseconds for which ClientPoint asks for quiet. */
	retryAfter?: number;
}

/** Sends an item; `heard`, to be told of the reply, gives whether the item will be sent again. */
export type Task = (item: number, heard: (reply: ItemReply) => boolean) => Promise<void>;

interface ItemOptions {
	gate: Gate;
	/** The most that this execution has under way. */
	max: number;
	/** Lets nothing more begin. */
	stop: AbortSignal;
}

/** Sends items of one execution, in order and as the gate lets them; ends when all that began have ended. */
export async function sendItems(
	items: number[],
	{ gate, max, stop }: ItemOptions,
	task: Task,
): Promise<void> {
	const again: number[] = [];
	const resends = new Map<number, number>();
	const failures: unknown[] = [];
	let sent = 0;
	let underWay = 0;
	let wake = () => {};
	const oneEnds = () => new Promise<void>((resolve) => (wake = resolve));

	/** Whether the item is to be sent again. */
	const hear = (item: number, reply: ItemReply, place: Place) => {
		// What a cancellation cut off says nothing about ClientPoint.
		place.leave(reply.kind === 'unknown' && stop.aborted ? undefined : reply);
		const count = resends.get(item) ?? 0;
		const pause = reply.retryAfter ?? FIRST_PAUSE * 2 ** count;
		if (reply.kind !== 'postponed' || pause > LONGEST_PAUSE) return false;
		gate.pause(pause);
		resends.set(item, count + 1);
		return count < RESENDS && !stop.aborted;
	};

	const send = async (item: number, place: Place) => {
		let isAgain = false;
		underWay += 1;
		try {
			await task(item, (reply) => (isAgain = hear(item, reply, place)));
		} catch (error) {
			failures.push(error);
		}
		if (isAgain) again.push(item);
		underWay -= 1;
		place.leave();
		wake();
	};

	while (!stop.aborted && failures.length === 0) {
		const isLeft = again.length > 0 || sent < items.length;
		if (!isLeft && underWay === 0) break;
		if (!isLeft || underWay >= max) {
			await oneEnds();
			continue;
		}
		const place = await gate.enter(stop);
		if (place && stop.aborted) place.leave();
		else if (place) void send(again.shift() ?? items[sent++], place);
	}
	while (underWay > 0) await oneEnds();
	if (failures.length > 0) throw failures[0];
}
