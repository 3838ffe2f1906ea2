/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** A program that is started, watched by what it prints, and ended by its pid. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface Program {
	pid: number;
	/** Everything it printed. */
	output(): string;
	running(): boolean;
	/** Resolves when it ends by itself or is ended, with its exit code: `null` where a signal ended it. */
	ended: Promise<number | null>;
	/** Sends the signal, and waits for its end. */
	end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ProgramOptions {
	command: string;
	args: string[];
	env?: NodeJS.ProcessEnv;
	cwd?: string;
	user?: { uid: number; gid: number };
}

/** Milliseconds until a program is ended that takes no notice of its signal. */
const PATIENCE = 60_000;

export function start({ command, args, user, ...options }: ProgramOptions): Program {
	const child = spawn(command, args, { ...options, ...user, stdio: ['ignore', 'pipe', 'pipe'] });
	endWithThis(child);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text) => (output += text));
	}
	const ended = new Promise<number | null>((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => {
			output += error.message;
			resolve(null);
		});
	});
	const running = () => child.pid !== undefined && child.exitCode === null && !child.signalCode;
	return {
		pid: child.pid ?? 0,
		output: () => output,
		running,
		ended,
		async end(signal = 'SIGTERM') {
			if (running()) child.kill(signal);
			const last = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
			const code = await ended;
			clearTimeout(last);
			return code;
		},
	};
}

/** Runs a program to its end and returns what it printed. */
export async function run(options: ProgramOptions): Promise<string> {
	const program = start(options);
	const code = await program.ended;
	if (code !== 0) {
		throw new Error(`${options.args.join(' ')} ended with ${code}: ${program.output()}`);
	}
	return program.output();
}

/** Waits for a program to be ready for work; where it is not, throws with its output and ends it. */
export async function ready(
	what: string,
	program: Program,
	isReady: () => boolean | Promise<boolean>,
) {
	try {
		await until(what, () => !program.running() || isReady());
		if (!program.running()) throw new Error(`${what} ended`);
	} catch (error) {
		await program.end();
		throw new Error(`${error}\n${program.output().slice(-4000)}`, { cause: error });
	}
}

/** Waits until there is something, and returns it. */
export async function until<Found>(
	what: string,
	find: () => Found | Promise<Found>,
	limit = 120_000,
): Promise<Exclude<Found, undefined | false>> {
	for (const end = Date.now() + limit; ;) {
		const found = await find();
		if (found !== undefined && found !== false) return found as Exclude<Found, undefined | false>;
		if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/**
 * Ends a program with this process, even where this one is killed and can do nothing about it: the pipe to a
 * shell closes then, and the shell ends the program.
 */
function endWithThis(child: ChildProcess) {
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
