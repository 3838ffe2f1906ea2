/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals -- reads what n8n logs */
/**
 * Everything that n8n logs, at its most talkative. To be imported before n8n-core, which keeps the
 * console it finds.
 */
export const logged: string[] = [];

if ('requireOnce' in globalThis) {
	throw new Error('n8n is loaded already: begin this suite with /** @jest-environment node */');
}

process.env.N8N_LOG_LEVEL = 'debug';
// winston, n8n's logger, writes past the console's methods where it can.
const stream = { write: (text: string) => logged.push(text) };
Object.defineProperty(console, '_stdout', { value: stream });
Object.defineProperty(console, '_stderr', { value: stream });
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
	console[method] = (...args: unknown[]) => void logged.push(args.join(' '));
}
