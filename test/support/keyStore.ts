/* eslint-disable @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/**
 * Stands behind n8n-core's DataDeduplicationService as n8n 2.41.1's own helper does, which is not in
 * n8n-core: a row of hashes for each workflow and node, read, changed and written back.
 */
import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type { ICheckProcessedContextData, IDataDeduplicator } from 'n8n-workflow';

/** Hashes by workflow and node, the oldest first. */
export type Rows = Map<string, string[]>;

type Call = { change: 'record' | 'remove'; keys: string[] };

const hash = (value: string | number) =>
	createHash('md5').update(value.toString()).digest('base64');

const rowOf = ({ workflow, node }: ICheckProcessedContextData) => `${workflow.id} n:${node?.id}`;

export class KeyStore implements IDataDeduplicator {
	rows: Rows = new Map();
	readonly calls: Call[] = [];
	/** Says of a call whether it fails, and whether it had written before. */
	fails: (call: Call) => 'before' | 'after' | undefined = () => undefined;
	/** Called after each write. */
	onWrite = () => {};

	reset() {
		this.rows = new Map();
		this.calls.length = 0;
		this.fails = () => undefined;
		this.onWrite = () => {};
	}

	copy = (): Rows => structuredClone(this.rows);

	/** How many keys all nodes have. */
	get size() {
		return [...this.rows.values()].flat().length;
	}

	async checkProcessedAndRecord(
		items: Array<string | number>,
		_: unknown,
		context: ICheckProcessedContextData,
		{ maxEntries }: { maxEntries?: number },
	) {
		const known: string[] = [];
		await this.change('record', items, context, (row) => {
			const before = new Set(row);
			const fresh = items.map(hash).filter((each) => !before.has(each));
			known.push(...items.map(String).filter((each) => before.has(hash(each))));
			const after = [...row, ...fresh];
			return maxEntries ? after.slice(-maxEntries) : after;
		});
		return { new: items.filter((each) => !known.includes(String(each))), processed: known };
	}

	async removeProcessed(
		items: Array<string | number>,
		_: unknown,
		context: ICheckProcessedContextData,
	) {
		await this.change('remove', items, context, (row) => {
			const after = [...row];
			for (const each of items.map(hash)) {
				const at = after.indexOf(each);
				if (at !== -1) after.splice(at, 1);
			}
			return after;
		});
	}

	async clearAllProcessedItems() {
		throw new Error('not used by the node');
	}

	async getProcessedDataCount(): Promise<number> {
		throw new Error('not used by the node');
	}

	/** Whoever writes meanwhile is overwritten. */
	private async change(
		change: Call['change'],
		items: Array<string | number>,
		context: ICheckProcessedContextData,
		toNew: (row: string[]) => string[],
	) {
		const call = { change, keys: items.map(String) };
		this.calls.push(call);
		const failure = this.fails(call);
		const before = this.rows.get(rowOf(context)) ?? [];
		await new Promise((resolve) => setImmediate(resolve));
		if (failure === 'before') throw new Error('database is locked');
		this.rows.set(rowOf(context), toNew(before));
		this.onWrite();
		if (failure === 'after') throw new Error('database is locked');
	}
}

/** A store for all tests of the file, and empty for each of them. */
export function useKeyStore(): KeyStore {
	const store = new KeyStore();
	beforeAll(async () => await DataDeduplicationService.init(store));
	beforeEach(() => store.reset());
	return store;
}
