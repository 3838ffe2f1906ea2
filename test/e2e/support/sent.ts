import { withoutKey, type Sandbox } from '../../../dev/sandbox/server';

/** The bodies that reached the sandbox, without the key, by name: several are under way at a time. */
export const sentBodiesByName = ({ received }: Sandbox) =>
	received
		.map(({ body }) => withoutKey(body))
		.sort((a, b) => String(a.name).localeCompare(String(b.name)));
