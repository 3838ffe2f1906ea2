import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { parseBaseUrl } from '../../credentials/baseUrl';
import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { describeText, parseReply, said, type Reply } from './run/reply';
import { secretFilter } from './run/secret';
import { readLoss, readResponse } from './run/transport';

/** Milliseconds; a user waits in front of the dialog. */
const TIMEOUT = 20_000;

/**
 * "Test connection": a create with the key alone, which can create nothing because the required
 * fields are missing.
 *
 * ClientPoint documents those required fields, but no call that checks a key and no reply at all.
 * So this holds only as far as its API tells a refused key by 401, 403 or words about the API key;
 * any other JSON reply counts as "not refused". It is a function because a good key is answered
 * with a 4xx too, which a declared test request would report as a failure.
 */
export async function testClientPointApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { request } = this.helpers;
	const secret = secretFilter(String(data.apiKey ?? ''));
	const answer = async () => {
		const options = await new ClientPointApi().authenticate(data, {
			method: 'POST',
			url: `${parseBaseUrl(data.baseUrl)}/v4/clientpoint/create`,
			body: { test_mode: true },
		});
		const response: unknown = await request({
			...options,
			json: false,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT,
		});
		return verdict(readResponse(response, secret));
	};
	try {
		return await answer();
	} catch (error) {
		return failed(
			error instanceof Error && error.name === 'UserError'
				? error.message
				: `ClientPoint could not be reached: ${readLoss(error, secret).reason}.`,
		);
	}
}

function verdict(reply: Reply): INodeCredentialTestResult {
	const { status } = reply;
	const parsed = parseReply(reply);
	const words = said(parsed?.json);
	if (status === 401 || status === 403 || /api[\s_-]?key/i.test(words ?? '')) {
		return failed(
			`ClientPoint refused the API key: it answered ${status}${words ? `, ${words}` : ''}`,
		);
	}
	if (status >= 500) {
		return failed(
			`ClientPoint has a problem of its own (it answered ${status}); test again later.`,
		);
	}
	if (status === 429) {
		return failed('ClientPoint asks for a pause (it answered 429); test again later.');
	}
	if (!parsed || status === 404 || (status >= 300 && status < 400)) {
		const how = parsed ? `${status}` : `${status} ${describeText(reply)}`;
		return failed(`This is no ClientPoint API: the API Base URL answered ${how}`);
	}
	return { status: 'OK', message: 'ClientPoint did not refuse the API key' };
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
