/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Ends a program with this process, even where this one is killed and can do nothing about it: the pipe to a
 * shell closes then, and the shell ends the program.
 */
export function endWithThis(child: ChildProcess) {
	const { pid } = child;
	// It never began, as its own `error` tells.
	if (pid === undefined) return;
	const watch = spawn('sh', ['-c', 'cat; kill -KILL "$0"', String(pid)], {
		// In a group of its own, so that Ctrl-C leaves the program the time to end by itself.
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	child.once('exit', () => watch.kill('SIGKILL'));
	watch.unref();
}
