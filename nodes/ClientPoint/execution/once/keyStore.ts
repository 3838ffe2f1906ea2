import { sleep, type IExecuteFunctions } from 'n8n-workflow';

/** How many entries n8n keeps for a node, two for each key; beyond it the oldest fall out. */
const MOST = 20_000;

/** Calls that go together at most: n8n forgets the head of what is more than it keeps. */
const TOGETHER = 100;

/** Milliseconds between two calls while others wait, so that more of them go together: each writes the whole row. */
const COLLECTED = 25;

type Change = 'record' | 'remove';

interface Waiting {
	change: Change;
	keys: string[];
	helpers: IExecuteFunctions['helpers'];
	done: (known: Set<string>) => void;
	failed: (error: unknown) => void;
}

/** The keys that n8n keeps for one node of one workflow, from one execution to the next. */
export interface KeyStore {
	/** Keeps these keys, the first as the oldest, and says which of them it had already. */
	record(...keys: string[]): Promise<Set<string>>;
	remove(...keys: string[]): Promise<void>;
}

/** By workflow and node: the calls that wait while one is under way. */
const lines = new Map<string, Waiting[]>();

/**
 * n8n 2.41 keeps the keys of a node in one row, which each call reads, changes and writes back; of calls at
 * the same time, one forgets what the other wrote. So in this process one goes at a time, whichever
 * execution it is from, and those that come meanwhile go together in the next. No two callers may ask for
 * the same key at once: n8n takes the same key twice in one call for two new ones.
 */
export function openKeyStore(context: IExecuteFunctions): KeyStore {
	const { helpers } = context;
	const line = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const wait = (change: Change, keys: string[]) =>
		new Promise<Set<string>>((done, failed) => {
			const call = { change, keys, helpers, done, failed };
			const waiting = lines.get(line);
			if (waiting) {
				waiting.push(call);
			} else {
				lines.set(line, [call]);
				void callAll(line);
			}
		});
	return {
		record: (...keys) => wait('record', keys),
		async remove(...keys) {
			await wait('remove', keys);
		},
	};
}

async function callAll(line: string): Promise<void> {
	const waiting = lines.get(line) ?? [];
	while (waiting.length > 0) {
		const [{ change, helpers }] = waiting;
		const together = waiting.filter((each) => each.change === change).slice(0, TOGETHER);
		const left = waiting.filter((each) => !together.includes(each));
		waiting.splice(0, waiting.length, ...left);
		const keys = together.flatMap((each) => each.keys);
		try {
			// The first write to a missing row fails when another process makes that row meanwhile.
			const known = await call(helpers, change, keys).catch(() => call(helpers, change, keys));
			for (const { done } of together) done(known);
		} catch (error) {
			for (const { failed } of together) failed(error);
		}
		if (waiting.length > 0) await sleep(COLLECTED);
	}
	lines.delete(line);
}

async function call(helpers: IExecuteFunctions['helpers'], change: Change, keys: string[]) {
	const options = { mode: 'entries', maxEntries: MOST } as const;
	if (change === 'remove') {
		await helpers.removeProcessed(keys, 'node', options);
		return new Set<string>();
	}
	const { processed } = await helpers.checkProcessedAndRecord(keys, 'node', options);
	return new Set(processed.map(String));
}
