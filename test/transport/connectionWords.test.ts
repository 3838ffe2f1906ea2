/** What is told of a connection that failed, by the system's code: certain, and in a user's words. */
import { readConnectionFailure } from '../../nodes/ClientPoint/transport/connectionFailure';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';

const redact = createRedactor('exampleKey1234567');
/** As n8n wraps the error of its HTTP client. */
const told = (inner: object) =>
	readConnectionFailure(
		new Error('n8n', { cause: Object.assign(new Error('raw C:0A00:x.c'), inner) }),
		redact,
	);

const HANDSHAKE = { socket: { encrypted: true, secureConnecting: true } };
const DONE = { socket: { encrypted: true, secureConnecting: false } };

describe('while connecting', () => {
	it.each([
		['EACCES', 'the machine of your n8n does not allow the connection'],
		['EPERM', 'the machine of your n8n does not allow the connection'],
		['EMFILE', 'the machine of your n8n can open no more connections'],
		['ENOBUFS', 'the machine of your n8n can open no more connections'],
		['EINVAL', 'no connection came about'],
		['EAFNOSUPPORT', 'no connection came about'],
		['EHOSTDOWN', 'there is no way to its address'],
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
