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

const HANDSHAKE_CUT =
	'Client network socket disconnected before secure TLS connection was established (ECONNRESET)';

/** By the name of the place: what is told, how many requests came in whole, and the words. */
const EXPECTED: Array<[string, ConnectionRun['told'][number], number, string]> = [
	['all well', 'done', 1, ''],
	['refused', 'refused', 0, unreached('connect ECONNREFUSED 127.0.0.1:PORT')],
	['two addresses, both refused', 'refused', 0, unreached('connect ECONNREFUSED ::1:PORT')],
	['no such host', 'refused', 0, unreached('getaddrinfo ENOTFOUND no-such-host.invalid')],
	['handshake cut', 'refused', 0, unreached(HANDSHAKE_CUT)],
	[
		'handshake never answered',
		'refused',
		0,
		unreached('timeout of 1000ms exceeded (ECONNABORTED)'),
	],
	['plain HTTP', 'refused', 0, unreached('write EPROTO OpenSSL’s words')],
	[
		'certificate not trusted',
		'refused',
		0,
		unreached('self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)'),
	],
	['fatal alert after the deed', 'unknown', 1, reached('OpenSSL’s words')],
	['ended after the deed', 'unknown', 1, reached('socket hang up (ECONNRESET)')],
	['never answered', 'unknown', 1, reached(LATE)],
	['reset before it was read', 'unknown', 0, reached('socket hang up (ECONNRESET)')],
	['ended without a length', 'unknown', 1, answered('200 with nothing')],
	[
		'ended without a length, JSON cut',
		'unknown',
		1,
		answered('200 with no JSON: {"success":true,"dat'),
	],
	['ended in mid-body', 'unknown', 1, reached('stream has been aborted (ERR_BAD_RESPONSE)')],
	['length of 0', 'done', 1, ''],
	['204', 'done', 1, ''],
	['gzip', 'done', 1, ''],
	['gzip that is none', 'unknown', 1, reached('incorrect header check (Z_DATA_ERROR)')],
	[
		'not HTTP',
		'unknown',
		1,
		reached('Parse Error: Expected HTTP/, RTSP/ or ICE/ (HPE_INVALID_CONSTANT)'),
	],
	['413 before it was read', 'refused', 0, answered('413')],
	['Latin-1', 'unknown', 1, answered('500: Müller is not known')],
	// n8n would send the request again; it is asked for once.
	[
		'401, its body cut',
		'unknown',
		1,
		reached(
			'The ClientPoint API takes its key in a JSON object: send the body as JSON, as an object',
		),
	],
	['proxy: all well', 'done', 1, ''],
	['proxy refused', 'refused', 0, unreached('connect ECONNREFUSED 127.0.0.1:PORT')],
	['proxy: never answered', 'refused', 0, unreached('timeout of 1000ms exceeded (ECONNABORTED)')],
	['proxy: 407', 'refused', 0, answered('407')],
	['proxy: handshake cut', 'refused', 0, unreached(HANDSHAKE_CUT)],
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
		'proxy refused': 'ClientPoint could not be reached: connect ECONNREFUSED 127.0.0.1:PORT',
		'proxy: 407':
			'No ClientPoint API answers like this, check the API Base URL: ClientPoint answered 407',
	});
});
