import {
	NodeApiError,
	NodeOperationError,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { NOT_SENT, type Failure, type Outcome } from './outcome';

/** How many items one error lists one by one. */
const LISTED = 25;

/** The error of a run that was refused here; `refused` is by item index and not empty. */
export function checkError(node: INode, refused: Map<number, Failure>): NodeOperationError {
	const [[itemIndex, first], ...others] = [...refused];
	const message = withItem(first.message, itemIndex);
	const description = [
		'Nothing was sent: all items are checked before the first request.',
		...others.slice(0, LISTED).map(([index, failure]) => withItem(failure.message, index)),
		...(others.length > LISTED ? [`${others.length - LISTED} more items were refused.`] : []),
	].join(' | ');
	return keepMessage(new NodeOperationError(node, message, { description, itemIndex }), message);
}

/**
 * The error of a run that stopped at item `itemIndex`; `outcomes` is by item index, `undefined`
 * where nothing was tried.
 */
export function apiError(
	node: INode,
	itemIndex: number,
	outcomes: Array<Outcome | undefined>,
): NodeApiError {
	const outcome = outcomes[itemIndex];
	const failure = outcome && outcome.kind !== 'done' ? outcome : NOT_SENT;
	const message = withItem(failure.message, itemIndex);
	const description = `${failure.description} ${describeRun(outcomes)}`;
	const { httpCode } = failure;
	const error = new NodeApiError(node, {}, { message, description, httpCode, itemIndex });
	const done = repliesOf(outcomes);
	// Where the editor looks for what it shows as "Error data".
	if (done.length > 0) Object.assign(error.context, { data: { done } });
	return keepMessage(error, message);
}

/** What the items that were done would have put out: a run that stops has no output to keep it. */
const repliesOf = (outcomes: Array<Outcome | undefined>) =>
	outcomes.flatMap((outcome, item) =>
		outcome?.kind === 'done' ? [{ item, json: outcome.json }] : [],
	);

/** n8n rewrites a message in which it finds an error code such as EPERM, even inside a client's name. */
function keepMessage<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}

/**
 * The item that stands for a failure under Continue On Fail. n8n 2 takes it to the error output, with
 * the input's own json beside it, only while `error` and `details` are its only members.
 *
 * n8n 1 allows no `details`, but takes any item there that has an `error` beside its json, and then
 * forgets the json. It takes a copy, though, with what is enumerable alone.
 */
export function failureItem(failure: Failure, itemIndex: number, node: INode): INodeExecutionData {
	const { kind, httpCode, description } = failure;
	const item = {
		json: {
			error: withItem(failure.message, itemIndex),
			details: { outcome: kind, description, ...(httpCode && { httpCode }) },
		},
		pairedItem: { item: itemIndex },
	};
	return node.onError === 'continueErrorOutput'
		? Object.defineProperty(item, 'error', { value: true, enumerable: false })
		: item;
}

const withItem = (message: string, itemIndex: number) => `${message} [item ${itemIndex}]`;

/**
 * What became of every item of a run that stopped, so that the user can go on without creating
 * anything twice: `Created: items 0-2. Not sent: items 4-9.` and what the replies tell.
 */
export function describeRun(outcomes: Array<Outcome | undefined>): string {
	const indexesOf = (kind: string | undefined) =>
		[...outcomes.keys()].filter((index) => outcomes[index]?.kind === kind);
	const done = indexesOf('done');
	const lines = [
		line('Done', done),
		line('Not done', [...indexesOf('refused'), ...indexesOf('postponed')]),
		line('Not known', indexesOf('unknown')),
		line('Not sent', indexesOf(undefined)),
		...done.slice(0, LISTED).flatMap((index) => {
			const outcome = outcomes[index];
			const told = outcome?.kind === 'done' ? handles(outcome.json) : '';
			return told ? [`Item ${index}: ${told}.`] : [];
		}),
		done.length > LISTED ? `The error data has the replies of all ${done.length}.` : '',
	];
	return lines.filter((text) => text !== '').join(' ');
}

function line(label: string, indexes: number[]): string {
	if (indexes.length === 0) return '';
	return `${label}: ${indexes.length === 1 ? 'item' : `${indexes.length} items,`} ${ranges(indexes)}.`;
}

/** Ascending numbers as text: `0-2, 5`. */
function ranges(numbers: number[]): string {
	const spans: Array<{ from: number; to: number }> = [];
	for (const number of numbers.toSorted((a, b) => a - b)) {
		const last = spans.at(-1);
		if (last?.to === number - 1) last.to = number;
		else spans.push({ from: number, to: number });
	}
	return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** What a reply tells of the thing that was made: its ids and links, by whatever names. */
function handles(json: object): string {
	return Object.entries(json)
		.flatMap(([key, value]) =>
			typeof value === 'object' && value !== null ? Object.entries(value) : [[key, value]],
		)
		.filter(([key, value]) => /(^|_)id$|[a-z]Id$|url$|link$/i.test(key) && isScalar(value))
		.map(([key, value]) => `${key} ${value}`)
		.join(', ');
}

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** What was thrown, as an Error. */
export const asError = (thrown: unknown) =>
	thrown instanceof Error ? thrown : new Error(String(thrown));
