import { sleep } from 'n8n-workflow';
import type { KeyStore } from './keyStore';

/** What a key says of its item: carried out, perhaps, or not. */
export type State = 'done' | 'in doubt' | 'free';

/**
 * A key in the store, with a mark of doubt beside it from before its request leaves until the reply is known.
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
export function createEntry(store: KeyStore, name: string) {
	const key = `key ${name}`;
	const mark = `doubt ${name}`;
	return {
		/** Says what the key said so far, and puts it in doubt. */
		async claim(): Promise<State> {
			const known = await store.record(key, mark);
			if (!known.has(mark)) return known.has(key) ? 'done' : 'free';
			// The key fell out. As the younger one it would outlive its mark, and say "done".
			if (!known.has(key)) await store.remove(key).catch(() => {});
			return 'in doubt';
		},

		/** Says of a claimed key what became of its item. False where n8n does not store that: it stays in doubt. */
		async settle(state: State): Promise<boolean> {
			try {
				if (state !== 'free') await hold(store, state === 'done' ? [key] : [key, mark]);
				if (state === 'done') await store.remove(mark);
				if (state === 'free') await store.remove(key, mark);
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
