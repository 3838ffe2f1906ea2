/**
 * Runs `task` for 0 to `count - 1`, in that order of starting, at most `concurrency` at a time.
 * Once `stop` is aborted, no further one starts; those under way finish first.
 */
export async function runPool(
	count: number,
	concurrency: number,
	task: (index: number) => Promise<void>,
	stop: AbortSignal,
): Promise<void> {
	let next = 0;
	const work = async () => {
		while (next < count && !stop.aborted) {
			const index = next;
			next += 1;
			await task(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, work));
}
