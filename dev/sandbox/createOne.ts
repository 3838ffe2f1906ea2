import { SANDBOX_KEY, type Sandbox } from './server';

/** Makes the sandbox's first ClientPoint, 1001, which examples name, as if it had always been there. */
export async function createOne(sandbox: Sandbox): Promise<void> {
	const body = {
		api_key: SANDBOX_KEY,
		name: 'First',
		revenue: 1,
		assigned_to: 'rep@yourcompany.com',
	};
	await fetch(`${sandbox.url}/v4/clientpoint/create`, {
		method: 'POST',
		body: JSON.stringify(body),
	});
	sandbox.received.length = 0;
}
