import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { CANCELLED, type Failure } from '../outcome/outcome';
import { endingOf, type Outcomes } from './counts';
import { toHtml, toText, toTitle } from './render';
import { reportCheck, reportStop, reportUnfit, type Report } from './report';

/**
 * The error of a run in which the check refused items; `before` is what earlier tries ended with, `now` what
 * stands.
 */
export function checkError(
	node: INode,
	refused: Array<[item: number, failure: Failure]>,
	before: Outcomes,
	now: Outcomes,
): NodeOperationError {
	const report = reportCheck(refused, before, now);
	// With an index, n8n's editor adds that one item to a title about several.
	const itemIndex = refused.length === 1 ? refused[0][0] : undefined;
	return withReport(
		new NodeOperationError(node, report.title, { description: toHtml(report), itemIndex }),
		report,
		now,
	);
}

/** The error of a run that could not even check its items; `before` is what earlier tries ended with. */
export function unfitError(node: INode, failure: Failure, before: Outcomes): NodeOperationError {
	const report = reportUnfit(failure, before);
	return withReport(
		new NodeOperationError(node, report.title, { description: toHtml(report) }),
		report,
		before,
	);
}

/** The error of a run that stopped at the item. */
export function stopError(node: INode, itemIndex: number, outcomes: Outcomes): NodeApiError {
	const outcome = outcomes[itemIndex];
	const failure = outcome && outcome.kind !== 'done' ? outcome : CANCELLED;
	const report = reportStop(itemIndex, failure, outcomes);
	const { httpCode } = failure;
	return withReport(
		new NodeApiError(
			node,
			{},
			{ message: report.title, description: toHtml(report), httpCode, itemIndex },
		),
		report,
		outcomes,
	);
}

/** The title, which n8n rewrites where it finds an error code such as EPERM in it, even in a client's name. */
function withReport<E extends NodeApiError | NodeOperationError>(
	error: E,
	report: Report,
	outcomes: Outcomes,
): E {
	error.message = toTitle(report);
	// What the editor shows as "Error data", and an error workflow gets: a run that stops has no output.
	error.context.data = {
		report: toText(report),
		outcomes: outcomes.map((outcome, item) => ({ item, ...dataOf(outcome) })),
	};
	return error;
}

/** All that is known of how an item ended. */
function dataOf(outcome: Outcomes[number]) {
	const ending = endingOf(outcome);
	if (!outcome) return { outcome: ending };
	if (outcome.kind === 'done') return { outcome: ending, json: outcome.json };
	const { message, description, httpCode } = outcome;
	return { outcome: ending, message, description, ...(httpCode && { httpCode }) };
}
