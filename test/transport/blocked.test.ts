/** @jest-environment node */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
import { runNode } from '../support/clientPoint';

it('what n8n blocks (SSRF) could not be reached', async () => {
	// n8n reads it once, at the first request.
	process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
	const { error } = await runNode({ url: 'http://127.0.0.1:9' });
	expect([error?.message, error?.description]).toEqual([
		'ClientPoint could not be reached: The request was blocked because it resolves to a restricted IP address',
		'Nothing was sent for this item. Check the API Base URL in the credential and the network of your n8n.',
	]);
});
