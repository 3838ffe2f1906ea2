import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { CANCELLED } from '../outcome/outcome';
import { endingOf, type Outcomes } from './items';
import { reportCheck, reportStop, toHtml, toText, toTitle, type Report } from './report';

/** The error of a run in which the check refused items; `past` says what the operation has done: "Created". */
export function checkError(node: INode, outcomes: Outcomes, past: string): NodeOperationError {
	const report = reportCheck(outcomes, past);
	const error = new NodeOperationError(node, report.title, { description: toHtml(report) });
	return withReport(error, report, outcomes);
}

/** The error of a run that stopped at the item. */
export function stopError(
	node: INode,
	itemIndex: number,
	outcomes: Outcomes,
	past: string,
): NodeApiError {
	const outcome = outcomes[itemIndex];
	const failure = outcome && outcome.kind !== 'done' ? outcome : CANCELLED;
	const report = reportStop(itemIndex, failure, outcomes, past);
	const { httpCode } = failure;
	const options = { message: report.title, description: toHtml(report), httpCode };
	return withReport(new NodeApiError(node, {}, options), report, outcomes);
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
		outcomes: outcomes.map((outcome, item) => ({
			item,
			outcome: endingOf(outcome),
			...outcome,
		})),
	};
	return error;
}
