/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/** The key goes to ClientPoint alone: to no proxy when the API is on this machine, along no redirect, to no other host. */
import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { builtPackage, REQUIRED, runNode } from '../support/clientPoint';
import { insideExecute } from '../support/insideExecute';
import { useSandbox } from '../support/useSandbox';
import { clearProxyVariables } from './proxyVariables';

const sandbox = useSandbox();
const elsewhere = useSandbox();
clearProxyVariables();

/** As n8n's HTTP Request node does with the ClientPoint credential; returns what was thrown. */
async function httpRequest(options: object = {}) {
	let thrown: unknown;
	await insideExecute(
		async (context) => {
			const request = {
				method: 'POST' as const,
				uri: `${sandbox.url}/v4/clientpoint/create`,
				body: REQUIRED,
				json: true,
				...options,
			};
			await context.helpers.requestWithAuthentication
				.call(context, 'clientPointApi', request)
				.catch((error) => (thrown = error));
			return [[]];
		},
		() => runNode(sandbox),
	);
	return thrown;
}

const keys = () => sandbox.received.map(({ body }) => body.api_key);

describe.each<[string, () => Promise<unknown>]>([
	['a ClientPoint node', async () => await runNode(sandbox)],
	[
		'"Test connection"',
		async () =>
			await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', {
				apiKey: SANDBOX_KEY,
				baseUrl: sandbox.url,
			}),
	],
	[
		'an HTTP Request node',
		async () =>
			await httpRequest({ followRedirect: true, followAllRedirects: true, maxRedirects: 21 }),
	],
])('%s', (_, send) => {
	it.each(['HTTP_PROXY', 'ALL_PROXY'])('passes by %s', async (name) => {
		process.env[name] = elsewhere.url;
		await send();
		expect([keys(), elsewhere.received]).toEqual([[SANDBOX_KEY], []]);
	});

	it.each([302, 307])('follows no redirect with %i', async (status) => {
		sandbox.answer(() => ({ status, body: '', headers: { location: `${elsewhere.url}/x` } }));
		await send();
		expect([keys(), elsewhere.received]).toEqual([[SANDBOX_KEY], []]);
	});
});

describe('an HTTP Request node', () => {
	it('passes by the proxy in its options', async () => {
		expect(await httpRequest({ proxy: elsewhere.url })).toBeUndefined();
		expect([keys(), elsewhere.received]).toEqual([[SANDBOX_KEY], []]);
	});

	it('cannot take the key to another host', async () => {
		const thrown = await httpRequest({ uri: `${elsewhere.url}/v4/clientpoint/create` });
		expect(String(thrown)).toContain(
			`The ClientPoint API credential gives its key only to ${sandbox.url}, not to ${elsewhere.url}`,
		);
		expect(elsewhere.received).toEqual([]);
	});
});
