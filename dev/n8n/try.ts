/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run n8n`: a real n8n with the node, the sandbox and the examples, until Ctrl-C. */
import { createOne, SANDBOX_KEY } from '../sandbox/server';
import { chosenVersion } from './install';
import { OWNER } from './rest';
import { startWorld } from './world';

async function main() {
	console.log(`Starting n8n ${chosenVersion()} with the packed node and the examples …`);
	const { n8n, sandbox, close } = await startWorld();
	await createOne(sandbox);
	console.log(`
n8n:         ${n8n.url}
  e-mail:    ${OWNER.email}
  password:  ${OWNER.password}
Sandbox:     ${sandbox.url}  (lists what was created, and tells how to get bad answers)
  API Key:   ${SANDBOX_KEY}

The examples are in the workflow list; their credentials point to the sandbox, and to a stand-in for the model.
Ctrl-C ends all of it and removes its data.`);
	const interrupt = () => void n8n.end();
	process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
	await n8n.ended;
	await close();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
