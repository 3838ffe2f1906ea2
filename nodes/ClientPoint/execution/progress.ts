/** A line each time so many items have ended; a run of fewer tells nothing. */
const EVERY = 1000;

/** Tells how far a large run is. */
export function createProgress(items: number, tell: (line: string) => void) {
	let ended = 0;
	return {
		oneEnded() {
			ended += 1;
			if (ended % EVERY !== 0 || ended === items) return;
			tell(`ClientPoint: ${ended} of ${items} items have ended`);
		},
	};
}
