import {
	sleep,
	UserError,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';
import { parseApiKey } from '../../../credentials/apiKey';
import { parseAccountUrl, parseBaseUrl } from '../../../credentials/baseUrl';
import { ClientPointApi } from '../../../credentials/ClientPointApi.credentials';
import { asError, isDeeper, isObject } from '../untyped';
import { LATE, readConnectionFailure } from './connectionFailure';
import { describeResponse, errorMessage } from './errorMessage';
import { proxyAnswer } from './proxyAnswer';
import { createRedactor, type Redactor } from './redaction';
import { parseBody, readResponse, type Response } from './response';
import { saysWhatIsMissing, speaksOfKey } from './speaksOfKey';

/** Milliseconds; a user waits in front of the dialog. */
const TIMEOUT = 20_000;

/** Levels of a reply that is looked into. */
const MAX_DEPTH = 100;

/**
 * "Test connection": a create with the key alone, which can create nothing because the required
 * fields are missing.
 *
 * ClientPoint documents those required fields, but no call that checks a key and no reply at all. So it
 * says OK only to what an API with a fit key can answer to that: JSON that says in words what is
 * missing. It is a function because such an answer is a 4xx, which a declared test request would report.
 */
export async function testClientPointApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const redact = createRedactor(parseApiKey(data.apiKey));
		const baseUrl = parseBaseUrl(data.baseUrl);
		parseAccountUrl(data.accountUrl);
		const options = await new ClientPointApi().authenticate(data, {
			method: 'POST',
			url: `${baseUrl}/v4/clientpoint/create`,
			body: { test_mode: true },
		});
		const { request } = this.helpers;
		const answer = request({
			...options,
			json: false,
			encoding: null,
			simple: false,
			resolveWithFullResponse: true,
			timeout: TIMEOUT,
		});
		return await verdictInTime(answer, redact, baseUrl.startsWith('http:'));
	} catch (error) {
		return failed(asError(error).message);
	}
}

/** The client's own timeout starts anew with each byte, so an answer that trickles in would never end. */
async function verdictInTime(
	answer: Promise<unknown>,
	redact: Redactor,
	isPlain: boolean,
): Promise<INodeCredentialTestResult> {
	const over = new AbortController();
	const late = async () => {
		await sleep(TIMEOUT, over.signal).catch(() => {});
		return unreachable(LATE);
	};
	const read = async () => {
		try {
			const response = await answer;
			const { statusCode, request } = isObject(response) ? response : {};
			const ofProxy = proxyAnswer(Number(statusCode), request, isPlain);
			return ofProxy ? unreachable(ofProxy.reason) : verdict(readResponse(response, redact));
		} catch (error) {
			return error instanceof UserError
				? failed(error.message)
				: unreachable(readConnectionFailure(error, redact, { isPlain }).reason);
		}
	};
	const result = await Promise.race([read(), late()]);
	over.abort();
	return result;
}

function verdict(response: Response): INodeCredentialTestResult {
	const { status } = response;
	const body = parseBody(response);
	// No API nests its words so deep, and what looks for them would overflow the stack.
	const parsed = body && !isDeeper(body.json, MAX_DEPTH) ? body : undefined;
	const words = errorMessage(parsed?.json);
	if ([401, 403].includes(status) || (parsed && speaksOfKey(parsed.json, words))) {
		return failed(
			`ClientPoint refused the API key: it answered ${status}${words ? `, ${words}` : ''}`,
		);
	}
	if (status === 407) {
		return failed(
			'A proxy asks for a login (it answered 407): see the proxy settings of your n8n.',
		);
	}
	if (status === 429) {
		return failed('ClientPoint asks for a pause (it answered 429); test again later.');
	}
	if (status >= 500) {
		return failed(
			`ClientPoint cannot answer at present (it answered ${status}); test again later.`,
		);
	}
	const canBeOne = (status >= 200 && status < 300) || status === 400 || status === 422;
	return canBeOne && parsed && saysWhatIsMissing(parsed.json, words)
		? { status: 'OK', message: 'ClientPoint did not refuse the API key' }
		: failed(
				`No ClientPoint API answers like this, so check the API Base URL: ${describeResponse(response)}.`,
			);
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const unreachable = (reason: string) => failed(`ClientPoint could not be reached: ${reason}.`);
