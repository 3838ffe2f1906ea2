/** Bad answers, and what must hold of a run whatever the answers are. */
import type { INode } from 'n8n-workflow';
import type { Fault, Sandbox } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { REQUIRED, runNode, type NodeRun } from '../support/clientPoint';
import { companies, countFor } from '../support/companies';
import { toldOf } from '../support/report';

export const items = companies(8);

/** A node that sends the items to a sandbox, a few at a time. */
export function faultRuns(sandbox: Sandbox) {
	const run = (concurrency: number, settings: Partial<INode>, options: object = {}) =>
		runNode(sandbox, {
			parameters: {
				...REQUIRED,
				name: '={{ $json.company }}',
				options: { maxConcurrency: concurrency, timeout: 60, ...options },
			},
			items,
			settings,
		});

	const requestsFor = (index: number) => countFor(index, sandbox.received);
	const timesCreated = (index: number) => countFor(index, sandbox.created);

	/** Nothing is created twice, reported created that was not, or lost from the report. */
	function expectInvariant(result: NodeRun) {
		toldOf(result, items.length).forEach((told, index) => {
			const times = timesCreated(index);
			const context = { index, told, times };
			expect({ ...context, once: told.length }).toEqual({ ...context, once: 1 });
			expect({ ...context, times: Math.min(times, 1) }).toEqual(context);
			// Created and told so, or neither; only of the unknown may it be either.
			if (told[0] !== 'unknown')
				expect([context, told[0] === 'done']).toEqual([context, times === 1]);
		});
	}

	return { run, requestsFor, timesCreated, expectInvariant };
}

export const page = '<html><body>Bad Gateway</body></html>';
const MB = 1_000_000;
/** `once`: only the first request for the item is answered so. */
export const FAULTS: Array<[string, Fault & { once?: boolean }, Ending]> = [
	['drop before it was carried out', { drop: 'before' }, 'unknown'],
	['drop after it, and created', { drop: 'after', creates: true }, 'unknown'],
	['307 to another host', { status: 307, body: '' }, 'refused'],
	['401 in the middle of the run', { status: 401, body: { message: 'Key revoked' } }, 'refused'],
	['422', { status: 422, body: { message: 'No' } }, 'refused'],
	['429 once', { once: true, status: 429, body: {}, headers: { 'retry-after': '0' } }, 'done'],
	[
		'429 once, with a date',
		{ once: true, status: 429, body: {}, headers: { 'retry-after': new Date(0).toUTCString() } },
		'done',
	],
	[
		'429 once, with nonsense',
		{ once: true, status: 429, body: {}, headers: { 'retry-after': 'soon' } },
		'done',
	],
	['429 always', { status: 429, body: {}, headers: { 'retry-after': '0' } }, 'postponed'],
	[
		'503 with a date',
		{ status: 503, body: {}, headers: { 'retry-after': new Date(0).toUTCString() } },
		'unknown',
	],
	['500', { status: 500, body: { error: 'Oops' } }, 'unknown'],
	['500, and created', { status: 500, body: {}, creates: true }, 'unknown'],
	['502 with a web page', { status: 502, body: page }, 'unknown'],
	['200 with a web page', { body: page, creates: true }, 'unknown'],
	['200 with broken JSON', { body: '{"id": 1', creates: true }, 'unknown'],
	['200 with a failure inside', { body: { success: false, message: 'No' } }, 'unknown'],
	['200 with 20 MB', { body: { filler: 'x'.repeat(20 * MB) }, creates: true }, 'done'],
	['200 with nothing', { body: '', creates: true }, 'done'],
];
