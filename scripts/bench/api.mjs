/**
 * A stand-in for the ClientPoint API in a process of its own, so that its work does not count, and
 * the stop-watch of a run: each measured node stands between a call of /begin and one of /end.
 * The parent tells it what is measured, and gets a message with the measures at /end.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The kernel counts a process's time in these. */
const TICKS_PER_SECOND = 100;

/** The first item's body has it, whatever the fields; it is handed on, so that all contenders can be seen to send the same. */
const SAMPLE = '"Doe 0"';

let watched = { pid: 0, latency: 0 };
let begun = { time: 0, cpu: 0 };
let requests = 0;
let inFlight = 0;
let mostInFlight = 0;
let sample = '';

/** User and system time of all threads, in seconds. */
function cpuSeconds(pid) {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name, in brackets, may hold spaces; the first field after it is number 3.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / TICKS_PER_SECOND;
}

/** The most memory the process held since it was last forgotten, in MB. */
function peakMemory(pid) {
	const [, kB] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kB) / 1024;
}

function begin() {
	requests = 0;
	mostInFlight = 0;
	sample = '';
	writeFileSync(`/proc/${watched.pid}/clear_refs`, '5');
	begun = { time: performance.now(), cpu: cpuSeconds(watched.pid) };
}

function end() {
	process.send({
		wall: (performance.now() - begun.time) / 1000,
		cpu: cpuSeconds(watched.pid) - begun.cpu,
		memory: peakMemory(watched.pid),
		requests,
		mostInFlight,
		sample,
	});
}

function create(request, response) {
	requests += 1;
	inFlight += 1;
	mostInFlight = Math.max(mostInFlight, inFlight);
	const id = 1000 + requests;
	const chunks = [];
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => {
		const body = Buffer.concat(chunks);
		// One item's, whichever order they come in.
		if (body.includes(SAMPLE)) sample = body.toString('utf8');
		const answer = () => {
			inFlight -= 1;
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
	if (request.url === '/v4/clientpoint/create') return create(request, response);
	if (request.url === '/end') end();
	response.end('{}');
	if (request.url === '/begin') begin();
});
process.on('message', (message) => {
	watched = message;
	process.send('watching');
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
