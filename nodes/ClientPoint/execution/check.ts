import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createFastReader } from '../form/fastRead';
import { FormError } from '../form/issues';
import { parseForm } from '../form/parse';
import { createFormReader, type FormReader } from '../form/read';
import type { Operation, Prepared } from '../operation';
import type { Client, Clients } from '../transport/client';
import type { Redactor } from '../transport/redaction';
import { asError, isDataObject } from '../untyped';
import { isSettled, recall, standing } from './memory';
import { createKeys, type Claim, type ClaimKey } from './once/once';
import { optionFields, optionsProperty } from './options';
import { refusal, type Outcome } from './outcome/outcome';

export interface SendPlan extends Prepared {
	kind: 'send';
	client: Client;
	/** Claims the item's key, where it has one. */
	claim?: () => Promise<Claim>;
}

/** What is to be done for one item. */
export type Plan =
	| SendPlan
	/** Nothing: an earlier try ended with this, or it is a preview, or it is refused here. */
	| { kind: 'settled' | 'refused'; outcome: Outcome };

/** Reads and checks all items. */
export function checkAll(
	context: IExecuteFunctions,
	operation: Operation,
	clients: Clients,
): Plan[] {
	const keys = createKeys(context, operation, clients.redact);
	const parameters = createFastReader(context);
	const properties = [...operation.properties, optionsProperty];
	const read = createFormReader(context, properties, parameters);
	return context
		.getInputData()
		.map((item, index) => checkItem(operation, { read, clients, keys }, item, index));
}

interface CheckOptions {
	read: FormReader;
	clients: Clients;
	keys: ClaimKey | undefined;
}

/** Reads and checks an item, so that nothing about it can fail later that could be known before the first request. */
function checkItem(
	operation: Operation,
	{ read, clients, keys }: CheckOptions,
	item: INodeExecutionData,
	itemIndex: number,
): Plan {
	const before = recall(item);
	// What is done needs no form any more, which may be another by now.
	if (before?.kind === 'done') return { kind: 'settled', outcome: before };
	const { redact } = clients;
	try {
		const { options: written, ...form } = read(itemIndex);
		const own = parseForm(optionFields, { options: written });
		// A preview sends nothing, so it makes nothing known.
		const isResent = own.resendUnknown && !own.previewOnly;
		if (before && isSettled(before, isResent)) return { kind: 'settled', outcome: before };
		const prepared = withoutKeys(operation.prepare(form), redact);
		const { request } = prepared;
		const client = clients.byItem[itemIndex];
		if (client instanceof Error) throw client;
		if (own.previewOnly) return { kind: 'settled', outcome: preview(prepared, client, redact) };
		const plan: SendPlan = { kind: 'send', client, ...prepared };
		const { idempotencyKey } = own;
		// What only reads may be sent as often as one likes.
		if (!idempotencyKey || request.effect === 'reads') return plan;
		if (!keys) {
			const warnings = [...(request.warnings ?? []), KEY_IGNORED];
			return { ...plan, request: { ...request, warnings } };
		}
		return { ...plan, claim: async () => await keys(idempotencyKey, prepared, isResent) };
	} catch (error) {
		const sentences = error instanceof FormError ? error.sentences.map(redact.text) : undefined;
		const failure = refusal(redact.text(asError(error).message), sentences);
		return { kind: 'refused', outcome: standing(item, failure) };
	}
}

/** What is shown about the item; the request itself is sent as it is. */
const withoutKeys = (prepared: Prepared, { text }: Redactor): Prepared => ({
	...prepared,
	request: { ...prepared.request, warnings: prepared.request.warnings?.map(text) },
	about: text(prepared.about),
	inDoubt: text(prepared.inDoubt),
});

const KEY_IGNORED =
	'Never Send Twice was ignored, because this run was started by hand: a test must not block the real run';

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
