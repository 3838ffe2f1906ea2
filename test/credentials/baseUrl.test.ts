/** What a base URL may hold, part by part. */
import { parseAccountUrl, parseBaseUrl } from '../../credentials/baseUrl';

const HOST = 'api.clientpoint.net';
const NEITHER = 'API Base URL must hold neither user name, password, query nor fragment';
const NO_URL = 'API Base URL must be a URL such as https://api.clientpoint.net';
const HTTPS =
	'API Base URL must begin with https:// (http:// only for this machine itself), so that the API key never crosses a network in the clear';

it.each([
	[' https://proxy.example:8443/clientpoint// ', 'https://proxy.example:8443/clientpoint'],
	['http://localhost:4010/', 'http://localhost:4010'],
	['http://sub.localhost', 'http://sub.localhost'],
	['http://127.0.0.1', 'http://127.0.0.1'],
	['http://[::1]:4010', 'http://[::1]:4010'],
])('%j is taken as %s', (written, url) => expect(parseBaseUrl(written)).toBe(url));

it.each([
	[`https://user@${HOST}`, NEITHER],
	[`https://${HOST}/x/?a=1`, NEITHER],
	[`https://${HOST}#part`, NEITHER],
	['', NO_URL],
	[HOST, NO_URL],
	[`http://${HOST}`, HTTPS],
	['ftp://127.0.0.1', HTTPS],
	['http://localhost.evil.example', HTTPS],
	['http://127.0.0.1.evil.example', HTTPS],
])('%j is refused: %s', (written, message) => {
	expect(() => parseBaseUrl(written)).toThrow(message);
});

it.each([undefined, ' '])('an Account URL of %j is none', (written) => {
	expect(parseAccountUrl(written)).toBeUndefined();
});
