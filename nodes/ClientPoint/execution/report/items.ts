import type { Outcome } from '../outcome/outcome';

/** By item index; `undefined` where nothing was tried. */
export type Outcomes = Array<Outcome | undefined>;

/** How an item ended. */
export type Ending = Outcome['kind'] | 'already sent' | 'previewed' | 'not sent';

export function endingOf(outcome: Outcome | undefined): Ending {
	if (outcome?.kind !== 'done') return outcome?.kind ?? 'not sent';
	if (outcome.isPreview) return 'previewed';
	return outcome.isSentBefore ? 'already sent' : 'done';
}

export const itemsOf = (outcomes: Outcomes, ending: Ending) =>
	[...outcomes.keys()].filter((item) => endingOf(outcomes[item]) === ending);

/** `item 2 (Northwind)`, with what the item is about where that is known. */
export const nameOf = (item: number, about: string | undefined) =>
	about === undefined ? `item ${item}` : `item ${item} (${about})`;

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
