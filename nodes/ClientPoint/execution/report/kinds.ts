import { shorten } from '../../shorten';
import { nameAll, type Outcomes } from './items';

/** What is to be told of one item. */
interface Told {
	text: string;
	item: number;
}

/** How many kinds are told. */
const KINDS = 10;

/** A text longer than this is cut; the data of an error has it whole. */
const LENGTH = 300;

/** Each text once, with the names of its items, that of most items first; ten at most. */
export function kindsOf(
	told: Told[],
	outcomes: Outcomes,
	write: (text: string, names: string) => string,
): string[] {
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
			.map(([text, items]) => write(shorten(text, LENGTH), nameAll(items, outcomes))),
		...(left > 0 ? [`and ${left} more ${left === 1 ? 'kind' : 'kinds'}`] : []),
	];
}

/** `Name is required – items 1, 3`; one item alone is not numbered. */
export const listKinds = (told: Told[], outcomes: Outcomes) =>
	kindsOf(told, outcomes, (text, names) => (outcomes.length > 1 ? `${text} – ${names}` : text));

/** What is in the way of each of these items. */
export const failuresOf = (outcomes: Outcomes): Told[] =>
	outcomes.flatMap((outcome, item) =>
		outcome && outcome.kind !== 'done'
			? (outcome.sentences ?? [outcome.message]).map((text) => ({ text, item }))
			: [],
	);
