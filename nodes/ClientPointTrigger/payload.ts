import type { IDataObject } from 'n8n-workflow';
import { isDataObject, isDeeper } from '../ClientPoint/untyped';

/** What n8n's web server has found out about a request, as far as the trigger looks at it. */
interface WebhookRequest {
	/** In lower case, without its parameters. */
	contentType?: string;
	/** The charset that the content type names. */
	encoding?: BufferEncoding;
	rawBody?: { toString(encoding?: BufferEncoding): string };
	readRawBody(): Promise<void>;
}

/** Far more than ClientPoint sends, and far less than what n8n cannot store: some thousands. */
const MAX_DEPTH = 200;

/**
 * The JSON objects in a request's body, of which a list may hold several, or `undefined` when it
 * holds anything else.
 *
 * Decoded as n8n does for its own Webhook node, but whatever the content type says: what holds
 * JSON is JSON. n8n itself answers 422 before the trigger is asked when something that is
 * called JSON is none.
 */
export async function readPayloads(request: WebhookRequest): Promise<IDataObject[] | undefined> {
	// n8n has made an object of a form already, with the paths of its temporary files in it.
	if (request.contentType?.startsWith('multipart/')) return undefined;
	try {
		if (!request.rawBody) await request.readRawBody();
		const text = request.rawBody?.toString(request.encoding) ?? '';
		const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		const payloads: unknown[] = Array.isArray(json) ? json : [json];
		return payloads.every(isPayload) ? payloads : undefined;
	} catch {
		// No JSON, or no charset that n8n knows: an answer here, which the caller refuses.
		return undefined;
	}
}

const isPayload = (json: unknown): json is IDataObject =>
	isDataObject(json) && !isDeeper(json, MAX_DEPTH);
