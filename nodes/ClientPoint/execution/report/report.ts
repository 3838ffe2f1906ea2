import { shorten } from '../../shorten';
import type { Failure } from '../outcome/outcome';
import { endingOf, itemList, itemsOf, nameOf, type Outcomes } from './items';
import { failuresOf, kindsOf } from './kinds';

/** What a person is told of a run. */
export interface Report {
	/** Stands by itself: an error workflow or a list of executions may show nothing else. */
	title: string;
	/** What to do about it, the first thing first, and what exists now. */
	lines: string[];
	/** What is in the way, each once, that of most items first. */
	kinds: string[];
}

/** Of a run whose check refused items; `outcomes` has what earlier tries ended with, too. */
export function reportCheck(outcomes: Outcomes, past: string): Report {
	const kinds = failuresOf(outcomes);
	const refused = itemsOf(outcomes, 'refused');
	const [{ text, item }] = kinds;
	const isTried = outcomes.some((outcome) => outcome && outcome.kind !== 'refused');
	const nothing = isTried ? 'nothing was sent in this try' : 'nothing was sent';
	const some = refused.length === outcomes.length ? 'All' : `${refused.length} of`;
	const title =
		refused.length > 1
			? `${some} ${outcomes.length} items need a correction; ${nothing}`
			: `${kinds.length} fields need a correction; ${nothing}`;
	const isOne = kinds.every((kind) => kind.text === text);
	return {
		title: isOne ? withItem(text, refused.length > 1 ? undefined : item, outcomes) : title,
		lines: [
			`${nothing[0].toUpperCase()}${nothing.slice(1)}: all items are checked before the first request.`,
			...stateLines(outcomes, past),
		],
		kinds: isOne && refused.length === 1 ? [] : kindsOf(kinds, outcomes),
	};
}

/** Of a run that `failure` stopped at the item. */
export function reportStop(
	item: number,
	failure: Failure,
	outcomes: Outcomes,
	past: string,
): Report {
	const failures = failuresOf(outcomes);
	return {
		title: withItem(failure.message, item, outcomes),
		lines: [failure.description, ...stateLines(outcomes, past, item)],
		kinds: failures.length > 1 ? kindsOf(failures, outcomes) : [],
	};
}

/** One item alone is not numbered. */
function withItem(message: string, item: number | undefined, outcomes: Outcomes): string {
	if (item === undefined || outcomes.length === 1) return message;
	const name = nameOf(item, outcomes[item]?.about);
	return `${name[0].toUpperCase()}${name.slice(1)}: ${message}`;
}

/** What exists now, what is not known, what was not sent, and how to go on. */
function stateLines(outcomes: Outcomes, past: string, stoppedAt?: number): string[] {
	const unknown = itemsOf(outcomes, 'unknown').filter((item) => item !== stoppedAt);
	const done = doneLine(outcomes, past, NAMED);
	return [
		...(unknown.length > 0
			? [
					`Not known: ${itemList(unknown)}. Look in ClientPoint before you send ${unknown.length > 1 ? 'them' : 'it'} again.`,
				]
			: []),
		...done,
		...(stoppedAt === undefined ? [] : line('Not sent', itemsOf(outcomes, 'not sent'))),
		...line('Sent before, so not sent again', itemsOf(outcomes, 'already sent')),
		...line('Only previewed', itemsOf(outcomes, 'previewed')),
		...(done.length > 0
			? [
					'To go on, run only what is not done. Next time, use the error output or Options > Never Send Twice, and you need not sort it out.',
				]
			: []),
	];
}

const line = (label: string, items: number[]) =>
	items.length > 0 ? [`${label}: ${itemList(items)}.`] : [];

/** How many of what is done a report names; the data of an error has all. */
const NAMED = 10;

/** `Created: ABC Company → 1011, Northwind → 1012, and 30 more: see Error data.` */
function doneLine(outcomes: Outcomes, past: string, most: number): string[] {
	const done = outcomes.flatMap((outcome, item) => {
		if (outcome?.kind !== 'done' || endingOf(outcome) !== 'done') return [];
		const { about = `item ${item}`, json } = outcome;
		const id = json.clientpoint_id;
		return [
			id === undefined || id === null || about.endsWith(`${id}`) ? about : `${about} → ${id}`,
		];
	});
	if (done.length === 0) return [];
	const left = done.length - most;
	const more = left > 0 ? `, and ${left} more: see Error data` : '';
	return [`${past}: ${done.slice(0, most).join(', ')}${more}.`];
}

/**
 * Of a run that was cancelled, for the log: n8n drops what a node throws or returns then. It has the IDs of what is
 * done, so that it can be found, and not the links, which open it.
 */
export const cancelledLine = (outcomes: Outcomes, past: string) =>
	[
		'ClientPoint: the execution was cancelled.',
		...doneLine(outcomes, past, Infinity),
		...line('Not known', itemsOf(outcomes, 'unknown')),
		...line('Refused', itemsOf(outcomes, 'refused')),
		...line('Postponed', itemsOf(outcomes, 'postponed')),
		...line('Not sent', itemsOf(outcomes, 'not sent')),
	].join(' ');

/**
 * As the description of a node's error, which n8n's editor shows as HTML. It makes code of what stands in
 * backticks, and drops what it takes for a tag.
 */
export const toHtml = ({ lines, kinds }: Report) =>
	lines.map(escaped).join('<br>') +
	(kinds.length > 0 ? `<ul>${kinds.map((kind) => `<li>${escaped(kind)}</li>`).join('')}</ul>` : '');

/** The whole report without HTML, for whoever reads it elsewhere than in the editor. */
export const toText = ({ title, lines, kinds }: Report) =>
	[title, ...lines, ...kinds.map((kind) => `- ${kind}`)].join('\n');

/** A title is plain text, from which n8n cuts what it takes for a tag all the same. */
export const toTitle = ({ title }: Report) =>
	shorten(title.replace(/</g, '‹').replace(/>/g, '›'), 400);

export const escaped = (text: string) =>
	text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
