/** What is told of a connection that failed, by the system's code: certain, and in a user's words. */
import { UserError } from 'n8n-workflow';
import { KeyAlreadyThere } from '../../credentials/apiKey';
import { readConnectionFailure } from '../../nodes/ClientPoint/transport/connectionFailure';
import { proxyAnswer, replyIn } from '../../nodes/ClientPoint/transport/proxyAnswer';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';

const redact = createRedactor('exampleKey1234567');
/** As n8n wraps the error of its HTTP client. */
const told = (inner: object) =>
	readConnectionFailure(
		new Error('n8n', { cause: Object.assign(new Error('raw C:0A00:x.c'), inner) }),
		redact,
	);

/** A row of a table for each code. */
const each = (codes: string[], ...told: string[]) => codes.map((code) => [code, ...told]);

const HANDSHAKE = { socket: { encrypted: true, secureConnecting: true } };
const DONE = { socket: { encrypted: true, secureConnecting: false } };

const CHECK_URL = 'Check the API Base URL in the credential and the network of your n8n.';
const CHECK_TLS =
	'Check the API Base URL in the credential, its port above all, and that nothing between your n8n and ClientPoint takes connections apart.';
const CHECK_CERTIFICATE =
	'Check the API Base URL in the credential; behind a proxy that reads along, give its certificate to your n8n (NODE_EXTRA_CA_CERTS).';
const CHECK_PROXY = 'Check the proxy settings of your n8n (HTTPS_PROXY, NO_PROXY).';

const UNKNOWN_HOST = 'its host name is not known';
const NOT_ALLOWED = 'the machine of your n8n does not allow the connection';
const NO_MORE = 'the machine of your n8n can open no more connections';
const NO_WAY = 'there is no way to its address';
const NOT_TRUSTED = 'its certificate is not trusted';
const NOT_SECURE = 'no secure connection came about';
const NOT_IN_TIME = 'no connection came about in the time allowed';
const LATER = 'Lower Max Concurrency, or try again later.';
const PORT = `${CHECK_URL} Its port may be that of something else.`;

describe('before anything was sent', () => {
	it.each([
		['ECONNREFUSED', 'the connection was refused', CHECK_URL],
		...each(['ENOTFOUND', 'EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT'], UNKNOWN_HOST, CHECK_URL),
		...each(['EACCES', 'EPERM'], NOT_ALLOWED, CHECK_URL),
		...each(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EADDRINUSE'], NO_MORE, LATER),
		...each(
			['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL'],
			NO_WAY,
			CHECK_URL,
		),
		['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another host', CHECK_CERTIFICATE],
		...each(
			['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
			'its certificate is out of date',
			CHECK_CERTIFICATE,
		),
		...each(
			['CERT_SIGNATURE_FAILURE', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
			NOT_TRUSTED,
			CHECK_CERTIFICATE,
		),
		...each(
			['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'CA_MD_TOO_WEAK'],
			NOT_TRUSTED,
			CHECK_CERTIFICATE,
		),
		...each(
			['INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED', 'CRL_HAS_EXPIRED', 'EE_KEY_TOO_SMALL'],
			NOT_TRUSTED,
			CHECK_CERTIFICATE,
		),
		['ERROR_IN_CERT_NOT_AFTER_FIELD', NOT_TRUSTED, CHECK_CERTIFICATE],
		...each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'], NOT_IN_TIME, PORT),
		['ERR_CANCELED', 'the execution was cancelled before', ''],
		...each(
			['ECONNRESET', 'EPIPE', 'EPROTO', 'ERR_SSL_X', 'ERR_TLS_X', 'ERR_OSSL_X'],
			NOT_SECURE,
			CHECK_TLS,
		),
		...each(['EINVAL', 'EAFNOSUPPORT'], 'no connection came about', CHECK_URL),
		// Nothing that is known: as it is told.
		...each(
			['E_X', 'XEINVAL', 'XEACCES', 'XEMFILE', 'XEHOSTDOWN', 'XERR_TLS_CERT_ALTNAME', 'XCERT_X'],
			'raw C:0A00:x.c',
			CHECK_URL,
		),
		...each(
			['XECONNREFUSED', 'XENOTFOUND', 'XERR_CANCELED', 'ERR_CANCELED_X', 'XCERT_HAS_EXPIRED'],
			'raw C:0A00:x.c',
			CHECK_URL,
		),
		...each(['XECONNABORTED', 'TIMEDOUT_X', 'XECONNRESET'], 'raw C:0A00:x.c', CHECK_URL),
		// Others that begin like one.
		...each(
			['ECONNREFUSEDX', 'EACCESX', 'EPERMX', 'EMFILEX', 'EHOSTDOWNX', 'ECONNABORTEDX'],
			'no connection came about',
			CHECK_URL,
		),
		['CERT_HAS_EXPIRED_X', NOT_TRUSTED, CHECK_CERTIFICATE],
	])('%s', (code, reason, advice) => {
		const failure = told({ code, request: HANDSHAKE });
		expect(failure).toEqual({ kind: 'connectionFailure', sent: 'no', reason, advice });
	});
});

describe('by the code', () => {
	const reason = (inner: object) => told({ request: HANDSHAKE, ...inner }).reason;
	it('of the innermost cause', () =>
		expect(reason({ code: 'ECONNRESET', cause: { code: 'ECONNREFUSED' } })).toBe(
			'the connection was refused',
		));
	it('of the first address that was tried', () =>
		expect(reason({ errors: [{ code: 'EHOSTDOWN' }, { code: 'ECONNREFUSED' }] })).toBe(NO_WAY));
});

it("is told in this package's own words, where it refuses to send", () => {
	const refused = new UserError('Say exampleKey1234567 again');
	expect(readConnectionFailure(new Error('x', { cause: refused }), redact)).toEqual({
		...{ kind: 'connectionFailure', sent: 'no', reason: 'Say [API key removed] again' },
		advice: '',
	});
	// Sent, and kept from going out a second time.
	expect(readConnectionFailure(new Error('x', { cause: new KeyAlreadyThere() }), redact)).toEqual({
		...{ kind: 'connectionFailure', sent: 'perhaps' },
		reason: 'its answer, with status 401, cannot be read',
	});
});

describe('after it may have been sent', () => {
	const LATE = 'no complete answer came in the time allowed';
	const CANCELLED = 'the execution was cancelled';
	const PACKED = 'its answer cannot be unpacked';
	const CLIENT = 'it asks for a certificate of the client, which n8n has none of';
	const SECURE = 'the secure connection broke off';
	const LOST = 'the connection was lost';
	it.each([
		...each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'], LATE),
		['ERR_CANCELED', CANCELLED],
		...each(['Z_DATA_ERROR', 'ERR__ERROR_FORMAT_X'], PACKED),
		['HPE_INVALID_VERSION', 'its answer is not HTTP'],
		['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', CLIENT],
		...each(['EPROTO', 'ERR_SSL_X', 'ERR_TLS_X'], SECURE),
		...each(['ECONNRESET', 'EPIPE', 'EINVAL', 'XECONNABORTED', 'ECONNABORTEDX', 'TIMEDOUTX'], LOST),
		...each(['XERR_CANCELED', 'ERR_CANCELEDX', 'XZ_X', 'XHPE_X', 'XEPROTO', 'XERR_SSL'], LOST),
		['', 'raw C:0A00:x.c'],
	])('%s', (code, reason) => {
		const failure = told({ code, request: DONE });
		expect(failure).toEqual({ kind: 'connectionFailure', sent: 'perhaps', reason });
	});

	it('is late by the deadline, whatever the error says', () => {
		const error = Object.assign(new Error('x'), { code: 'ECONNRESET', request: DONE });
		expect(readConnectionFailure(error, redact, { isLate: true })).toEqual({
			...{ kind: 'connectionFailure', sent: 'perhaps', reason: LATE },
		});
	});

	it('is told in the words that there are, without the key', () => {
		const said = (message: string) =>
			readConnectionFailure(new Error('outer', { cause: new Error(message) }), redact).reason;
		expect([
			said('one\ntwo'),
			said(''),
			said('a exampleKey1234567 b'),
			said('x'.repeat(201)),
			readConnectionFailure(new Error('outer'), redact).reason,
		]).toEqual([
			...['one', 'no reason was given', 'a [API key removed] b', 'x'.repeat(200), 'outer'],
		]);
		expect(readConnectionFailure(undefined, redact).reason).toBe('no reason was given');
	});
});

describe('of a proxy that gave no connection', () => {
	const NO_WAY_TO_IT = 'there is no way to the proxy';
	const NOT_KNOWN = "the proxy's host name is not known";
	const NOT_TRUSTED_PROXY = "the proxy's certificate is not trusted";
	const LATE = 'the proxy did not connect in the time allowed';
	it.each([
		['ECONNREFUSED', 'the proxy refuses the connection'],
		...each(['ENOTFOUND', 'EAI_AGAIN'], NOT_KNOWN),
		...each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'], LATE),
		...each(
			['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL'],
			NO_WAY_TO_IT,
		),
		...each(
			['CERT_X', 'ERR_TLS_CERT_X', 'DEPTH_ZERO_X', 'SELF_SIGNED_X', 'UNABLE_TO_X'],
			NOT_TRUSTED_PROXY,
		),
		...each(
			['ECONNRESET', 'XECONNREFUSED', 'ECONNREFUSEDX', 'XENOTFOUND', 'XCERT_X', 'EHOSTDOWNX'],
			'the proxy ended the connection',
		),
		...each(
			['XECONNABORTED', 'ECONNABORTEDX', 'TIMEDOUTX', 'XEHOSTDOWN', ''],
			'the proxy ended the connection',
		),
	])('%s', (code, reason) => {
		const failure = told({ code, request: { socket: null } });
		expect(failure).toEqual({ kind: 'connectionFailure', sent: 'no', reason, advice: CHECK_PROXY });
	});

	it('is the cancelling, where that ended it', () =>
		expect(told({ code: 'ERR_CANCELED', request: { socket: null } })).toEqual({
			...{ kind: 'connectionFailure', sent: 'no', reason: 'the execution was cancelled before' },
			advice: '',
		}));

	it('is told by its words, where the request is not in the error', () => {
		const ended = 'the proxy ended the connection';
		for (const message of ['proxy CONNECT failed', 'bad CONNECT response']) {
			const error = new Error('outer', { cause: new Error(message) });
			expect(readConnectionFailure(error, redact).reason).toBe(ended);
		}
	});
});

it.each([
	['ECONNRESET', 'the connection was lost', CHECK_URL],
	['EPIPE', 'the connection was lost', CHECK_URL],
	['XEPIPE', 'raw C:0A00:x.c', CHECK_URL],
	['EPIPEX', NOT_SECURE, CHECK_TLS],
])('%s of plain http, where nothing is secure and no proxy is asked', (code, reason, advice) => {
	const error = Object.assign(new Error('raw C:0A00:x.c'), { code, request: { socket: null } });
	expect(readConnectionFailure(error, redact, { isPlain: true })).toEqual({
		...{ kind: 'connectionFailure', sent: 'no', reason, advice },
	});
});

describe('whether it can have left', () => {
	const sent = (inner: object) => told(inner).sent;
	const code = 'ECONNRESET';
	it.each<[string, object]>([
		['no socket yet', { code, request: { socket: null } }],
		['in its handshake', { code, request: HANDSHAKE }],
		['connecting', { code, syscall: 'connect' }],
		['connecting, to each address', { code, errors: [{ syscall: 'connect' }] }],
		['connecting, however deep', { cause: { cause: { cause: { syscall: 'connect' } } } }],
	])('no: %s', (_, inner) => expect(sent(inner)).toBe('no'));
	it.each<[string, object]>([
		['nothing is known', { code }],
		['its handshake has ended', { code, request: DONE }],
		['of a plain socket', { code, request: { socket: { secureConnecting: true } } }],
		['of a socket that is none', { code, request: { socket: 'x' } }],
		['of a request that is none', { code, request: null }],
		['reading', { code, syscall: 'read' }],
		['one address of two', { code, errors: [{ syscall: 'connect' }, { syscall: 'read' }] }],
		['an address that is none', { code, errors: [{ syscall: 'connect' }, null] }],
		['no address', { code, errors: [] }],
		['a name like that of the protection', { name: 'NoSsrfBlocked' }],
	])('perhaps: %s', (_, inner) => expect(sent(inner)).toBe('perhaps'));
	it('perhaps: deeper than anybody looks', () => {
		const deep = (levels: number): object =>
			levels === 0 ? { syscall: 'connect' } : { cause: deep(levels - 1) };
		const sentAt = (levels: number) => readConnectionFailure(deep(levels), redact).sent;
		expect([sentAt(5), sentAt(6)]).toEqual(['no', 'perhaps']);
	});
});

describe("a proxy's own answer", () => {
	const PLAIN_SOCKET = { socket: { encrypted: undefined } };
	const answered = (status: number) => ({
		kind: 'connectionFailure',
		sent: 'no',
		reason: `the proxy ${status === 407 ? 'asks for a login' : 'did not connect'} (it answered ${status})`,
		advice: CHECK_PROXY,
	});
	const STATUSES = [
		...[301, 302, 303, 400, 403, 404, 405, 407, 408, 411, 429],
		...[500, 501, 502, 503, 504, 505, 511],
	];
	it.each(STATUSES)('%i', (status) => {
		expect(proxyAnswer(status, PLAIN_SOCKET, false)).toEqual(answered(status));
		const error = {
			cause: { response: { status, headers: { a: 'b' }, data: 'x', request: PLAIN_SOCKET } },
		};
		expect(replyIn(error)).toEqual({
			...{ statusCode: status, headers: { a: 'b' }, body: 'x', request: PLAIN_SOCKET },
		});
	});
	it('is none of any other status, over a secure connection, or of plain http', () => {
		const others = Array.from({ length: 500 }, (_, index) => index + 100).filter(
			(status) => !STATUSES.includes(status),
		);
		for (const status of others) {
			expect(proxyAnswer(status, PLAIN_SOCKET, false)).toBeUndefined();
			expect(replyIn({ response: { status, data: 'x' } })).toBeUndefined();
		}
		expect(proxyAnswer(407, PLAIN_SOCKET, true)).toBeUndefined();
		for (const request of [DONE, HANDSHAKE, { socket: null }, {}, null, undefined, 'x']) {
			expect(proxyAnswer(407, request, false)).toBeUndefined();
		}
		for (const error of [{}, null, { response: 'x' }, { response: { status: 407 } }]) {
			expect(replyIn(error)).toBeUndefined();
		}
	});
});

describe('while connecting', () => {
	it.each([
		['EACCES', NOT_ALLOWED],
		['EMFILE', NO_MORE],
		['EINVAL', 'no connection came about'],
		['EHOSTDOWN', NO_WAY],
	])('%s', (code, reason) => {
		const failure = told({ code, syscall: 'connect', request: HANDSHAKE });
		expect(failure).toMatchObject({ sent: 'no', reason, advice: expect.stringMatching(/./) });
		const several = [
			{ code, syscall: 'connect' },
			{ code: 'ECONNREFUSED', syscall: 'connect' },
		];
		expect(told({ errors: several, code })).toMatchObject({ sent: 'no', reason });
		const withOther = [...several, { code: 'ECONNRESET', syscall: 'read' }];
		expect(told({ errors: withOther, code }).sent).toBe('perhaps');
	});

	it.each(['ESERVFAIL', 'ETIMEOUT', 'EAI_FAIL', 'EAI_NODATA'])('%s of a name', (code) =>
		expect(told({ code, syscall: 'getaddrinfo' })).toMatchObject({
			sent: 'no',
			reason: 'its host name is not known',
		}),
	);
});

describe('of the secure connection', () => {
	it.each([
		['CRL_HAS_EXPIRED', 'its certificate is not trusted'],
		['ERROR_IN_CERT_NOT_AFTER_FIELD', 'its certificate is not trusted'],
		['EE_KEY_TOO_SMALL', 'its certificate is not trusted'],
		['CA_MD_TOO_WEAK', 'its certificate is not trusted'],
		['ERR_OSSL_EVP_UNSUPPORTED', 'no secure connection came about'],
		['ERR_SSL_DH_KEY_TOO_SMALL', 'no secure connection came about'],
	])('%s', (code, reason) => {
		const failure = told({ code, request: HANDSHAKE });
		expect(failure).toMatchObject({ sent: 'no', reason, advice: expect.stringMatching(/^Check/) });
		expect(told({ code, request: DONE }).sent).toBe('perhaps');
	});
});

it.each([
	['EHOSTUNREACH', 'there is no way to the proxy'],
	['ERR_TLS_CERT_ALTNAME_INVALID', "the proxy's certificate is not trusted"],
])('%s of a proxy', (code, reason) =>
	expect(told({ code, request: { socket: null } })).toMatchObject({ sent: 'no', reason }),
);

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])('%s, before a request', (name) =>
	expect(told({ name })).toMatchObject({ sent: 'no' }),
);
