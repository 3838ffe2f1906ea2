import type { Outcome } from '../outcome/outcome';
import { itemList } from './itemList';

/** By item index; `undefined` where nothing was tried. */
export type Outcomes = Array<Outcome | undefined>;

/** How an item ended, in the words that people are told. */
export type Ending = Outcome['kind'] | 'already sent' | 'previewed' | 'not sent';

export function endingOf(outcome: Outcome | undefined): Ending {
	if (outcome?.kind !== 'done') return outcome?.kind ?? 'not sent';
	if (outcome.preview) return 'previewed';
	return outcome.isSentBefore ? 'already sent' : 'done';
}

export const itemsOf = (outcomes: Outcomes, ending: Ending) =>
	[...outcomes.keys()].filter((item) => endingOf(outcomes[item]) === ending);

/** Each ending in the order of the report, after a number of items. */
const LABELS: Array<[Ending, string]> = [
	['done', 'done'],
	['already sent', 'already sent before'],
	['previewed', 'only previewed'],
	['refused', 'refused'],
	['postponed', 'postponed'],
	['unknown', 'not known'],
	['not sent', 'not sent'],
];

/** `16 done: items 0–15`, a line for each ending that there is. */
export const countsOf = (outcomes: Outcomes): string[] =>
	LABELS.flatMap(([ending, label]) => {
		const items = itemsOf(outcomes, ending);
		return items.length > 0 ? [`${items.length} ${label}: ${itemList(items)}`] : [];
	});
