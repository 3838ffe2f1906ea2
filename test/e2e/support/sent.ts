import { withoutKey, type Sandbox } from '../../../sandbox/server';

/** The bodies that reached the sandbox, without the key. */
export const sentBodies = ({ received }: Sandbox) => received.map(({ body }) => withoutKey(body));
