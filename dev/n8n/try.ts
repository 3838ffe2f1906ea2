/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run n8n`: a real n8n with the node, the sandbox and the examples, until Ctrl-C. */
import { createOne } from '../sandbox/createOne';
import { SANDBOX_KEY, startSandbox } from '../sandbox/server';
import { installN8n } from './install';
import { OWNER } from './rest';
import { startN8n } from './start';
import { clientPointCredential, exampleWorkflows } from './workflows';

async function main() {
	const installed = installN8n();
	const sandbox = await startSandbox();
	await createOne(sandbox);
	console.log(`Starting n8n ${installed.version} with the packed node and the examples …`);
	const n8n = await startN8n({
		installed,
		credentials: [clientPointCredential(sandbox.url)],
		workflows: exampleWorkflows(),
	});
	console.log(`
n8n ${n8n.version}:  ${n8n.url}
  e-mail:    ${OWNER.email}
  password:  ${OWNER.password}
Sandbox:     ${sandbox.url}  (lists what was created, and tells how to get bad answers)
  API Key:   ${SANDBOX_KEY}

The examples are in the workflow list; their credential points to the sandbox.
Ctrl-C ends all of it and removes its data.`);
	const interrupt = () => void n8n.stop();
	process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
	await n8n.ended;
	n8n.remove();
	await sandbox.close();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
