/** How many numbers and ranges are written out. */
const SHOWN = 8;

/** Ascending item numbers as words, short however many there are: `item 3`, `items 0–2, 5 and 40 more`. */
export function itemList(items: number[]): string {
	const spans: Array<{ from: number; to: number }> = [];
	for (const item of items) {
		const last = spans.at(-1);
		if (last?.to === item - 1) last.to = item;
		else spans.push({ from: item, to: item });
	}
	const shown = spans.slice(0, SHOWN);
	const left = spans.slice(SHOWN).reduce((sum, { from, to }) => sum + to - from + 1, 0);
	const words = shown.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
	return `${items.length === 1 ? 'item' : 'items'} ${words}${left > 0 ? ` and ${left} more` : ''}`;
}

/** `1 item`, `2 items`. */
export const count = (number: number) => `${number} ${number === 1 ? 'item' : 'items'}`;
