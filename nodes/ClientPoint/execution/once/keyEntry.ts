import { sleep } from 'n8n-workflow';
import type { KeyStore } from './keyStore';

/** What a key says of its item: carried out, perhaps, or not. */
export type State = 'done' | 'in doubt' | 'free';

export interface Claim {
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
		async claim(): Promise<Claim> {
			const known = await store.record(key, mark, first);
			const isSameContent = known.has(first);
			if (!known.has(mark) && !known.has(key)) return { state: 'free', isSameContent };
			// The content that came first stays the one to compare with. A key that fell out would outlive its mark as
			// the younger one, and say "done".
			const left = [...(known.has(key) ? [] : [key]), ...(isSameContent ? [] : [first])];
			if (left.length > 0) await store.remove(...left).catch(() => {});
			return { state: known.has(mark) ? 'in doubt' : 'done', isSameContent };
		},

		/** Says of a claimed key what became of its item. False where n8n does not store that: it stays in doubt. */
		async settle(state: State): Promise<boolean> {
			try {
				if (state !== 'free') await hold(store, state === 'done' ? [key] : [key, mark]);
				if (state === 'done') await store.remove(mark);
				if (state === 'free') await store.remove(key, mark, first);
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
