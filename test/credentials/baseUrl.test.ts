/** What a base URL may hold, part by part. */
import fc from 'fast-check';
import { assertPrivate, parseBaseUrl } from '../../credentials/baseUrl';

const HOST = 'api.clientpoint.net';

/** What is said of a URL, or the URL as it is used. */
function said(written: unknown, label?: string): string {
	try {
		return parseBaseUrl(written, label);
	} catch (error) {
		return Object(error).message;
	}
}

const NEITHER = 'API Base URL must hold neither user name, password, query nor fragment';
const NO_URL = 'API Base URL must be a URL such as https://api.clientpoint.net';
const HTTPS =
	'must begin with https:// (http:// only for this machine itself), so that the API key never crosses a network in the clear';

it.each([
	[`https://${HOST}`, `https://${HOST}`],
	[`https://${HOST}/`, `https://${HOST}`],
	[' https://proxy.example/clientpoint// ', 'https://proxy.example/clientpoint'],
	['http://localhost:4010/', 'http://localhost:4010'],
	['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
	['http://[::1]:4010', 'http://[::1]:4010'],
])('%j is taken', (written, url) => expect(said(written)).toBe(url));

it.each([
	['a user name', `https://user@${HOST}`],
	['a password', `https://:secret@${HOST}`],
	['a query', `https://${HOST}?a=1`],
	['a query after a path', `https://${HOST}/x/?a`],
	['a fragment', `https://${HOST}#part`],
])('%s is refused', (_, written) => expect(said(written)).toBe(NEITHER));

it.each([
	[null, NO_URL],
	['api.clientpoint.net', NO_URL],
	['', NO_URL],
	[`http://${HOST}`, `API Base URL ${HTTPS}`],
	['ftp://127.0.0.1', `API Base URL ${HTTPS}`],
])('%j is refused', (written, message) => expect(said(written)).toBe(message));

it.each([
	['http://localhost', true],
	['http://sub.localhost', true],
	['http://127.0.0.1', true],
	['http://127.10.200.255', true],
	['http://[::1]', true],
	['http://localhost.evil.example', false],
	['http://127.0.0.1.evil.example', false],
	['http://192.168.1.5', false],
	['http://[::2]', false],
])('%s is on this machine: %s', (written, isPrivate) => {
	expect(said(written, 'Account URL')).toBe(isPrivate ? written : `Account URL ${HTTPS}`);
	const assert = () => assertPrivate(new URL(written), 'The URL');
	if (isPrivate) expect(assert).not.toThrow();
	else expect(assert).toThrow(`The URL ${HTTPS}`);
});

it('keeps host, port and path, without the slashes at its end', () => {
	const path = fc.array(fc.stringMatching(/^[a-z\d-]{1,8}$/), { maxLength: 4 });
	const port = fc.option(fc.integer({ min: 1024, max: 65_535 }), { nil: undefined });
	fc.assert(
		fc.property(path, port, fc.nat(3), (parts, number, slashes) => {
			const url = [`https://${HOST}${number ? `:${number}` : ''}`, ...parts].join('/');
			expect(said(`${url}${'/'.repeat(slashes)}`)).toBe(url);
		}),
	);
});
