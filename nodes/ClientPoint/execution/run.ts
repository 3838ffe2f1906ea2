import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createFastReader } from '../form/fastRead';
import { createLabels } from '../form/issues';
import { isTool } from '../form/isTool';
import { createFormReader, readWritten } from '../form/read';
import type { Operation } from '../operation';
import { openClients } from '../transport/client';
import { checkItem, type Plan } from './check';
import { recall, standing } from './memory';
import { createKeys } from './once/once';
import { optionsProperty, parseRunOptions } from './options';
import { CANCELLED } from './outcome/outcome';
import { checkError, stopError } from './report/errors';
import { failureItem } from './report/failureItem';
import { aboutKeys, hintOf } from './report/hint';
import type { Outcomes } from './report/items';
import { cancelledLine } from './report/report';
import { sendAll, type Run } from './send';

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

	const { run, plans } = await checkAll(context, operation, items);
	if (stopsOnError && plans.some(({ kind }) => kind === 'refused')) {
		const now = plans.map((plan, index) =>
			plan.kind === 'refused' ? standing(items[index], plan.failure) : recall(items[index]),
		);
		throw checkError(node, now, past);
	}

	// Before they are sent, which overwrites the plans.
	const keysIgnored = run.keys.kind === 'by hand' ? itemsWithKey(plans) : [];
	const { outcomes, failed, keysNotStored } = await sendAll(items, plans, {
		...run,
		stopsOnError,
	});
	if (keysNotStored.length > 0) {
		context.logger.warn(`ClientPoint: ${aboutKeys(keysNotStored, []).join()}`);
	}
	if (run.cancelled?.aborted) {
		// n8n drops what a node throws or returns then; its log is what is left.
		context.logger.warn(cancelledLine(outcomes, past));
	}
	// With no failure, only a cancellation leaves items that were not tried.
	const stoppedAt = failed.length > 0 ? Math.min(...failed) : outcomes.indexOf(undefined);
	if (stopsOnError && stoppedAt !== -1) throw stopError(node, stoppedAt, outcomes, past);
	return [putOut(context, outcomes, past, aboutKeys(keysNotStored, keysIgnored))];
}

const itemsWithKey = (plans: Plan[]) =>
	plans.flatMap((plan, index) => (plan.kind === 'send' && plan.key ? [index] : []));

async function checkAll(
	context: IExecuteFunctions,
	operation: Operation,
	items: INodeExecutionData[],
): Promise<{ run: Omit<Run, 'stopsOnError'>; plans: Plan[] }> {
	const written = createFormReader(context, [optionsProperty], readWritten(context));
	const options = parseRunOptions(written(0));
	const clients = await openClients(context, options.timeout);
	const { redact } = clients;
	const keys = createKeys(context, operation, redact);
	const parameters = createFastReader(context);
	const properties = [...operation.properties, optionsProperty];
	const read = createFormReader(context, properties, parameters);
	const { fault } = options;
	return {
		run: {
			redact,
			keys,
			options,
			cancelled: context.getExecutionCancelSignal(),
			// n8n (2.41.1) takes nothing else from a node that is still running, neither output nor hints.
			tell(line) {
				context.logger.info(line);
				// Shown in the browser's console, and only of a run that was started by hand.
				context.sendMessageToUI(line);
			},
			labelOf: createLabels(operation.properties),
		},
		plans: items.map((item, index) =>
			checkItem(operation, { read, clients, keys, fault }, item, index),
		),
	};
}

/** An item for each outcome, and a hint where there is something to be told of the run. */
function putOut(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	past: string,
	more: string[],
): INodeExecutionData[] {
	const node = context.getNode();
	const input = context.getInputData();
	const hint = hintOf(outcomes, node, past, more);
	// n8n before 1.64 has no such hints.
	if (hint && 'addExecutionHints' in context) context.addExecutionHints(hint);
	return outcomes.map((outcome = CANCELLED, item) =>
		outcome.kind === 'done'
			? { json: outcome.json, pairedItem: { item } }
			: failureItem(outcome, item, node, input[item].binary),
	);
}
