import type { INode, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../outcome/outcome';

/**
 * The item that stands for a failure under Continue On Fail; the input's binary data goes with it. n8n 2 (2.41.1)
 * takes it to the error output, with the input's own json beside it, only while `error` and `details` are its only
 * members.
 *
 * n8n 1 (1.123.81) allows no `details`, but takes any item there that has an `error` beside its json, and then
 * forgets the json. It takes a copy, though, with what is enumerable alone.
 * `test/e2e/parts/production.ts` turns red when one of them changes that.
 */
export function failureItem(
	{ kind, message, description, httpCode, response }: Failure,
	itemIndex: number,
	node: INode,
	binary: INodeExecutionData['binary'],
): INodeExecutionData {
	const item = {
		json: {
			error: message,
			details: {
				outcome: kind,
				description,
				...(httpCode && { httpCode }),
				...(response && { response }),
			},
		},
		...(binary && { binary }),
		pairedItem: { item: itemIndex },
	};
	return node.onError === 'continueErrorOutput'
		? Object.defineProperty(item, 'error', { value: true, enumerable: false })
		: item;
}
