/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/**
 * A stand-in for the ClientPoint API in a process of its own, so that its work does not count, and
 * the stop-watch of a run: each measured node stands between a call of /begin and one of /end.
 * The parent tells it what is measured, and gets a message with the measures at /end.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pathOf } from '../sandbox/http';

/** What is measured: an n8n process, while each answer takes so many milliseconds. */
export interface Watched {
	pid: number;
	latency: number;
}

export interface Measures {
	/** Seconds. */
	wall: number;
	/** Seconds of user and system time. */
	cpu: number;
	/** The most memory the process held, in MB. */
	memory: number;
	mostUnderWay: number;
	requests: number;
	/** One item's body. */
	sample: string;
}

/** The kernel counts a process's time in these. */
const TICKS_PER_SECOND = 100;

/** The first item's body has it, whatever the fields; it is handed on, so that all contenders can be seen to send the same. */
const SAMPLE = '"Doe 0"';

let watched: Watched = { pid: 0, latency: 0 };
let begun = { time: 0, cpu: 0 };
let requests = 0;
let underWay = 0;
let mostUnderWay = 0;
let sample = '';

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

function begin() {
	requests = 0;
	mostUnderWay = 0;
	sample = '';
	writeFileSync(`/proc/${watched.pid}/clear_refs`, '5');
	begun = { time: performance.now(), cpu: cpuSeconds(watched.pid) };
}

function end() {
	const measures: Measures = {
		wall: (performance.now() - begun.time) / 1000,
		cpu: cpuSeconds(watched.pid) - begun.cpu,
		memory: peakMemory(watched.pid),
		requests,
		mostUnderWay,
		sample,
	};
	process.send?.(measures);
}

function create(request: IncomingMessage, response: ServerResponse) {
	requests += 1;
	underWay += 1;
	mostUnderWay = Math.max(mostUnderWay, underWay);
	const id = 1000 + requests;
	const chunks: Buffer[] = [];
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => {
		const body = Buffer.concat(chunks);
		// One item's, whichever order they come in.
		if (body.includes(SAMPLE)) sample = body.toString('utf8');
		const answer = () => {
			underWay -= 1;
			const url = `https://sandbox.example/view/${id}`;
			response.end(
				JSON.stringify({ success: true, data: { clientpoint_id: id, clientpoint_url: url } }),
			);
		};
		if (watched.latency === 0) answer();
		else setTimeout(answer, watched.latency);
	});
}

const server = createServer((request, response) => {
	response.setHeader('content-type', 'application/json');
	const path = pathOf(request);
	if (path === '/v4/clientpoint/create') return create(request, response);
	if (path === '/end') end();
	response.end('{}');
	if (path === '/begin') begin();
});
process.on('message', (message: Watched) => {
	watched = message;
	process.send?.('watching');
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
