import type { INode, NodeExecutionHint } from 'n8n-workflow';
import { itemsOf, type Outcomes } from './counts';
import { itemList } from './itemList';
import { kindsOf } from './kinds';
import { escaped } from './render';

/**
 * What whoever looks at the output of a run has to be told; `undefined` when all went well. n8n shows it
 * as HTML.
 */
export function hintOf(
	outcomes: Outcomes,
	node: INode,
	more: string[] = [],
): NodeExecutionHint | undefined {
	const lines = [
		...aboutPreview(outcomes),
		...aboutSentBefore(outcomes),
		...aboutFailures(outcomes, node),
		...more,
	];
	if (lines.length === 0) return undefined;
	return { type: 'warning', location: 'outputPane', message: lines.map(escaped).join('<br>') };
}

function aboutPreview(outcomes: Outcomes): string[] {
	const previewed = itemsOf(outcomes, 'previewed');
	if (previewed.length === 0) return [];
	const warnings = outcomes.flatMap((outcome, item) =>
		outcome?.kind === 'done'
			? (outcome.preview?.warnings ?? []).map((text) => ({ text, item }))
			: [],
	);
	return [
		previewed.length === outcomes.length
			? 'Preview: nothing was sent. This is what would be sent.'
			: `Preview of ${itemList(previewed)}: not sent; the output has what would be.`,
		...kindsOf(warnings),
	];
}

function aboutSentBefore(outcomes: Outcomes): string[] {
	const items = itemsOf(outcomes, 'already sent');
	return items.length > 0
		? [`Already sent before, by the idempotency key, so not sent again: ${itemList(items)}`]
		: [];
}

/** `47 done, 3 on the error output (2 refused, 1 not known: look in ClientPoint first)` */
function aboutFailures(outcomes: Outcomes, { onError }: INode): string[] {
	const parts = [
		{ items: itemsOf(outcomes, 'refused'), words: 'refused' },
		{ items: itemsOf(outcomes, 'postponed'), words: 'postponed' },
		{ items: itemsOf(outcomes, 'not sent'), words: 'not sent' },
		{ items: itemsOf(outcomes, 'unknown'), words: 'not known: look in ClientPoint first' },
	].filter(({ items }) => items.length > 0);
	if (parts.length === 0) return [];
	const done = itemsOf(outcomes, 'done').length;
	const others = parts.reduce((sum, { items }) => sum + items.length, 0);
	const where = onError === 'continueErrorOutput' ? 'on the error output' : 'with "error"';
	const told = parts.map(({ items, words }) => `${items.length} ${words}`).join(', ');
	return [`${done === 0 ? 'None' : done} done, ${others} ${where} (${told})`];
}

/** Of keys that stay in doubt, and of keys that did nothing. */
export function aboutKeys(notStored: number[], ignored: number[]): string[] {
	const items = (all: number[]) => itemList([...new Set(all)].sort((one, other) => one - other));
	return [
		...(notStored.length > 0
			? [
					`n8n did not store what became of ${items(notStored)}: the next item with such an idempotency key is not sent, and called not known`,
				]
			: []),
		...(ignored.length > 0
			? [
					`Idempotency Key did nothing for ${items(ignored)}, because this execution was started by hand: n8n would keep the keys, and they would not be sent in production`,
				]
			: []),
	];
}
