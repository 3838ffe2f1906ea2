import { shorten } from '../../shorten';
import { itemList, nameOf, type Outcomes } from './items';

/** What is to be told of one item. */
interface Told {
	text: string;
	item: number;
}

/** How many kinds are told. */
const KINDS = 10;

/** A text longer than this is cut; the data of an error has it whole. */
const LENGTH = 300;

/** Each text once, with its items, that of most items first; ten at most. One item alone is not numbered. */
export function kindsOf(told: Told[], outcomes: Outcomes): string[] {
	const byText = new Map<string, number[]>();
	for (const { text, item } of told) {
		const items = byText.get(text);
		if (!items) byText.set(text, [item]);
		else if (items.at(-1) !== item) items.push(item);
	}
	const nameAll = (items: number[]) =>
		items.length === 1 ? nameOf(items[0], outcomes[items[0]]?.about) : itemList(items);
	const kinds = [...byText].sort(([, one], [, other]) => other.length - one.length);
	const left = kinds.length - KINDS;
	return [
		...kinds
			.slice(0, KINDS)
			.map(([text, items]) =>
				outcomes.length > 1
					? `${shorten(text, LENGTH)} – ${nameAll(items)}`
					: shorten(text, LENGTH),
			),
		...(left > 0 ? [`and ${left} more ${left === 1 ? 'kind' : 'kinds'}`] : []),
	];
}

/** What is in the way of each item that was not done. */
export const failuresOf = (outcomes: Outcomes): Told[] =>
	outcomes.flatMap((outcome, item) =>
		outcome && outcome.kind !== 'done'
			? (outcome.sentences ?? [outcome.message]).map((text) => ({ text, item }))
			: [],
	);
