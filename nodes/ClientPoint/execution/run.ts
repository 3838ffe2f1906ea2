import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createLabels } from '../form/issues';
import { isTool } from '../form/isTool';
import type { Operation } from '../operation';
import { openClients } from '../transport/client';
import { checkAll } from './check';
import { recall } from './memory';
import { readRunOptions } from './options';
import { CANCELLED } from './outcome/outcome';
import { checkError, stopError } from './report/errors';
import { failureItem } from './report/failureItem';
import { hintOf } from './report/hint';
import type { Outcomes } from './report/items';
import { cancelledLine } from './report/report';
import { sendAll } from './send';

/**
 * Runs an operation on all items: reads and checks every one, then sends, several at a time.
 * The items put out stand in the order of those that came in, each linked to its own.
 *
 * Under Continue On Fail nothing is thrown: the engine would pass the input off as the result. As the
 * tool of an AI Agent neither: when a failure is thrown, n8n 1 and older agents do not show it to the
 * model, and the user has no setting to change that.
 *
 * @throws NodeOperationError before anything is sent, when an item is refused here
 * @throws NodeApiError after the first item that ClientPoint did not do, with what became of all
 */
export async function executeOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const node = context.getNode();
	const { past } = operation;
	const stopsOnError = !context.continueOnFail() && !isTool(node);
	if (items.length === 0) return [[]];

	const { maxConcurrency, timeout } = readRunOptions(context);
	const clients = await openClients(context, timeout);
	const plans = checkAll(context, operation, clients);
	const outcomes: Outcomes = plans.map((plan, index) =>
		plan.kind === 'send' ? recall(items[index]) : plan.outcome,
	);
	if (stopsOnError && plans.some(({ kind }) => kind === 'refused')) {
		throw checkError(node, outcomes, past);
	}

	const cancelled = context.getExecutionCancelSignal();
	const failedAt = await sendAll(items, plans, outcomes, {
		maxConcurrency,
		stopsOnError,
		cancelled,
		labelOf: createLabels(operation.properties),
		redact: clients.redact,
	});
	if (cancelled?.aborted) {
		// n8n drops what a node throws or returns then; its log is what is left.
		context.logger.warn(cancelledLine(outcomes, past));
	}
	// With no failure, only a cancellation leaves items that were not tried.
	const stoppedAt = failedAt ?? outcomes.indexOf(undefined);
	if (stopsOnError && stoppedAt !== -1) throw stopError(node, stoppedAt, outcomes, past);
	const hint = hintOf(outcomes, node, past);
	// n8n before 1.64 has no such hints.
	if (hint && 'addExecutionHints' in context) context.addExecutionHints(hint);
	return [
		outcomes.map((outcome = CANCELLED, item) =>
			outcome.kind === 'done'
				? { json: outcome.json, pairedItem: { item } }
				: failureItem(outcome, item, node, items[item].binary),
		),
	];
}
