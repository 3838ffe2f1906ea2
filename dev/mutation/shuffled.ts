/** The entries in an order that looks random and is the same for the same seed (mulberry32). */
export function shuffled<Entry>(entries: Entry[], seed: number): Entry[] {
	let state = seed;
	const random = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return entries
		.map((entry) => ({ entry, at: random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ entry }) => entry);
}
