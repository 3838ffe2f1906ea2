import { sleep } from 'n8n-workflow';
import type { Outcome } from '../outcome/outcome';
import type { KeyStore } from './keyStore';

/** What a key says of its item: carried out, perhaps, or not. */
type State = 'done' | 'in doubt' | 'free';

interface Known {
	state: State;
	/** Whether it was used with this content before; of no meaning for a free key. */
	isSameContent: boolean;
}

/**
 * A key in the store, with a mark of doubt beside it from before its request leaves until the reply is known, and a
 * fingerprint of what was sent with it first.
 *
 * | key | mark |          |
 * | --- | ---- | -------- |
 * | no  | no   | free     |
 * | yes | no   | done     |
 * | any | yes  | in doubt |
 *
 * Reading a key writes it too. What that writes can only add doubt, and each step is one write: so a process that
 * dies leaves the key in doubt at worst.
 */
export function createEntry(store: KeyStore, name: string, content: string) {
	const key = `key ${name}`;
	const mark = `doubt ${name}`;
	const first = `content ${name} ${content}`;
	return {
		/** Says what the key said so far, and puts it in doubt. */
		async claim(): Promise<Known> {
			const known = await store.record(key, mark, first);
			const isSameContent = known.has(first);
			if (!known.has(mark) && !known.has(key)) return { state: 'free', isSameContent };
			// The content that came first stays the one to compare with. A key that fell out would outlive its mark as
			// the younger one, and say "done".
			const left = [...(known.has(key) ? [] : [key]), ...(isSameContent ? [] : [first])];
			if (left.length > 0) await store.remove(...left).catch(() => {});
			return { state: known.has(mark) ? 'in doubt' : 'done', isSameContent };
		},

		/**
		 * Says of a claimed key, by what it said `before` and how its item ended, what it says now. False where n8n does
		 * not store that: it stays in doubt.
		 */
		async settle(before: State, ended: Outcome['kind'] | undefined): Promise<boolean> {
			try {
				if (before === 'done' || ended === 'done') {
					await hold(store, [key]);
					await store.remove(mark);
				} else if (before === 'free' && ended === 'unknown') {
					await hold(store, [key, mark]);
				} else if (before === 'free') {
					await store.remove(key, mark, first);
				}
				// What was in doubt and stays so is in the store as it has to be.
				return true;
			} catch {
				return false;
			}
		},
	};
}

/** How often a claim is looked at again, and the milliseconds between two looks: longer than one write takes. */
const LOOKS = 5;
const BETWEEN = 200;

/**
 * Sees to it that what was claimed stands. In queue mode another process may have overwritten it, and may
 * overwrite what is written now; in one process the first look finds it.
 */
async function hold(store: KeyStore, keys: string[]): Promise<void> {
	for (let look = 0; look < LOOKS; look += 1) {
		if (look > 0) await sleep(BETWEEN);
		const known = await store.record(...keys);
		if (keys.every((key) => known.has(key))) return;
	}
}
