/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/** A proxy in n8n's environment gets nothing of what stays on this machine, least of all the key. */
import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { builtPackage, runNode } from '../support/clientPoint';
import { clearProxyVariables } from '../support/proxyVariables';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const proxy = useSandbox();
clearProxyVariables();
beforeEach(() => {
	process.env.HTTP_PROXY = proxy.url;
});

it('is passed by when a ClientPoint is created', async () => {
	const { done, error } = await runNode(sandbox);
	expect(error).toBeUndefined();
	expect(done).toHaveLength(1);
	expect([proxy.received, sandbox.created.length]).toEqual([[], 1]);
});

it('is passed by when a link is asked for', async () => {
	await runNode(sandbox);
	const { done } = await runNode(sandbox, {
		parameters: { operation: 'getLink', clientpoint_id: 1001 },
	});
	expect(done).toHaveLength(1);
	expect(proxy.received).toEqual([]);
});

it('is passed by by "Test connection"', async () => {
	const result = await testCredential(await builtPackage(), 'clientPoint', 'clientPointApi', {
		apiKey: SANDBOX_KEY,
		baseUrl: sandbox.url,
	});
	expect(result.status).toBe('OK');
	expect([proxy.received, sandbox.received.length]).toEqual([[], 1]);
});
