import { UserError, type IDataObject } from 'n8n-workflow';
import { isDataObject, isDeeper } from '../ClientPoint/untyped';

/** Far more than ClientPoint sends, and far less than what n8n cannot store: some thousands. */
const MAX_DEPTH = 200;

/**
 * The JSON objects in a request's body, of which a list may hold several, whatever the content type says.
 * n8n keeps no bytes of a multipart body, which is therefore none.
 *
 * @throws when the body holds anything else
 */
export function readPayloads({ rawBody }: { rawBody?: Uint8Array }): IDataObject[] {
	const json: unknown = JSON.parse(new TextDecoder().decode(rawBody));
	const payloads = [json].flat();
	if (payloads.every(isPayload)) return payloads;
	throw new UserError('the body is not a JSON object or a list of them');
}

const isPayload = (json: unknown): json is IDataObject =>
	isDataObject(json) && !isDeeper(json, MAX_DEPTH);
