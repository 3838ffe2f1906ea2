import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { shorten } from '../../shorten';
import { CANCELLED } from '../outcome/outcome';
import { toHtml } from './html';
import { endingOf, type Outcomes } from './items';
import { reportCheck, reportStop, type Report } from './report';

/** The error of a run in which the check refused items; `past` says what the operation has done: "Created". */
export function checkError(node: INode, outcomes: Outcomes, past: string): NodeOperationError {
	const report = reportCheck(outcomes, past);
	return withReport(new NodeOperationError(node, report.title), report, outcomes);
}

/** The error of a run that stopped at the item. */
export function stopError(
	node: INode,
	item: number,
	outcomes: Outcomes,
	past: string,
): NodeApiError {
	const outcome = outcomes[item];
	const failure = outcome && outcome.kind !== 'done' ? outcome : CANCELLED;
	const report = reportStop(item, failure, outcomes, past);
	const { httpCode } = failure;
	const error = new NodeApiError(node, {}, { message: report.title, httpCode });
	return withReport(error, report, outcomes);
}

function withReport<E extends NodeApiError | NodeOperationError>(
	error: E,
	{ title, lines }: Report,
	outcomes: Outcomes,
): E {
	// n8n rewrites a title with an error code such as EPERM in it, even in a client's name, and cuts what it takes for
	// a tag.
	error.message = shorten(title.replace(/</g, '‹').replace(/>/g, '›'), 400);
	error.description = toHtml(lines);
	// What the editor shows as "Error data", and an error workflow gets: a run that stops has no output.
	error.context.data = {
		report: [title, ...lines].join('\n'),
		outcomes: outcomes.map((outcome, item) => ({
			item,
			outcome: endingOf(outcome),
			...outcome,
		})),
	};
	return error;
}
