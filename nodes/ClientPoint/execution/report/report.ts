import type { Failure } from '../outcome/outcome';
import { countsOf, doneLine, labelsOf, lineOf, LOOK_FIRST } from './endings';
import { itemList, itemsOf, nameAll, type Outcomes } from './items';
import { failuresOf, kindsOf, listKinds } from './kinds';

/** What a person is told of a run. */
export interface Report {
	/** Stands by itself: an error workflow or a list of executions may show nothing else. */
	title: string;
	/** What to do about it, what is in the way of others, what exists now, and how to go on. */
	lines: string[];
}

/** How many of what is done a report names; the data of an error has all. */
const NAMED = 10;

/** Of a run whose check refused items; `outcomes` has what earlier tries ended with, too. */
export function reportCheck(outcomes: Outcomes, past: string): Report {
	const all = failuresOf(outcomes);
	const corrections = all.filter(({ item }) => outcomes[item]?.kind === 'refused');
	// What an earlier try left unknown stays so, also where this one refuses it.
	const failures = corrections.length > 0 ? corrections : all;
	const refused = itemsOf(outcomes, 'refused');
	const inThisTry = outcomes.some((outcome) => outcome && outcome.kind !== 'refused')
		? ' in this try'
		: '';
	const state = stateLines(outcomes, past, lineOf('unknown', outcomes, past));
	const [{ text }] = failures;
	if (failures.every((failure) => failure.text === text)) {
		const first = `Nothing was sent${inThisTry}: all items are checked before the first request.`;
		const items = failures.map(({ item }) => item);
		return { title: withNames(text, items, outcomes), lines: [first, ...state] };
	}
	const some = refused.length === outcomes.length ? 'All' : `${refused.length} of`;
	const wrong =
		refused.length > 1 ? `${some} ${outcomes.length} items` : `${failures.length} fields`;
	return {
		title: `${wrong} need a correction; nothing was sent${inThisTry}`,
		lines: [
			'All items are checked before the first request.',
			...listKinds(failures, outcomes).map((kind) => `- ${kind}`),
			...state,
		],
	};
}

/** Of a run that `failure` stopped at the item. */
export function reportStop(
	item: number,
	failure: Failure,
	outcomes: Outcomes,
	past: string,
): Report {
	const others = outcomes.map((outcome, index) => (index === item ? undefined : outcome));
	const failed = failuresOf(others);
	return {
		title: withNames(failure.message, [item], outcomes),
		lines: [
			failure.description,
			...(failed.length > 0 ? [`${countsOf(outcomes, past)}.`] : []),
			...stateLines(outcomes, past, [
				...alsoLines('unknown', failure, others, past),
				...alsoLines('refused', failure, others, past),
				...alsoLines('postponed', failure, others, past),
				...lineOf('not sent', outcomes, past),
			]),
		],
	};
}

/** `Also refused: item 3 (Contoso): …`, of other items than the one that is told already. */
function alsoLines(
	kind: Failure['kind'],
	first: Failure,
	others: Outcomes,
	past: string,
): string[] {
	const label = labelsOf(past)[kind];
	const also = kind === first.kind ? `Also ${label.toLowerCase()}` : label;
	const failed = failuresOf(others).filter((told) => others[told.item]?.kind === kind);
	const lines = kindsOf(failed, others, (text, names) =>
		text === first.message
			? `${also}: ${names}, for the same reason`
			: `${also}: ${names}: ${text}`,
	);
	return kind === 'unknown' && lines.length > 0 ? [...lines, LOOK_FIRST] : lines;
}

/** `Item 2 (Northwind): …`; what is about all items, or the only one, names none. */
function withNames(message: string, items: number[], outcomes: Outcomes): string {
	if (items.length === outcomes.length) return message;
	const names = nameAll(items, outcomes);
	return `${names[0].toUpperCase()}${names.slice(1)}: ${message}`;
}

/** What exists now, what does not or perhaps, and how to go on. */
function stateLines(outcomes: Outcomes, past: string, notDone: string[]): string[] {
	const done = doneLine(outcomes, past, NAMED);
	const left = itemsOf(outcomes, 'refused', 'postponed', 'not sent');
	return [
		...done,
		...notDone,
		...lineOf('already sent', outcomes, past),
		...lineOf('previewed', outcomes, past),
		...(done.length > 0 && left.length > 0
			? [
					`To go on, run only ${itemList(left)}. Next time, the error output or Options > Never Send Twice sorts this out for you.`,
				]
			: []),
	];
}

/**
 * Of a run that was cancelled, for the log: n8n drops what a node throws or returns then. It has the IDs of what is
 * done, so that it can be found, and not the links, which open it.
 */
export const cancelledLine = (outcomes: Outcomes, past: string) =>
	[
		'ClientPoint: the execution was cancelled.',
		...doneLine(outcomes, past, Infinity),
		...lineOf('unknown', outcomes, past),
		...lineOf('refused', outcomes, past),
		...lineOf('postponed', outcomes, past),
		...lineOf('not sent', outcomes, past),
	].join(' ');
