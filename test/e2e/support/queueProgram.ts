/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** A program that the test starts, watches by what it prints, and ends by its pid. */
import { spawn } from 'node:child_process';
import { endWithThis } from '../../../dev/n8n/process';

export interface Program {
	/** Everything it printed. */
	output(): string;
	running(): boolean;
	/** Sends the signal and returns the exit code, `null` where the signal itself ended it. */
	end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ProgramOptions {
	command: string;
	args: string[];
	env?: NodeJS.ProcessEnv;
	cwd?: string;
	user?: { uid: number; gid: number };
}

/** Ends a program that takes no notice of its signal. */
const PATIENCE = 60_000;

export function start({ command, args, user, ...options }: ProgramOptions): Program {
	const child = spawn(command, args, { ...options, ...user, stdio: ['ignore', 'pipe', 'pipe'] });
	endWithThis(child);
	let output = '';
	const keep = (text: Buffer) => void (output += text.toString('utf8'));
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const ended = new Promise<number | null>((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => {
			output += error.message;
			resolve(null);
		});
	});
	const running = () => child.pid !== undefined && child.exitCode === null && !child.signalCode;
	return {
		output: () => output,
		running,
		async end(signal = 'SIGTERM') {
			const { pid } = child;
			if (pid !== undefined && running()) process.kill(pid, signal);
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
	await until(`${options.args.join(' ')} to end`, () => !program.running());
	const code = await program.end();
	if (code !== 0) {
		throw new Error(`${options.args.join(' ')} ended with ${code}: ${program.output()}`);
	}
	return program.output();
}

/** Waits for a program to be ready for work; throws with its output when it ends before. */
export async function ready(
	what: string,
	program: Program,
	isReady: () => boolean | Promise<boolean>,
) {
	await until(what, async () => {
		if (!program.running()) throw new Error(`${what} ended: ${program.output()}`);
		return await isReady();
	}).catch((error) => {
		throw new Error(`${error}\n${program.output().slice(-4000)}`);
	});
}

export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	limit = 120_000,
): Promise<void> {
	for (const end = Date.now() + limit; !(await isSo());) {
		if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
