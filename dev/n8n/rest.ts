/** n8n's own REST interface, as its editor uses it. */

/** The account that a fresh n8n gets; it exists on this machine only. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Sandbox-2026',
	firstName: 'Olivia',
	lastName: 'Owner',
};

export type Rest = (method: string, path: string, body?: unknown) => Promise<Record<string, never>>;

/** Makes the owner account and returns calls in its name. */
export async function signUp(url: string): Promise<Rest> {
	let cookie = '';
	const call: Rest = async (method, path, body) => {
		const response = await fetch(`${url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', 'browser-id': 'script', cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		const [set] = response.headers.getSetCookie();
		if (set) [cookie] = set.split(';');
		return JSON.parse(text).data;
	};
	await call('POST', '/owner/setup', OWNER);
	return call;
}

/** Publishes the newest version of a workflow, so that its triggers answer. */
export async function publish(rest: Rest, id: string): Promise<void> {
	const { versionId } = await rest('GET', `/workflows/${id}`);
	await rest('POST', `/workflows/${id}/activate`, { versionId });
}
