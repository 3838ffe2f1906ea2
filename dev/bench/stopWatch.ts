/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/**
 * Measures a process from one moment to another, with what reaches the sandbox meanwhile. The sandbox is in this process,
 * so that its work does not count.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withoutKey, type Sandbox } from '../sandbox/server';

export interface Measures {
	/** Seconds. */
	wall: number;
	/** Seconds of user and system time. */
	cpu: number;
	/** The most memory the process held, in MB. */
	memory: number;
	mostUnderWay: number;
	requests: number;
	/** The first item's body, so that all contenders can be seen to send the same. */
	sample: unknown;
}

/** Each measured node stands between a call of /begin and one of /end. */
export function createStopWatch(sandbox: Sandbox) {
	/** The measures of one run in that process, while each answer takes so many milliseconds. */
	return async (pid: number, latency: number, run: () => Promise<void>): Promise<Measures> => {
		let begun = { time: 0, cpu: 0 };
		let ended = { time: 0, cpu: 0, memory: 0 };
		sandbox.reset();
		sandbox.answer((_, { path }) => {
			if (path === '/begin') {
				writeFileSync(`/proc/${pid}/clear_refs`, '5');
				begun = { time: performance.now(), cpu: cpuSeconds(pid) };
			}
			if (path === '/end') {
				ended = { time: performance.now(), cpu: cpuSeconds(pid), memory: peakMemory(pid) };
			}
			return path.startsWith('/v4') ? { creates: true, delay: latency } : { body: {} };
		});
		await run();
		const first = sandbox.created.find(({ body }) => body.name === 'Company 0');
		return {
			wall: (ended.time - begun.time) / 1000,
			cpu: ended.cpu - begun.cpu,
			memory: ended.memory,
			mostUnderWay: sandbox.mostUnderWay,
			requests: sandbox.created.length,
			sample: first && withoutKey(first.body),
		};
	};
}

/** The kernel counts a process's time in these. */
const TICKS_PER_SECOND = 100;

/** User and system time of all threads, in seconds. */
function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name, in brackets, may hold spaces; the first field after it is number 3.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / TICKS_PER_SECOND;
}

/** The most memory the process held since it was last forgotten, in MB. */
function peakMemory(pid: number): number {
	const [, kB] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kB) / 1024;
}
