/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run sandbox`, on port 4010 or on the one that PORT names. */
import { createSandbox, SANDBOX_KEY } from './server';

async function main(port: string) {
	const sandbox = createSandbox(({ method, path, body }, status) =>
		console.log(`${method} ${path} -> ${status}  ${String(body.name ?? '')}`),
	);
	await sandbox.listen(Number(port));
	console.log(`ClientPoint sandbox on ${sandbox.url}`);
	console.log('(its page lists what was created, and tells how to get bad answers)');
	console.log(`API Key:      ${SANDBOX_KEY}`);
	console.log(`API Base URL: ${sandbox.url}`);
	console.log('Ctrl-C ends it.');
}

const port = process.env.PORT ?? '4010';

main(port).catch((error) => {
	const isTaken = error.code === 'EADDRINUSE';
	console.error(
		isTaken ? `Port ${port} is taken: choose another, as in PORT=4011 npm run sandbox` : error,
	);
	process.exitCode = 1;
});
