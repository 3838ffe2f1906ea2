import { UserError } from 'n8n-workflow';
import { isObject } from '../untyped';
import {
	causesOf,
	isBlocked,
	isNeverSent,
	isSecondTime,
	isWithoutSocket,
	type Cause,
} from './neverSent';
import type { Redactor } from './redaction';

/** A request that got no reply. */
export type ConnectionFailure = {
	kind: 'connectionFailure';
	/** In the words of a user; n8n replaces any message that has an error code in it. */
	reason: string;
} & Way;

/** Whether the request can have left. `no` is certain, and then there is something to do about it. */
type Way = { sent: 'no'; advice: string } | { sent: 'perhaps' };

export const LATE = 'no complete answer came in the time allowed';

const CHECK_URL = 'Check the API Base URL in the credential and the network of your n8n.';
const CHECK_TLS =
	'Check the API Base URL in the credential, its port above all, and that nothing between your n8n and ClientPoint takes connections apart.';
const CHECK_CERTIFICATE =
	'Check the API Base URL in the credential; behind a proxy that reads along, give its certificate to your n8n (NODE_EXTRA_CA_CERTS).';
export const CHECK_PROXY = 'Check the proxy settings of your n8n (HTTPS_PROXY, NO_PROXY).';

type Reasons = Array<[code: RegExp, reason: string]>;

/** Where nothing was sent: the reason by code, the first that fits, and what to do where it is not to check the URL. */
const REASONS_NOT_SENT: Array<[code: RegExp, reason: string, advice?: string]> = [
	[/^ECONNREFUSED$/, 'the connection was refused'],
	[/^(ENOTFOUND|EAI_|ESERVFAIL|ETIMEOUT)/, 'its host name is not known'],
	[/^(EACCES|EPERM)$/, 'the machine of your n8n does not allow the connection'],
	[
		/^(EMFILE|ENFILE|ENOBUFS|ENOMEM|EADDRINUSE)$/,
		'the machine of your n8n can open no more connections',
		'Lower Max Concurrency, or try again later.',
	],
	[/^(E(HOST|NET)(UNREACH|DOWN)|EADDRNOTAVAIL)$/, 'there is no way to its address'],
	[/^ERR_TLS_CERT_ALTNAME/, 'its certificate is for another host', CHECK_CERTIFICATE],
	[/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'its certificate is out of date', CHECK_CERTIFICATE],
	[
		/^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|CRL_|ERROR_IN_C|EE_|CA_)/,
		'its certificate is not trusted',
		CHECK_CERTIFICATE,
	],
	[
		/^ECONNABORTED$|TIMEDOUT$/,
		'no connection came about in the time allowed',
		`${CHECK_URL} Its port may be that of something else.`,
	],
	[/^ERR_CANCELED$/, 'the execution was cancelled before', ''],
	[
		/^(ECONNRESET|EPIPE|EPROTO|ERR_SSL|ERR_TLS|ERR_OSSL)/,
		'no secure connection came about',
		CHECK_TLS,
	],
	[/^E[A-Z]+$/, 'no connection came about'],
];

/** Where the request may have left. */
const REASONS_PERHAPS_SENT: Reasons = [
	[/^ECONNABORTED$|TIMEDOUT$/, LATE],
	[/^ERR_CANCELED$/, 'the execution was cancelled'],
	[/^(Z_|ERR__ERROR_FORMAT)/, 'its answer cannot be unpacked'],
	[/^HPE_/, 'its answer is not HTTP'],
	[/CERTIFICATE_REQUIRED/, 'it asks for a certificate of the client, which n8n has none of'],
	[/^(EPROTO|ERR_SSL|ERR_TLS)/, 'the secure connection broke off'],
	[/./, 'the connection was lost'],
];

/** Where a proxy would not connect. */
const REASONS_OF_PROXY: Reasons = [
	[/^ECONNREFUSED$/, 'the proxy refuses the connection'],
	[/^(ENOTFOUND|EAI_)/, "the proxy's host name is not known"],
	[/^ECONNABORTED$|TIMEDOUT$/, 'the proxy did not connect in the time allowed'],
	[/^(E(HOST|NET)(UNREACH|DOWN)|EADDRNOTAVAIL)$/, 'there is no way to the proxy'],
	[
		/^(ERR_TLS_)?(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/,
		"the proxy's certificate is not trusted",
	],
];

const PROXY_ENDED = 'the proxy ended the connection';

const reasonFor = (code: string, reasons: Reasons) =>
	reasons.find(([pattern]) => pattern.test(code))?.[1];

/**
 * What an error of n8n's HTTP helpers tells of the way: whether the request can have left, and why.
 * `isLate` says that the deadline is what ended it, which the error itself does not tell; `isPlain`, that it was
 * plain http, which passes every proxy by (see the credential).
 */
export function readConnectionFailure(
	error: unknown,
	redact: Redactor,
	{ isLate = false, isPlain = false } = {},
): ConnectionFailure {
	const causes = causesOf(error);
	const isSent = !isNeverSent(causes);
	const because = (reason: string, advice = ''): ConnectionFailure => ({
		kind: 'connectionFailure',
		reason,
		...(isSent ? { sent: 'perhaps' } : { sent: 'no', advice }),
	});

	if (causes.some(isBlocked)) {
		return because(
			'the protection of your n8n against requests to internal addresses (SSRF) blocks it',
			'Check the API Base URL in the credential, or ask who runs your n8n to allow it.',
		);
	}
	if (isSecondTime(causes)) return because('its answer, with status 401, cannot be read');
	const own = causes.find((cause) => cause instanceof UserError);
	if (own) return because(redact.text(String(own.message)));
	const code = isLate ? 'ETIMEDOUT' : codeOf(causes);
	if (isWithoutSocket(causes) && code !== 'ERR_CANCELED' && !isPlain) {
		// Node's own agent gives a socket at once, so what fails before is a proxy's.
		return because(reasonFor(code, REASONS_OF_PROXY) ?? PROXY_ENDED, CHECK_PROXY);
	}
	// n8n's older helper, of the connection's test, takes the request out of the error.
	if (causes.some(({ message }) => /proxy CONNECT|CONNECT response/.test(String(message)))) {
		return because(PROXY_ENDED, CHECK_PROXY);
	}
	// Of a plain connection there is nothing secure to speak of.
	if (isPlain && /^(ECONNRESET|EPIPE)$/.test(code))
		return because('the connection was lost', CHECK_URL);
	const [line] = String(causes.at(-1)?.message ?? '').split('\n');
	const message = redact.text(line).slice(0, 200) || 'no reason was given';
	if (isSent) return because(reasonFor(code, REASONS_PERHAPS_SENT) ?? message);
	const [, reason = message, advice = CHECK_URL] =
		REASONS_NOT_SENT.find(([pattern]) => pattern.test(code)) ?? [];
	return because(reason, advice);
}

/** The innermost code; of several addresses that were tried, the first one's. */
function codeOf(causes: Cause[]): string {
	const codes = causes.flatMap(({ code, errors }) => {
		const inner = Array.isArray(errors) && isObject(errors[0]) ? errors[0].code : undefined;
		return [code, inner].filter((value) => typeof value === 'string');
	});
	return String(codes.at(-1) ?? '');
}
