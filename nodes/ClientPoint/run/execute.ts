import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { apiError, checkError, failureItem } from './errors';
import { sentence } from './labels';
import type { ApiRequest, Operation } from './operation';
import { judge, type Failure, type Outcome } from './outcome';
import { readParameters } from './parameters';
import { connect, type Api } from './transport';

/**
 * Runs an operation on all items: reads and checks every one, then sends, in item order.
 * Each item put out is linked to the item it came from.
 *
 * Under Continue On Fail nothing is thrown: the engine would pass the input off as the result.
 *
 * @throws NodeOperationError before anything is sent, when an item is refused here
 * @throws NodeApiError at the first item that ClientPoint did not do
 */
export async function executeOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const node = context.getNode();
	const stopsOnError = !context.continueOnFail();

	let api: Api;
	try {
		api = await connect(context);
	} catch (error) {
		if (stopsOnError) throw new NodeOperationError(node, asError(error));
		const failure = refusal(asError(error).message);
		return [items.map((_, index) => failureItem(failure, index))];
	}

	const plans = items.map((_, index) => plan(context, operation, index, api));
	const refused = new Map([...plans.entries()].filter(isRefused));
	if (stopsOnError && refused.size > 0) throw checkError(node, refused);

	const outcomes: Array<Outcome | undefined> = items.map(() => undefined);
	for (const [index, plan] of plans.entries()) {
		const outcome = 'kind' in plan ? plan : judge(await api.send(plan));
		outcomes[index] = outcome;
		if (stopsOnError && outcome.kind !== 'done') throw apiError(node, outcome, index, outcomes);
	}
	return [outcomes.flatMap((outcome, index) => (outcome ? [toItem(outcome, index)] : []))];
}

const isRefused = (entry: [number, ApiRequest | Failure]): entry is [number, Failure] =>
	'kind' in entry[1];

const toItem = (outcome: Outcome, item: number): INodeExecutionData =>
	outcome.kind === 'done'
		? { json: { ...outcome.json }, pairedItem: { item } }
		: failureItem(outcome, item);

/** The request for one item, or why there is none. */
function plan(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	{ secret }: Api,
): ApiRequest | Failure {
	try {
		const prepared = operation.prepare(readParameters(context, operation.properties, itemIndex));
		if (!Array.isArray(prepared)) return prepared;
		const sentences = prepared.map((issue) => sentence(operation.properties, issue));
		return refusal(secret.text(sentences.join('; ')));
	} catch (error) {
		return refusal(secret.text(asError(error).message));
	}
}

const refusal = (message: string): Failure => ({
	kind: 'refused',
	message,
	description: 'Nothing was sent for this item. Correct it, then run it again.',
});

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
