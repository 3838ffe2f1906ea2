/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/** What a large run holds: what is still to be sent, and what has come back. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** The megabytes that are in use. */
function heap(): number {
	collect();
	return process.memoryUsage().heapUsed / 1e6;
}

describe('a large run', () => {
	const ITEMS = 100;
	/** Megabytes of each item's request. */
	const EACH = 0.5;

	/** The heap at the reply to the first item and at that to the last. */
	async function heaps(status: number): Promise<{ first: number; last: number }> {
		const heaps = { first: 0, last: 0 };
		let number = 0;
		sandbox.answer(() => {
			sandbox.received.length = 0;
			number += 1;
			if (number === 1) heaps.first = heap();
			if (number === ITEMS) heaps.last = heap();
			return { status, body: { data: { clientpoint_id: number } } };
		});
		await runNode(sandbox, {
			parameters: {
				...REQUIRED,
				// A text of its own for each item, which is nowhere else.
				name: `={{ Array(${EACH * 1e5}).fill($itemIndex).join("-long-text") }}`,
			},
			items: Array.from({ length: ITEMS }, () => ({})),
			settings: { onError: 'continueErrorOutput' },
		});
		return heaps;
	}

	it('lets each request go once its item has ended', async () => {
		const { first, last } = await heaps(201);
		// Those under way hold theirs; the rest of a quarter is what has come back, and the engine's own.
		expect(first - last).toBeGreaterThan(0.75 * ITEMS * EACH);
	});
});
