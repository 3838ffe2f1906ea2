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

export const itemsOf = (outcomes: Outcomes, ...endings: Ending[]) =>
	[...outcomes.keys()].filter((item) => endings.includes(endingOf(outcomes[item])));

/** One item with what it is about, `item 2 (Northwind)`; several by their numbers, `items 0–2, 5`. */
export function nameAll(items: number[], outcomes: Outcomes): string {
	const about = items.length === 1 ? outcomes[items[0]]?.about : undefined;
	return about === undefined ? itemList(items) : `${itemList(items)} (${about})`;
}

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
