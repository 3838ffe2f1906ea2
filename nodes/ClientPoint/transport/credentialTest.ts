import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { parseApiKey } from '../../../credentials/apiKey';
import { parseBaseUrl } from '../../../credentials/baseUrl';
import { ClientPointApi } from '../../../credentials/ClientPointApi.credentials';
import { asError } from '../untyped';
import { readConnectionFailure } from './connectionFailure';
import { createRedactor, type Redactor } from './redaction';
import { readResponse, type Response } from './response';
import { describeResponse, wordsOf } from './words';

/** Seconds; a user waits in front of the dialog. */
const TIMEOUT = 20;

/**
 * "Test connection": a create with the key alone, which can create nothing because the required
 * fields are missing.
 *
 * ClientPoint documents those required fields, but no call that checks a key and no reply at all. It is a function
 * because the reply to a good key may be a 4xx, which a declared test request would report.
 */
export async function testClientPointApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const redact = createRedactor([parseApiKey(data.apiKey)]);
		const baseUrl = parseBaseUrl(data.baseUrl);
		const options = await new ClientPointApi().authenticate(data, {
			method: 'POST',
			url: `${baseUrl}/v4/clientpoint/create`,
			body: { test_mode: true },
		});
		const { request } = this.helpers;
		return await judge(
			request({
				...options,
				json: false,
				encoding: null,
				simple: false,
				resolveWithFullResponse: true,
				timeout: TIMEOUT * 1000,
			}),
			redact,
		);
	} catch (error) {
		return failed(asError(error).message);
	}
}

async function judge(
	answer: Promise<unknown>,
	redact: Redactor,
): Promise<INodeCredentialTestResult> {
	try {
		return verdictOn(readResponse(await answer, redact));
	} catch (error) {
		const { reason } = readConnectionFailure(error, redact, TIMEOUT);
		return failed(`ClientPoint could not be reached: ${reason}`);
	}
}

/** A refused key, and what only a create without its required fields is told. */
const ABOUT_KEY = /api.?key|token|auth|log.?in|permission|credential|access denied/i;
const ABOUT_FIELDS = /revenue|assigned.?to|\bname\b|required|missing/i;

function verdictOn(response: Response): INodeCredentialTestResult {
	const { status, json, text } = response;
	const answered = describeResponse(response, (name) => name);
	const words = wordsOf(json, (name) => name);
	if (status === 401 || status === 403 || ABOUT_KEY.test(words)) {
		return failed(`ClientPoint refused the API key: ${answered}`);
	}
	if (status === 429 || status >= 500) {
		return failed(`ClientPoint cannot answer at present, test again later: ${answered}`);
	}
	const canBeAboutFields = (status >= 200 && status < 300) || status === 400 || status === 422;
	if (canBeAboutFields && json !== undefined && ABOUT_FIELDS.test(text)) {
		return { status: 'OK', message: 'ClientPoint did not refuse the API key' };
	}
	return failed(
		json === undefined
			? `No ClientPoint API answers like this, check the API Base URL: ${answered}`
			: `ClientPoint's answer does not tell whether the key is right: ${answered}`,
	);
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
