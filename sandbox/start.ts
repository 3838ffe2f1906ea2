/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
import { SANDBOX_KEY, startSandbox } from './server';

const DEFAULT_PORT = 4010;

async function main() {
	const sandbox = await startSandbox(
		Number(process.env.PORT ?? DEFAULT_PORT),
		({ method, path, body }, status) =>
			console.log(`${method} ${path} -> ${status}  ${String(body.name ?? '')}`),
	);
	console.log(`ClientPoint sandbox on ${sandbox.url} (its page lists what was created)`);
	console.log(`API Key:      ${SANDBOX_KEY}`);
	console.log(`API Base URL: ${sandbox.url}`);
	console.log('Ctrl-C ends it.');
}

void main();
