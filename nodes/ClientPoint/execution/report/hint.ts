import type { INode, NodeExecutionHint } from 'n8n-workflow';
import { itemList, itemsOf, type Ending, type Outcomes } from './items';
import { kindsOf } from './kinds';
import { escaped } from './report';

/**
 * What whoever looks at the output of a run has to be told; `undefined` when all went well. `past` says what the
 * operation has done: "Created". n8n shows it as HTML.
 */
export function hintOf(
	outcomes: Outcomes,
	node: INode,
	past: string,
	more: string[],
): NodeExecutionHint | undefined {
	const warnings = outcomes.flatMap((outcome, item) =>
		(outcome?.warnings ?? []).map((text) => ({ text, item })),
	);
	const lines = [
		...aboutPreview(outcomes),
		...kindsOf(warnings, outcomes),
		...aboutSentBefore(outcomes),
		...aboutFailures(outcomes, node, past),
		...more,
	];
	if (lines.length === 0) return undefined;
	return { type: 'warning', location: 'outputPane', message: lines.map(escaped).join('<br>') };
}

function aboutPreview(outcomes: Outcomes): string[] {
	const previewed = itemsOf(outcomes, 'previewed');
	if (previewed.length === 0) return [];
	return [
		previewed.length === outcomes.length
			? 'Preview: nothing was sent. This is what would be sent.'
			: `Preview of ${itemList(previewed)}: not sent; the output has what would be.`,
	];
}

function aboutSentBefore(outcomes: Outcomes): string[] {
	const items = itemsOf(outcomes, 'already sent');
	return items.length > 0
		? [`Sent before with the same unique key, so not sent again: ${itemList(items)}`]
		: [];
}

const FAILURES: Array<[Ending, string]> = [
	['refused', 'refused'],
	['postponed', 'postponed'],
	['not sent', 'not sent'],
	['unknown', 'not known (look in ClientPoint first)'],
];

/** `4 created, 1 refused: see its error column` */
function aboutFailures(outcomes: Outcomes, { onError }: INode, past: string): string[] {
	const counts = FAILURES.map(([ending, words]) => ({
		number: itemsOf(outcomes, ending).length,
		words,
	})).filter(({ number }) => number > 0);
	const failed = counts.reduce((sum, { number }) => sum + number, 0);
	if (failed === 0) return [];
	const done = itemsOf(outcomes, 'done').length;
	const where =
		onError === 'continueErrorOutput'
			? 'see the error output'
			: `see ${failed === 1 ? 'its' : 'their'} error column`;
	const told = counts.map(({ number, words }) => `${number} ${words}`).join(', ');
	return [`${done === 0 ? 'None' : done} ${past.toLowerCase()}, ${told}: ${where}`];
}

/** Of keys that stay in doubt, and of keys that did nothing. */
export function aboutKeys(notStored: number[], ignored: number[]): string[] {
	const items = (all: number[]) => itemList([...new Set(all)].sort((one, other) => one - other));
	return [
		...(notStored.length > 0
			? [
					`n8n did not store what became of ${items(notStored)}: the next item with such a unique key is not sent, and called not known`,
				]
			: []),
		...(ignored.length > 0
			? [
					`Never Send Twice was ignored for ${items(ignored)}, because this run was started by hand: a test must not block the real run`,
				]
			: []),
	];
}
