import type { INodeExecutionData } from 'n8n-workflow';
import { FormError } from '../form/issues';
import { parseForm } from '../form/parse';
import type { FormReader } from '../form/read';
import type { Operation, Prepared } from '../operation';
import type { Client, Clients } from '../transport/client';
import type { Redactor } from '../transport/redaction';
import { asError, isDataObject } from '../untyped';
import { isSettled, recall } from './memory';
import type { Keys } from './once/once';
import { optionFields } from './options';
import { refusal, type Failure, type Outcome } from './outcome/outcome';

export interface SendPlan extends Prepared {
	kind: 'send';
	client: Client;
	key?: string;
	resendsUnknown: boolean;
}

/** What is to be done for one item. */
export type Plan =
	| SendPlan
	/** Nothing: an earlier try ended with this, or it is a preview. */
	| { kind: 'settled'; outcome: Outcome }
	| { kind: 'refused'; failure: Failure };

interface CheckOptions {
	read: FormReader;
	clients: Clients;
	keys: Keys;
	/** What is wrong with the options of the run. */
	fault: Error | undefined;
}

/** Reads and checks an item, so that nothing about it can fail later that could be known before the first request. */
export function checkItem(
	operation: Operation,
	{ read, clients, keys, fault }: CheckOptions,
	item: INodeExecutionData,
	itemIndex: number,
): Plan {
	const before = recall(item);
	// What is done needs no form any more, which may be another by now.
	if (before?.kind === 'done') return { kind: 'settled', outcome: before };
	const { redact } = clients;
	try {
		if (fault) throw fault;
		const { options: written, ...form } = read(itemIndex);
		const own = parseForm(optionFields, { options: written });
		// A preview sends nothing, so it makes nothing known.
		const isResent = own.resendUnknown && !own.previewOnly;
		if (before && isSettled(before, isResent)) return { kind: 'settled', outcome: before };
		const prepared = withoutKeys(operation.prepare(form), redact);
		// Throws where the body cannot be written, for its size for example.
		JSON.stringify(prepared.request.body);
		const client = clients.byItem[itemIndex];
		if (client instanceof Error) throw client;
		if (own.previewOnly) return { kind: 'settled', outcome: preview(prepared, client, redact) };
		// What only reads may be sent as often as one likes.
		const key = prepared.request.effect === 'reads' ? undefined : own.idempotencyKey;
		if (key && keys.kind === 'missing') return { kind: 'refused', failure: KEYS_MISSING };
		return { kind: 'send', client, key, resendsUnknown: isResent, ...prepared };
	} catch (error) {
		const sentences = error instanceof FormError ? error.sentences.map(redact.text) : undefined;
		return { kind: 'refused', failure: refusal(redact.text(asError(error).message), sentences) };
	}
}

/** What is shown about the item; the request itself is sent as it is. */
const withoutKeys = (prepared: Prepared, { text }: Redactor): Prepared => ({
	...prepared,
	request: { ...prepared.request, warnings: prepared.request.warnings?.map(text) },
	about: text(prepared.about),
	inDoubt: text(prepared.inDoubt),
});

const KEYS_MISSING = refusal(
	'Never Send Twice needs a newer n8n: this one keeps no keys from one execution to the next',
);

function preview({ request, about }: Prepared, client: Client, redact: Redactor): Outcome {
	const { method, body, query, warnings = [] } = request;
	const shown = redact.json({
		method,
		url: client.urlOf(request),
		...(body && { body }),
		...(query && { query }),
		...(warnings.length > 0 && { warnings }),
	});
	return { kind: 'done', json: isDataObject(shown) ? shown : {}, isPreview: true, about, warnings };
}
