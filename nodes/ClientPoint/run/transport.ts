import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { parseBaseUrl } from '../../../credentials/baseUrl';
import type { ApiRequest } from './operation';
import type { Loss } from './outcome';
import { isObject, type Reply } from './reply';
import { secretFilter, type SecretFilter } from './secret';

const CREDENTIAL = 'clientPointApi';

/** The ClientPoint API for one run of the node, with the credential read once. */
export interface Api {
	/** Never throws: what went wrong on the way is an answer too. */
	send(request: ApiRequest): Promise<Reply | Loss>;
	/** Takes the API key out of what is about to be shown. */
	secret: SecretFilter;
}

/**
 * Opens the API with the node's credential; `timeout` is in seconds, for each complete answer.
 *
 * @throws UserError when the credential's base URL is unfit; n8n's own error when there is no credential
 */
export async function connect(context: IExecuteFunctions, timeout: number): Promise<Api> {
	const data = await context.getCredentials(CREDENTIAL);
	const baseUrl = parseBaseUrl(data.baseUrl);
	const accountUrl = data.accountUrl ? parseBaseUrl(data.accountUrl, 'Account URL') : baseUrl;
	const secret = secretFilter(String(data.apiKey ?? ''));
	// Handed over with each request: n8n would otherwise read and decrypt it at each one.
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data };
	const limitNow = createLimits(context, timeout);

	const send = async (request: ApiRequest): Promise<Reply | Loss> => {
		const { method, path } = request;
		const options: IHttpRequestOptions = {
			method,
			...('body' in request
				? { url: baseUrl + path, body: { ...request.body } }
				: { url: accountUrl + path, qs: request.query }),
			headers: { accept: 'application/json' },
			// The text as it came: whether it is JSON is for the reader of the reply to find out.
			encoding: 'text',
			returnFullResponse: true,
			// Without this, n8n answers a 401 by sending the request a second time.
			ignoreHttpStatusErrors: true,
			// A 307 or 308 would send the body, key included, to another place.
			disableFollowRedirect: true,
			timeout: timeout * 1000,
		};
		const limit = limitNow();
		try {
			const response = await context.helpers.httpRequestWithAuthentication.call(
				limit.context,
				CREDENTIAL,
				options,
				{ credentialsDecrypted },
			);
			return readResponse(response, secret);
		} catch (error) {
			if (!limit.deadline.aborted) return readLoss(error, secret);
			return { reached: true, reason: LATE };
		}
	};
	return { send, secret };
}

interface Limit {
	deadline: AbortSignal;
	/** For requests that end at the deadline too: n8n takes their signal from the context alone. */
	context: IExecuteFunctions;
}

/** Requests that begin within so many milliseconds share a limit: one for each would cost more. */
const SHARED = 1000;

/** How many share one at most; Node warns of a leak where more than ten listen to one signal. */
const SHARERS = 10;

/**
 * The client's own timeout starts anew with each byte, so an answer that trickles in would never
 * end. It ends at this limit, at the latest `SHARED` milliseconds after the time allowed.
 */
function createLimits(context: IExecuteFunctions, timeout: number): () => Limit {
	const cancelled = context.getExecutionCancelSignal();
	let limit: Limit | undefined;
	let madeAt = 0;
	let sharers = 0;
	return () => {
		const now = Date.now();
		sharers += 1;
		if (limit && now - madeAt < SHARED && sharers <= SHARERS) return limit;
		const deadline = AbortSignal.timeout(timeout * 1000 + SHARED);
		const either = cancelled ? AbortSignal.any([cancelled, deadline]) : deadline;
		madeAt = now;
		sharers = 1;
		limit = {
			deadline,
			context: Object.create(context, { getExecutionCancelSignal: { value: () => either } }),
		};
		return limit;
	};
}

/** Meets the untyped response of n8n's HTTP helpers: `statusCode`, `headers`, `body` as text. */
export function readResponse(response: unknown, secret: SecretFilter): Reply {
	const { statusCode, headers, body }: Record<string, unknown> = isObject(response)
		? { ...response }
		: {};
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	return {
		status: Number(statusCode),
		headers: isObject(headers) ? { ...headers } : {},
		text: secret.jsonText(text),
	};
}

/** Errors of a connection that never came about, so that the request cannot have left. */
const NOT_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EADDRNOTAVAIL|ENETUNREACH|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL)$/;

const LATE = 'no complete answer came in the time allowed';

/** In the words of a user; n8n replaces any message that has such a code in it. */
const REASONS: Array<[RegExp, string]> = [
	[/^ECONNREFUSED$/, 'the connection was refused'],
	[/^(ENOTFOUND|EAI_)/, 'its host name is not known'],
	[/^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT)$/, LATE],
	[/^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|ERR_STREAM\w*)$/, 'the connection was lost'],
	[/^ERR_CANCELED$/, 'the execution was cancelled'],
	[
		/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_)/,
		'its certificate is not trusted',
	],
];

/** What an error of n8n's HTTP helpers tells of the way: whether the request can have left, and why. */
export function readLoss(error: unknown, secret: SecretFilter): Loss {
	const causes = causesOf(error);
	const systemError = causes.findLast(({ code }) => typeof code === 'string') ?? {};
	const code = String(systemError.code ?? '');
	const isConnecting = ['connect', 'getaddrinfo'].includes(String(systemError.syscall));
	const known = REASONS.find(([pattern]) => pattern.test(code));
	return {
		reached: !(isConnecting || NOT_CONNECTED.test(code)),
		reason: known?.[1] ?? secret.text(String(causes.at(-1)?.message)),
	};
}

/** The error and what caused it: n8n wraps its HTTP client's error, and that the system's. */
function causesOf(error: unknown): Array<Record<string, unknown>> {
	const causes: Array<Record<string, unknown>> = [];
	for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
		causes.push({ ...cause, message: cause.message });
	}
	return causes;
}
