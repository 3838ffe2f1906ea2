import {
	NodeOperationError,
	UserError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { apiError, asError, checkError, failureItem } from './errors';
import { createFastReader } from './fastRead';
import { sentence } from './labels';
import type { Operation } from './operation';
import { optionsProperty, parseOptions } from './options';
import { NOT_SENT, refusal, type Failure, type Outcome } from './outcome';
import { createFormReader } from './parameters';
import { plan } from './plan';
import { sendAll, type Plan, type Run } from './sendAll';
import { connect } from './transport';

/**
 * Runs an operation on all items: reads and checks every one, then sends, several at a time.
 * The items put out stand in the order of those that came in, each linked to its own.
 *
 * Under Continue On Fail nothing is thrown: the engine would pass the input off as the result.
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

	let run: Run;
	try {
		run = await prepareRun(context, operation, stopsOnError);
	} catch (error) {
		if (stopsOnError) throw new NodeOperationError(node, asError(error));
		const failure = refusal(asError(error).message);
		return [items.map((_, index) => failureItem(failure, index, node))];
	}

	const plans = items.map((item, index) => plan(operation, item, index, run));
	const refused = new Map([...plans.entries()].filter(isRefused));
	if (stopsOnError && refused.size > 0) throw checkError(node, refused);

	const outcomes = await sendAll(items, plans, run);
	const failed = outcomes.findIndex((outcome) => outcome && outcome.kind !== 'done');
	// With no failure, only a cancellation leaves items that were not tried.
	const stoppedAt = failed === -1 ? outcomes.indexOf(undefined) : failed;
	if (stopsOnError && stoppedAt !== -1) throw apiError(node, stoppedAt, outcomes);
	return [outcomes.map((outcome, index) => toItem(outcome ?? NOT_SENT, index, node))];
}

/**
 * Whether it runs as the tool of an AI Agent, by the name that n8n gives to the node's twin. A failure
 * is then an answer like any other: when one is thrown, n8n 1 and older agents do not show it to the
 * model, and the user has no setting to change that.
 */
const isTool = (node: INode) => node.type.endsWith('Tool');

/** @throws when the options or the credential cannot be used */
async function prepareRun(
	context: IExecuteFunctions,
	operation: Operation,
	stopsOnError: boolean,
): Promise<Run> {
	const options = parseOptions(createFormReader(context, [optionsProperty])(0));
	if (Array.isArray(options)) {
		throw new UserError(options.map((issue) => sentence([optionsProperty], issue)).join('; '));
	}
	const api = await connect(context, options.timeout);
	const read = createFormReader(context, operation.properties, createFastReader(context));
	return { api, options, read, stopsOnError, cancelled: context.getExecutionCancelSignal() };
}

const isRefused = (entry: [number, Plan]): entry is [number, Failure] =>
	'kind' in entry[1] && entry[1].kind === 'refused';

const toItem = (outcome: Outcome, item: number, node: INode): INodeExecutionData =>
	outcome.kind === 'done'
		? { json: { ...outcome.json }, pairedItem: { item } }
		: failureItem(outcome, item, node);
