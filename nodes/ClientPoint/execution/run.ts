import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { createFastReader, isFixed } from '../form/fastRead';
import { createLabels } from '../form/issues';
import { isTool } from '../form/isTool';
import { createFormReader, readParameters, readWritten } from '../form/read';
import type { Operation } from '../operation';
import { createClient } from '../transport/client';
import { asError } from '../untyped';
import { createCheck, type Plan } from './check';
import { recall, standing } from './memory';
import { createKeys } from './once/once';
import { optionsProperty, parseRunOptions } from './options';
import { CANCELLED, refusal, type Failure } from './outcome/outcome';
import { cancelledLine } from './report/cancelled';
import type { Outcomes } from './report/counts';
import { checkError, stopError, unfitError } from './report/errors';
import { failureItem } from './report/failureItem';
import { aboutKeys, hintOf } from './report/hint';
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
	const stopsOnError = !context.continueOnFail() && !isTool(node);
	if (items.length === 0) return [[]];

	const checked = await checkAll(context, operation, items);
	if (checked.kind === 'unfit') {
		const outcomes = items.map((item) => standing(item, checked.failure));
		if (stopsOnError) throw unfitError(node, checked.failure, items.map(recall));
		return [putOut(context, node, outcomes)];
	}
	const { run, plans } = checked;
	const refused = plans.flatMap((plan, index): Array<[number, Failure]> =>
		plan.kind === 'refused' ? [[index, plan.failure]] : [],
	);
	if (stopsOnError && refused.length > 0) {
		const before = items.map(recall);
		const now = plans.map((plan, index) =>
			plan.kind === 'refused' ? standing(items[index], plan.failure) : before[index],
		);
		throw checkError(node, refused, before, now);
	}

	const ignored = run.keys.kind === 'by hand' ? withKey(plans) : [];
	const sent = await sendAll(items, plans, { ...run, stopsOnError });
	const { outcomes, failed, keysNotStored } = sent;
	if (keysNotStored.length > 0) {
		context.logger.warn(`ClientPoint: ${aboutKeys(keysNotStored, []).join()}`);
	}
	if (run.cancelled?.aborted) {
		// n8n drops what a node throws or returns then; its log is what is left.
		context.logger.warn(cancelledLine(outcomes));
	}
	// With no failure, only a cancellation leaves items that were not tried.
	const stoppedAt = failed.length > 0 ? Math.min(...failed) : outcomes.indexOf(undefined);
	if (stopsOnError && stoppedAt !== -1) throw stopError(node, stoppedAt, outcomes);
	return [putOut(context, node, outcomes, aboutKeys(keysNotStored, ignored))];
}

const withKey = (plans: Plan[]) =>
	plans.flatMap((plan, index) => (plan.kind === 'send' && plan.key ? [index] : []));

type Checked =
	| { kind: 'checked'; run: Omit<Run, 'stopsOnError'>; plans: Plan[] }
	/** Nothing can be sent at all: the credential or an option cannot be used. */
	| { kind: 'unfit'; failure: Failure };

async function checkAll(
	context: IExecuteFunctions,
	operation: Operation,
	items: INodeExecutionData[],
): Promise<Checked> {
	const parameters = createFastReader(context, readParameters(context));
	try {
		const written = createFormReader(context, [optionsProperty], readWritten(context));
		const options = parseRunOptions(written(0));
		const client = await createClient(context, options.timeout);
		const keys = createKeys(context, operation, client.redact);
		const properties = [...operation.properties, optionsProperty];
		const read = createFormReader(context, properties, parameters);
		const check = createCheck(operation, { read, client, keys, isFixed: isFixed(context) });
		return {
			kind: 'checked',
			run: {
				client,
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
			plans: items.map(check),
		};
	} catch (error) {
		return { kind: 'unfit', failure: refusal(asError(error).message) };
	}
}

/** An item for each outcome, and a hint where there is something to be told of the run. */
function putOut(
	context: IExecuteFunctions,
	node: INode,
	outcomes: Outcomes,
	more: string[] = [],
): INodeExecutionData[] {
	const hint = hintOf(outcomes, node, more);
	// n8n before 1.64 has no such hints.
	if (hint && 'addExecutionHints' in context) context.addExecutionHints(hint);
	return outcomes.map((outcome = CANCELLED, item) =>
		outcome.kind === 'done'
			? { json: outcome.json, pairedItem: { item } }
			: failureItem(outcome, item, node),
	);
}
