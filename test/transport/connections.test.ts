/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/**
 * A connection that fails at each of its stages, with the servers counting what they carried out: "not sent"
 * is said only where that is certain.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../dev/root';
import { MORE_PROXY_STATUSES, WORDS } from '../support/connections/places';
import type { ConnectionRun, Tested } from '../support/connections/main';

const reached = (reason: string) =>
	`ClientPoint did not answer: ${reason}. Whether it was carried out is not known`;
const unreached = (reason: string) => `ClientPoint could not be reached: ${reason}`;
const CHECK_PROXY =
	'Nothing was sent for this item. Check the proxy settings of your n8n (HTTPS_PROXY, NO_PROXY).';
const answered = (how: string) => `ClientPoint answered ${how}`;

/** By the name of the place: what is told, how many requests were carried out, and the words. */
const EXPECTED: Array<[string, ConnectionRun['told'][number], number, string]> = [
	['204', 'done', 1, ''],
	['all well', 'done', 1, ''],
	['refused', 'refused', 0, unreached('the connection was refused')],
	['two addresses, both refused', 'refused', 0, unreached('the connection was refused')],
	['no such host', 'refused', 0, unreached('its host name is not known')],
	['reset at once', 'refused', 0, unreached('no secure connection came about')],
	['handshake cut', 'refused', 0, unreached('no secure connection came about')],
	[
		'handshake never answered',
		'refused',
		0,
		unreached('no connection came about in the time allowed'),
	],
	['TLS 1.1 only', 'refused', 0, unreached('no secure connection came about')],
	['plain HTTP', 'refused', 0, unreached('no secure connection came about')],
	['certificate not trusted', 'refused', 0, unreached('its certificate is not trusted')],
	['certificate of another host', 'refused', 0, unreached('its certificate is for another host')],
	['certificate expired', 'refused', 0, unreached('its certificate is out of date')],
	['client certificate, TLS 1.2', 'refused', 0, unreached('no secure connection came about')],
	[
		'client certificate, TLS 1.3',
		'unknown',
		0,
		reached('it asks for a certificate of the client, which n8n has none of'),
	],
	['fatal alert after the deed', 'unknown', 1, reached('the secure connection broke off')],
	['garbage record after the deed', 'unknown', 1, reached('the secure connection broke off')],
	['ended after the deed', 'unknown', 1, reached('the connection was lost')],
	['never answered', 'unknown', 1, reached('no complete answer came in the time allowed')],
	['ended without a length', 'unknown', 1, answered('200 with nothing')],
	['ended without a length, JSON whole', 'done', 1, ''],
	[
		'ended without a length, JSON cut',
		'unknown',
		1,
		answered('200 with text that is not JSON: {"success":true,"dat'),
	],
	['ended in mid-body', 'unknown', 1, reached('the connection was lost')],
	['ended in mid-chunk', 'unknown', 1, reached('the connection was lost')],
	['length of 0', 'done', 1, ''],
	['chunks, empty', 'done', 1, ''],
	['gzip', 'done', 1, ''],
	['gzip cut', 'unknown', 1, answered('200 with text that is not JSON: {"success')],
	['gzip that is none', 'unknown', 1, reached('its answer cannot be unpacked')],
	['not HTTP', 'unknown', 1, reached('its answer is not HTTP')],
	['proxy: all well', 'done', 1, ''],
	['proxy refused', 'refused', 0, unreached('the proxy refuses the connection')],
	['proxy: ended before its answer', 'refused', 0, unreached('the proxy ended the connection')],
	['proxy: reset before its answer', 'refused', 0, unreached('the proxy ended the connection')],
	[
		'proxy: never answered',
		'refused',
		0,
		unreached('the proxy did not connect in the time allowed'),
	],
	['proxy: 407', 'refused', 0, unreached('the proxy asks for a login (it answered 407)')],
	['proxy: 403', 'refused', 0, unreached('the proxy did not connect (it answered 403)')],
	['proxy: 502', 'refused', 0, unreached('the proxy did not connect (it answered 502)')],
	['proxy: 503', 'refused', 0, unreached('the proxy did not connect (it answered 503)')],
	['proxy: all well, then 403', 'refused', 0, answered('403 with nothing')],
	['proxy: all well, then 407', 'refused', 0, answered('407 with nothing')],
	['proxy: all well, then 502', 'unknown', 1, answered('502 with nothing')],
	['403', 'refused', 0, answered('403 with nothing')],
	['100 first', 'done', 1, ''],
	['103 first', 'done', 1, ''],
	['103 and no more', 'unknown', 1, reached('the connection was lost')],
	['101', 'unknown', 1, reached('no complete answer came in the time allowed')],
	['headers without an end', 'unknown', 1, reached('its answer is not HTTP')],
	['a length and chunks', 'unknown', 1, reached('its answer is not HTTP')],
	['more than its length', 'unknown', 1, reached('its answer is not HTTP')],
	['chunks with a bad size', 'unknown', 1, reached('its answer is not HTTP')],
	['chunks and trailers', 'done', 1, ''],
	['a status that nobody knows', 'unknown', 1, answered('799 with nothing')],
	['a status of one digit', 'unknown', 1, reached('its answer is not HTTP')],
	['brotli cut', 'unknown', 1, answered('200 with text that is not JSON: {"succe')],
	['gzip, nothing but its head', 'unknown', 1, answered('200 with nothing')],
	['an unknown encoding', 'done', 1, ''],
	['413 before it was read', 'refused', 0, answered('413 with nothing')],
	['200 before it was read', 'done', 0, ''],
	['reset before it was read', 'unknown', 0, reached('the connection was lost')],
	['Latin-1', 'unknown', 1, answered('500: Müller is not known')],
	['403, its body cut', 'unknown', 0, reached('the connection was lost')],
	['401', 'refused', 0, answered('401 with nothing')],
	['401, its body cut', 'unknown', 0, reached('its answer, with status 401, cannot be read')],
	['401, gzip that is none', 'unknown', 0, reached('its answer, with status 401, cannot be read')],
	['401, plain HTTP, cut', 'unknown', 1, reached('its answer, with status 401, cannot be read')],
	['502', 'unknown', 1, answered('502 with nothing')],
	['proxy: handshake cut', 'refused', 0, unreached('no secure connection came about')],
	[
		'blocked by n8n',
		'refused',
		0,
		unreached('the protection of your n8n against requests to internal addresses (SSRF) blocks it'),
	],
];

/** What ClientPoint's own answer with such a status means, and how often its server took the call for carried out. */
const meaning = (status: number): [ConnectionRun['told'][number], number] => {
	if (status === 429) return ['postponed', 0];
	if (status === 408) return ['unknown', 0];
	return status >= 400 && status < 500 ? ['refused', 0] : ['unknown', 1];
};
for (const status of MORE_PROXY_STATUSES) {
	const kind = status < 400 ? ', a redirect, which is not followed' : ' with nothing';
	EXPECTED.push(
		[
			`proxy: ${status}`,
			'refused',
			0,
			unreached(`the proxy did not connect (it answered ${status})`),
		],
		[`proxy: all well, then ${status}`, ...meaning(status), answered(`${status}${kind}`)],
		[`${status}, with words`, ...meaning(status), answered(`${status}: ${WORDS.slice(0, 499)}…`)],
	);
}

let runs: Record<string, Record<string, ConnectionRun>>;
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

describe.each(EXPECTED)('%s', (name, told, carriedOut, message) => {
	it.each(['stop', 'continue', 'retry'])('%s', (mode) => {
		const run = runs[name][mode];
		expect([run.told, run.carriedOut, run.message]).toEqual([
			[told],
			carriedOut,
			message && `${message} [item 0]`,
		]);
		if (message.includes('the proxy')) expect(run.description).toBe(CHECK_PROXY);
		if (told === 'refused' && carriedOut === 0) expect(run.description).toMatch(/^Nothing was/);
	});
});

it('"Test connection" tells a proxy\'s answer from ClientPoint\'s', () => {
	const unreachable = (reason: string) => `ClientPoint could not be reached: ${reason}.`;
	const told = (status: number) => {
		if (status === 429) return 'ClientPoint asks for a pause (it answered 429); test again later.';
		if (status >= 500) {
			return `ClientPoint cannot answer at present (it answered ${status}); test again later.`;
		}
		const kind = status < 400 ? ', a redirect, which is not followed' : ' with nothing';
		return `No ClientPoint API answers like this, so check the API Base URL: ${answered(`${status}${kind}`)}.`;
	};
	const more = MORE_PROXY_STATUSES.flatMap((status) => [
		[`proxy: ${status}`, unreachable(`the proxy did not connect (it answered ${status})`)],
		[`proxy: all well, then ${status}`, told(status)],
	]);
	expect(tested).toEqual({
		...Object.fromEntries(more),
		'proxy: all well':
			'No ClientPoint API answers like this, so check the API Base URL: ClientPoint answered 200 without saying why.',
		'proxy: all well, then 403': 'ClientPoint refused the API key: it answered 403',
		'proxy: all well, then 407':
			'A proxy asks for a login (it answered 407): see the proxy settings of your n8n.',
		'proxy: all well, then 502':
			'ClientPoint cannot answer at present (it answered 502); test again later.',
		'proxy refused': unreachable('the connection was refused'),
		'proxy: ended before its answer': unreachable('the proxy ended the connection'),
		// n8n's older helper says no more of it.
		'proxy: reset before its answer': unreachable('the connection was lost'),
		'proxy: 407': unreachable('the proxy asks for a login (it answered 407)'),
		'proxy: 403': unreachable('the proxy did not connect (it answered 403)'),
		'proxy: 502': unreachable('the proxy did not connect (it answered 502)'),
		'proxy: 503': unreachable('the proxy did not connect (it answered 503)'),
		'proxy: handshake cut': unreachable('the connection was lost'),
	});
});
