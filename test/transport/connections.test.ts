/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/**
 * A connection that fails at each of its stages: "not sent" is said only where that is certain. What n8n itself
 * blocks is in blocked.test.ts.
 */
import dns from 'node:dns';
import { REQUIRED, runNode } from '../support/clientPoint';
import { clearProxyVariables } from './proxyVariables';
import { toldOf } from '../support/report';
import { behindProxy, https, nowhere, withoutTls, type Place } from './places';

clearProxyVariables();

/** A name with an address of each kind; the system looks up all others. */
const { lookup } = dns;
beforeAll(() => {
	const both = [
		{ address: '::1', family: 6 },
		{ address: '127.0.0.1', family: 4 },
	];
	const stub = (host: string, options: object, found: (...result: unknown[]) => void) =>
		host === 'two.localhost' ? found(null, both) : lookup(host, options, found);
	jest.spyOn(dns, 'lookup').mockImplementation(stub as never);
	// Of what follows, Node warns.
	jest.spyOn(process, 'emitWarning').mockImplementation();
});

/** Node reads at each connection whether any certificate is trusted. */
const trustAll = (isTrusted: boolean) => {
	process.env.NODE_TLS_REJECT_UNAUTHORIZED = isTrusted ? '0' : '1';
};
beforeEach(() => trustAll(true));
afterAll(() => {
	delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
	jest.restoreAllMocks();
});

/** What becomes of a Create there, and how many requests the place has got. */
async function createAt(place: Place) {
	if (place.proxy) process.env.HTTPS_PROXY = place.proxy;
	const run = await runNode(place, { parameters: { ...REQUIRED, options: { timeout: 1 } } });
	place.close();
	const [[outcome]] = toldOf(run, 1);
	return { outcome, received: place.received, message: run.error?.message };
}

const head = (status: string, header = '') => `HTTP/1.1 ${status}\r\n${header}\r\n`;

it.each<[string, () => Promise<Place>, RegExp]>([
	['nobody listens', () => nowhere('http://127.0.0.1'), /connect ECONNREFUSED 127.0.0.1:\d+/],
	['on neither address', () => nowhere('http://two.localhost'), /connect ECONNREFUSED ::1:\d+/],
	[
		'no such host',
		() => nowhere('https://nowhere.invalid'),
		/getaddrinfo (ENOTFOUND|EAI_AGAIN) nowhere.invalid/,
	],
	['plain HTTP', () => withoutTls((socket) => socket.end(head('200 OK'))), /write EPROTO .+/],
	['handshake cut', () => withoutTls((socket) => socket.destroy()), /.+ \(ECONNRESET\)/],
	['handshake never answered', () => withoutTls(() => {}), /timeout of 1000ms exceeded.+/],
	['proxy never answers', () => behindProxy(() => {}), /timeout of 1000ms exceeded.+/],
])('could not be reached: %s', async (_, open, reason) => {
	expect(await createAt(await open())).toEqual({
		outcome: 'refused',
		received: 0,
		message: expect.stringMatching(`^ClientPoint could not be reached: ${reason.source}$`),
	});
});

it('could not be reached: certificate not trusted', async () => {
	trustAll(false);
	expect(await createAt(await https(() => {}))).toEqual({
		outcome: 'refused',
		received: 0,
		message: expect.stringMatching(
			/^ClientPoint could not be reached: self-signed certificate.* \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
		),
	});
});

it.each([
	['did not reply: socket hang up (ECONNRESET)', ''],
	[
		'did not reply: stream has been aborted (ERR_BAD_RESPONSE)',
		head('200 OK', 'content-length: 9\r\n') + '{"id":',
	],
	['answered 200 with nothing', head('200 OK')],
	['answered 500: Müller is not known', head('500 No') + '{"message":"Müller is not known"}'],
])('received, and then: ClientPoint %s', async (words, reply) => {
	const place = await https((socket) => socket.end(Buffer.from(reply, 'latin1')));
	expect(await createAt(place)).toEqual({
		outcome: 'unknown',
		received: 1,
		message: `ClientPoint ${words}`,
	});
});

it('a proxy that wants a login has refused the request', async () => {
	const place = await behindProxy((socket) => socket.end(head('407 No', 'content-length: 0\r\n')));
	expect(await createAt(place)).toMatchObject({
		outcome: 'refused',
		message: 'ClientPoint answered 407',
	});
});
