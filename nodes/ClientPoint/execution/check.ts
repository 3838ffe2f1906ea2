import type { INodeExecutionData } from 'n8n-workflow';
import { FormError } from '../form/issues';
import { parseForm } from '../form/parse';
import type { FormReader } from '../form/read';
import type { Operation, Prepared } from '../operation';
import type { ApiRequest } from '../request';
import type { Client } from '../transport/client';
import { asError } from '../untyped';
import { isSettled, recall } from './memory';
import type { Keys } from './once/once';
import { optionFields } from './options';
import { refusal, type Failure, type Outcome } from './outcome/outcome';

/** What is to be done for one item. */
export type Plan =
	| ({ kind: 'send'; key?: string; resendsUnknown: boolean } & Prepared)
	/** Nothing: an earlier try ended with this, or it is a preview. */
	| { kind: 'settled'; outcome: Outcome }
	| { kind: 'refused'; failure: Failure };

interface CheckOptions {
	read: FormReader;
	client: Client;
	keys: Keys;
	/** Whether the form holds the same for all items. */
	isFixed: boolean;
}

/**
 * Reads and checks items, so that nothing about one can fail later that could be known before the first
 * request.
 */
export function createCheck(operation: Operation, options: CheckOptions) {
	let shared: Plan | undefined;
	return (item: INodeExecutionData, itemIndex: number): Plan => {
		const before = recall(item);
		// What is done needs no form any more, which may be another by now.
		if (before?.kind === 'done') return { kind: 'settled', outcome: before };
		if (shared && !before) return shared;
		const plan = checkItem(operation, itemIndex, options, before);
		// A preview is put out once for each item, so each gets an object of its own.
		if (options.isFixed && plan.kind !== 'settled') shared = plan;
		return plan;
	};
}

function checkItem(
	operation: Operation,
	itemIndex: number,
	{ read, client, keys }: CheckOptions,
	before: Outcome | undefined,
): Plan {
	try {
		const { options: written, ...form } = read(itemIndex);
		const own = parseForm(optionFields, { options: written });
		// A preview sends nothing, so it makes nothing known.
		const isResent = own.resendUnknown && !own.previewOnly;
		if (before && isSettled(before, isResent)) return { kind: 'settled', outcome: before };
		const prepared = operation.prepare(form);
		const { request } = prepared;
		// Throws where the body cannot be written, for its size for example.
		JSON.stringify(request.body);
		if (own.previewOnly) return { kind: 'settled', outcome: preview(request, client) };
		// What only reads may be sent as often as one likes.
		const key = request.effect === 'reads' ? undefined : own.idempotencyKey;
		if (key && keys.kind === 'missing') return { kind: 'refused', failure: KEYS_MISSING };
		return { kind: 'send', key, resendsUnknown: isResent, ...prepared };
	} catch (error) {
		const { text } = client.redact;
		const sentences = error instanceof FormError ? error.sentences.map(text) : undefined;
		return { kind: 'refused', failure: refusal(text(asError(error).message), sentences) };
	}
}

const KEYS_MISSING = refusal(
	'Idempotency Key needs a newer n8n: this one keeps no keys from one execution to the next',
);

const preview = (request: ApiRequest, client: Client): Outcome => {
	const { method, body, query, warnings = [] } = request;
	return {
		kind: 'done',
		json: client.redact.json({
			method,
			url: client.urlOf(request),
			...(body && { body }),
			...(query && { query }),
			...(warnings.length > 0 && { warnings }),
		}),
		preview: { warnings },
	};
};
