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
const PROBLEMS: Record<string, string> = {
	EADDRINUSE: `Port ${port} is taken: end what listens there, or choose another, as in PORT=4011 npm run sandbox`,
	EACCES: `Port ${port} is not open to you: choose one above 1023, as in PORT=4011 npm run sandbox`,
	ERR_SOCKET_BAD_PORT: `PORT is ${port}, which is no port: a number from 0 to 65535 is`,
};

main(port).catch((error) => {
	console.error(PROBLEMS[error.code] ?? error);
	process.exitCode = 1;
});
