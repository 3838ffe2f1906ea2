import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { parseApiKey } from '../../../credentials/apiKey';
import { parseAccountUrl, parseBaseUrl } from '../../../credentials/baseUrl';
import type { ApiRequest } from '../request';
import { readConnectionFailure, type ConnectionFailure } from './connectionFailure';
import { createDeadlines } from './deadline';
import { PROXY_STATUSES, proxyAnswer, replyIn } from './proxyAnswer';
import { createRedactor, type Redactor } from './redaction';
import { readResponse, type Response } from './response';

const CREDENTIAL = 'clientPointApi';

/** What became of a request on its way. */
export type Answer = Response | ConnectionFailure;

/** The ClientPoint API for one run of the node, with the credential read once. */
export interface Client {
	/** Never throws: what went wrong on the way is an answer too. */
	send(request: ApiRequest): Promise<Answer>;
	/** Where the request goes, without the query. */
	urlOf(request: ApiRequest): string;
	/** The account's own domain, where the credential has one. */
	accountUrl: string | undefined;
	/** Takes the API key out of what is about to be shown. */
	redact: Redactor;
}

/**
 * Opens the API with the node's credential; `timeout` is in seconds, for each complete answer.
 *
 * @throws UserError when the credential's key or a URL of it is unfit; n8n's own error when there is no credential
 */
export async function createClient(context: IExecuteFunctions, timeout: number): Promise<Client> {
	const data = await context.getCredentials(CREDENTIAL);
	const api = parseBaseUrl(data.baseUrl);
	const accountUrl = parseAccountUrl(data.accountUrl);
	const hosts = { api, account: accountUrl ?? api };
	const redact = createRedactor(parseApiKey(data.apiKey));
	// Handed over with each request: n8n would otherwise read and decrypt it at each one.
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data };
	const nextDeadline = createDeadlines(context, timeout);
	const urlOf = ({ host, path }: ApiRequest) => hosts[host] + path;

	const send = async (request: ApiRequest): Promise<Answer> => {
		const { method, body, query } = request;
		const options: IHttpRequestOptions = {
			method,
			url: urlOf(request),
			...(body && { body: { ...body } }),
			...(query && { qs: query }),
			headers: { accept: 'application/json' },
			// The bytes as they came: what they are is for the reader of the response to find out.
			encoding: 'arraybuffer',
			returnFullResponse: true,
			// Without this, n8n answers a 401 by sending the request a second time.
			ignoreHttpStatusErrors: { ignore: true, except: PROXY_STATUSES },
			// A 307 or 308 would send the body, key included, to another place.
			disableFollowRedirect: true,
			timeout: timeout * 1000,
		};
		const deadline = nextDeadline();
		try {
			const response = await context.helpers.httpRequestWithAuthentication.call(
				deadline.context,
				CREDENTIAL,
				options,
				{ credentialsDecrypted },
			);
			return readResponse(response, redact);
		} catch (error) {
			const isPlain = options.url.startsWith('http:');
			const reply = replyIn(error);
			if (!reply) {
				return readConnectionFailure(error, redact, { isLate: deadline.signal.aborted, isPlain });
			}
			const ofProxy = proxyAnswer(reply.statusCode, reply.request, isPlain);
			return ofProxy ?? readResponse(reply, redact);
		}
	};
	return { send, urlOf, accountUrl, redact };
}
