import type { INode, NodeExecutionHint } from 'n8n-workflow';
import { countsOf, lineOf } from './endings';
import { toHtml } from './html';
import { itemsOf, type Outcomes } from './items';
import { listKinds } from './kinds';

/**
 * What whoever looks at the output of a run has to be told; `undefined` when all went well. `past` says what the
 * operation has done: "Created". n8n shows it as HTML.
 */
export function hintOf(
	outcomes: Outcomes,
	{ onError }: INode,
	past: string,
): NodeExecutionHint | undefined {
	const isPreview = itemsOf(outcomes, 'previewed').length === outcomes.length;
	const warnings = outcomes.flatMap((outcome, item) =>
		(outcome?.warnings ?? []).map((text) => ({ text, item })),
	);
	const failed = itemsOf(outcomes, 'refused', 'postponed', 'unknown', 'not sent').length;
	const place =
		onError === 'continueErrorOutput'
			? 'see the error output'
			: `see ${failed === 1 ? 'its' : 'their'} error column`;
	const lines = [
		...(isPreview
			? ['Preview: nothing was sent. This is what would be sent.']
			: lineOf('previewed', outcomes, past)),
		...listKinds(warnings, outcomes),
		...lineOf('already sent', outcomes, past),
		...(failed > 0 ? [`${countsOf(outcomes, past)}: ${place}`] : []),
		...lineOf('unknown', outcomes, past),
	];
	if (lines.length === 0) return undefined;
	return { type: 'warning', location: 'outputPane', message: toHtml(lines) };
}
