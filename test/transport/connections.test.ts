/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/**
 * A connection that fails at each of its stages, with the servers counting what they carried out: "not sent"
 * is said only where that is certain.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../dev/root';
import type { ConnectionRun, Tested } from '../support/connections/main';

const reached = (reason: string) => `ClientPoint did not reply: ${reason}`;
const unreached = (reason: string) => `ClientPoint could not be reached: ${reason}`;
const answered = (how: string) => `ClientPoint answered ${how}`;
const LATE = 'nothing came within 1 second (see Timeout, under Options)';

/** By the name of the place: what is told, how many requests were carried out, and the words. */
const EXPECTED: Array<[string, ConnectionRun['told'][number], number, string]> = [
	['204', 'done', 1, ''],
	['401', 'refused', 0, answered('401')],
	['403', 'refused', 0, answered('403')],
	['502', 'unknown', 1, answered('502')],
	['all well', 'done', 1, ''],
	['refused', 'refused', 0, unreached('connect ECONNREFUSED 127.0.0.1:PORT')],
	['two addresses, both refused', 'refused', 0, unreached('connect ECONNREFUSED ::1:PORT')],
	['no such host', 'refused', 0, unreached('getaddrinfo ENOTFOUND no-such-host.invalid')],
	['reset at once', 'refused', 0, unreached('connect ECONNRESET 127.0.0.1:PORT')],
	[
		'handshake cut',
		'refused',
		0,
		unreached(
			'Client network socket disconnected before secure TLS connection was established (ECONNRESET)',
		),
	],
	[
		'handshake never answered',
		'refused',
		0,
		unreached('timeout of 1000ms exceeded (ECONNABORTED)'),
	],
	['TLS 1.1 only', 'refused', 0, unreached('write EPROTO OpenSSL’s words')],
	['plain HTTP', 'refused', 0, unreached('write EPROTO OpenSSL’s words')],
	[
		'certificate not trusted',
		'refused',
		0,
		unreached('self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)'),
	],
	[
		'certificate of another host',
		'refused',
		0,
		unreached(
			"Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:other.example (ERR_TLS_CERT_ALTNAME_INVALID)",
		),
	],
	['certificate expired', 'refused', 0, unreached('certificate has expired (CERT_HAS_EXPIRED)')],
	['client certificate, TLS 1.2', 'refused', 0, unreached('write EPROTO OpenSSL’s words')],
	['client certificate, TLS 1.3', 'unknown', 0, reached('OpenSSL’s words')],
	['fatal alert after the deed', 'unknown', 1, reached('OpenSSL’s words')],
	['garbage record after the deed', 'unknown', 1, reached('OpenSSL’s words')],
	['ended after the deed', 'unknown', 1, reached('socket hang up (ECONNRESET)')],
	['never answered', 'unknown', 1, reached(LATE)],
	['ended without a length', 'unknown', 1, answered('200 with nothing')],
	['ended without a length, JSON whole', 'done', 1, ''],
	[
		'ended without a length, JSON cut',
		'unknown',
		1,
		answered('200 with no JSON: {"success":true,"dat'),
	],
	['ended in mid-body', 'unknown', 1, reached('stream has been aborted (ERR_BAD_RESPONSE)')],
	['ended in mid-chunk', 'unknown', 1, reached('stream has been aborted (ERR_BAD_RESPONSE)')],
	['length of 0', 'done', 1, ''],
	['chunks, empty', 'done', 1, ''],
	['gzip', 'done', 1, ''],
	['gzip cut', 'unknown', 1, answered('200 with no JSON: {"success')],
	['gzip, nothing but its head', 'unknown', 1, answered('200 with nothing')],
	['gzip that is none', 'unknown', 1, reached('incorrect header check (Z_DATA_ERROR)')],
	[
		'not HTTP',
		'unknown',
		1,
		reached('Parse Error: Expected HTTP/, RTSP/ or ICE/ (HPE_INVALID_CONSTANT)'),
	],
	['100 first', 'done', 1, ''],
	['103 first', 'done', 1, ''],
	[
		'a length and chunks',
		'unknown',
		1,
		reached(
			"Parse Error: Transfer-Encoding can't be present with Content-Length (HPE_INVALID_TRANSFER_ENCODING)",
		),
	],
	['chunks and trailers', 'done', 1, ''],
	['an unknown encoding', 'done', 1, ''],
	['413 before it was read', 'refused', 0, answered('413')],
	['200 before it was read', 'done', 0, ''],
	['reset before it was read', 'unknown', 0, reached('socket hang up (ECONNRESET)')],
	['Latin-1', 'unknown', 1, answered('500: Müller is not known')],
	['Latin-1, not declared', 'unknown', 1, answered('500: Müller is not known')],
	['403, its body cut', 'unknown', 0, reached('stream has been aborted (ERR_BAD_RESPONSE)')],
	[
		'401, its body cut',
		'unknown',
		0,
		reached(
			'The ClientPoint API takes its key in a JSON object: send the body as JSON, as an object',
		),
	],
	[
		'401, gzip that is none',
		'unknown',
		0,
		reached(
			'The ClientPoint API takes its key in a JSON object: send the body as JSON, as an object',
		),
	],
	['proxy: all well', 'done', 1, ''],
	['proxy: all well, then 502', 'unknown', 1, answered('502')],
	['proxy refused', 'refused', 0, unreached('connect ECONNREFUSED 127.0.0.1:PORT')],
	[
		'proxy: ended before its answer',
		'refused',
		0,
		unreached('Proxy connection ended before receiving CONNECT response'),
	],
	['proxy: reset before its answer', 'refused', 0, unreached('read ECONNRESET')],
	['proxy: never answered', 'refused', 0, unreached('timeout of 1000ms exceeded (ECONNABORTED)')],
	['proxy: 407', 'refused', 0, answered('407')],
	['proxy: 502', 'unknown', 0, answered('502')],
	[
		'proxy: handshake cut',
		'refused',
		0,
		unreached(
			'Client network socket disconnected before secure TLS connection was established (ECONNRESET)',
		),
	],
	[
		'blocked by n8n',
		'refused',
		0,
		unreached('The request was blocked because it resolves to a restricted IP address'),
	],
];

let runs: Record<string, ConnectionRun>;
let tested: Tested;
beforeAll(() => {
	const script = join(ROOT, 'test/support/connections/main.ts');
	const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
	const printed = execFileSync(process.execPath, [tsx, script], { encoding: 'utf8' });
	({ runs, tested } = JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
}, 240_000);

it('every place is in the table', () => {
	expect(Object.keys(runs).sort()).toEqual(EXPECTED.map(([name]) => name).sort());
});

/** Without a port, and without what OpenSSL says, which differs by its version. */
const normal = (message: string) =>
	message.replace(/:\d{4,5}$/, ':PORT').replace(/ ?[0-9A-F]{16}:error:.*/, ' OpenSSL’s words');

it.each(EXPECTED)('%s', (name, told, carriedOut, message) => {
	const run = runs[name];
	expect([run.told, run.carriedOut, normal(run.message)]).toEqual([[told], carriedOut, message]);
	if (told === 'refused' && carriedOut === 0) expect(run.description).toMatch(/^Nothing was/);
});

it('"Test connection" says what the proxy or ClientPoint answered', () => {
	const said = Object.entries(tested).map(([name, message]) => [name, normal(message ?? '')]);
	expect(Object.fromEntries(said)).toEqual({
		'proxy: all well':
			'ClientPoint\'s answer does not tell whether the key is right: ClientPoint answered 200: {"success":true,"data":{"clientpoint_id":1001}}',
		'proxy: all well, then 502':
			'ClientPoint cannot answer at present, test again later: ClientPoint answered 502',
		'proxy refused': 'ClientPoint could not be reached: connect ECONNREFUSED 127.0.0.1:PORT',
		'proxy: ended before its answer':
			'ClientPoint could not be reached: Proxy connection ended before receiving CONNECT response',
		'proxy: reset before its answer': 'ClientPoint could not be reached: read ECONNRESET',
		'proxy: 407':
			'No ClientPoint API answers like this, check the API Base URL: ClientPoint answered 407',
		'proxy: 502':
			'ClientPoint cannot answer at present, test again later: ClientPoint answered 502',
		'proxy: handshake cut':
			'ClientPoint could not be reached: Client network socket disconnected before secure TLS connection was established (ECONNRESET)',
	});
});
