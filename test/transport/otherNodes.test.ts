/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/**
 * The credential in other nodes: HTTP Request sends by these two helpers of n8n's (the older one, as of
 * version 4), with options of its own. The key goes to no proxy, along no redirect and to no other host.
 */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { runNode } from '../support/clientPoint';
import { insideExecute } from '../support/insideExecute';
import { clearProxyVariables } from '../support/proxyVariables';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const elsewhere = useSandbox();
clearProxyVariables();

const BODY = { name: 'ABC Company', revenue: 500.5, assigned_to: 'rep@yourcompany.com' };

const CALL = { method: 'POST', body: BODY, json: true } as const;

type Send = (context: IExecuteFunctions, url: string, options?: object) => Promise<unknown>;

const HELPERS: Array<[string, Send]> = [
	[
		'httpRequestWithAuthentication',
		async (context, url, options) =>
			await context.helpers.httpRequestWithAuthentication.call(context, 'clientPointApi', {
				...CALL,
				url,
				...options,
			}),
	],
	[
		'requestWithAuthentication',
		async (context, uri, options) =>
			await context.helpers.requestWithAuthentication.call(context, 'clientPointApi', {
				...CALL,
				uri,
				...options,
			}),
	],
];

/** Sends in the place of the node, and returns what came of it. */
async function sendWith(send: Send, url: string, options?: object) {
	let result: unknown;
	await insideExecute(
		async (context) => {
			result = await send(context, url, options).catch((error) => `thrown: ${error.message}`);
			return [[]];
		},
		() => runNode(sandbox),
	);
	return result;
}

const keys = ({ received }: typeof sandbox) => received.map(({ body }) => body.api_key);

describe.each(HELPERS)('%s', (_, send) => {
	const create = () => `${sandbox.url}/v4/clientpoint/create`;

	it('sends the key, and what the API answers comes back', async () => {
		expect(await sendWith(send, create())).toMatchObject({ data: { clientpoint_id: 1001 } });
		expect(keys(sandbox)).toEqual([SANDBOX_KEY]);
	});

	it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('passes by the proxy of %s', async (name) => {
		process.env[name] = elsewhere.url;
		expect(await sendWith(send, create())).toMatchObject({ data: { clientpoint_id: 1001 } });
		expect([keys(sandbox), elsewhere.received]).toEqual([[SANDBOX_KEY], []]);
	});

	it.each([
		['as text', () => elsewhere.url],
		[
			'as an object',
			() => ({ protocol: 'http', host: '127.0.0.1', port: Number(new URL(elsewhere.url).port) }),
		],
	])('passes by a proxy of its own options, %s', async (__, proxy) => {
		await sendWith(send, create(), { proxy: proxy() });
		expect([keys(sandbox), elsewhere.received]).toEqual([[SANDBOX_KEY], []]);
	});

	it.each([301, 302, 303, 307, 308])('follows no redirect with %i', async (status) => {
		sandbox.answer(() => ({ status, body: '', headers: { location: `${elsewhere.url}/x` } }));
		const follow: IDataObject = {
			followRedirect: true,
			followAllRedirects: true,
			maxRedirects: 21,
			disableFollowRedirect: false,
		};
		await sendWith(send, create(), follow);
		await sendWith(send, create());
		expect([keys(sandbox), elsewhere.received]).toEqual([[SANDBOX_KEY, SANDBOX_KEY], []]);
	});

	it('gives the key to no other host', async () => {
		const said = await sendWith(send, `${elsewhere.url}/v4/clientpoint/create`);
		expect(said).toContain('thrown: ');
		expect(elsewhere.received).toEqual([]);
	});
});
