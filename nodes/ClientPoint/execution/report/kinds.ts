import { shorten } from '../../shorten';
import { itemList } from './itemList';

/** What is to be told of one item. */
export interface Told {
	text: string;
	item: number;
}

/** How many kinds are told. */
const KINDS = 10;

/** A text longer than this is cut; the data of an error has it whole. */
const LENGTH = 300;

/** Each text but once, with its items, that of most items first; ten at most. */
export function kindsOf(told: Told[]): string[] {
	const byText = new Map<string, number[]>();
	for (const { text, item } of told) {
		const items = byText.get(text);
		if (!items) byText.set(text, [item]);
		else if (items.at(-1) !== item) items.push(item);
	}
	const kinds = [...byText].sort(([, one], [, other]) => other.length - one.length);
	const left = kinds.length - KINDS;
	return [
		...kinds
			.slice(0, KINDS)
			.map(([text, items]) => `${shorten(text, LENGTH)} – ${itemList(items)}`),
		...(left > 0 ? [`and ${left} more ${left === 1 ? 'kind' : 'kinds'}`] : []),
	];
}

/** Sentences one after another, as many as a title holds. */
export function joined([first, ...others]: string[]): string {
	let title = first;
	for (const next of others) {
		if (title.length + next.length > LENGTH) return `${title}; and more`;
		title += `; ${next}`;
	}
	return title;
}
