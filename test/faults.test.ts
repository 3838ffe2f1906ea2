/**
 * Every bad answer, with each way of handling errors, one after another and five at a time.
 * The invariant: no item is ever created twice, none is reported created that was not, none is
 * lost from the report.
 */
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import { startSandbox, type Fault, type Sandbox } from '../sandbox/server';
import { REQUIRED, runNode, type NodeRun } from './support/clientPoint';
import { toldOf, type Told } from './support/report';

let sandbox: Sandbox;
let elsewhere: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	elsewhere = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
	await elsewhere.close();
});
beforeEach(() => sandbox.reset());

const COUNT = 8;
/** The item that is answered badly. */
const BAD = 2;
const items = Array.from({ length: COUNT }, (_, number) => ({ company: `Company ${number}` }));
const others = [...items.keys()].filter((index) => index !== BAD);

const run = (concurrency: number, settings: Partial<INode>, options: object = {}) =>
	runNode(sandbox, {
		parameters: {
			...REQUIRED,
			name: '={{ $json.company }}',
			options: { concurrency, timeout: 1, ...options },
		},
		items,
		settings,
	});

const requestsFor = (index: number) =>
	sandbox.received.filter(({ body }) => body.name === items[index].company).length;
const timesCreated = (index: number) =>
	sandbox.created.filter(({ body }) => body.name === items[index].company).length;

function expectInvariant(result: NodeRun) {
	toldOf(result, COUNT).forEach((told, index) => {
		const times = timesCreated(index);
		const context = { index, told, times };
		expect({ ...context, once: told.length }).toEqual({ ...context, once: 1 });
		expect({ ...context, times: Math.min(times, 1) }).toEqual(context);
		// Created and told so, or neither; only of the unknown may it be either.
		if (told[0] !== 'unknown')
			expect([context, told[0] === 'done']).toEqual([context, times === 1]);
	});
}

const page = '<html><body>Bad Gateway</body></html>';
const MB = 1_000_000;
/** `once`: only the first request for the item is answered so. */
const FAULTS: Array<[string, Fault & { once?: boolean }, Told]> = [
	['drop before it was carried out', { drop: 'before' }, 'unknown'],
	['drop after it, and created', { drop: 'after', creates: true }, 'unknown'],
	['drip past the time-out', { drip: 100, creates: true }, 'unknown'],
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
		'postponed',
	],
	['500', { status: 500, body: { error: 'Oops' } }, 'unknown'],
	['500, and created', { status: 500, body: {}, creates: true }, 'unknown'],
	['502 with a web page', { status: 502, body: page }, 'unknown'],
	['200 with a web page', { body: page, creates: true }, 'unknown'],
	['200 with broken JSON', { body: '{"id": 1', creates: true }, 'unknown'],
	['200 with a failure inside', { body: { success: false, message: 'No' } }, 'refused'],
	['200 with 20 MB', { body: { filler: 'x'.repeat(20 * MB) }, creates: true }, 'done'],
	['200 with nothing', { body: '', creates: true }, 'done'],
];

describe.each([1, 5])('concurrency %i', (concurrency) => {
	describe.each(FAULTS)('%s', (_, { once, ...fault }, outcome) => {
		const tries = outcome === 'postponed' ? 5 : once ? 2 : 1;
		beforeEach(() => {
			const headers = {
				...fault.headers,
				...(fault.status === 307 && { location: `${elsewhere.url}/` }),
			};
			sandbox.answer((__, { body }) =>
				body.name === items[BAD].company && !(once && requestsFor(BAD) > 1)
					? { ...fault, headers }
					: undefined,
			);
		});
		afterEach(() => expect(elsewhere.received).toHaveLength(0));

		it('stop', async () => {
			const result = await run(concurrency, {});
			expectInvariant(result);
			expect(requestsFor(BAD)).toBe(tries);
			if (outcome === 'done') {
				expect(result.done).toHaveLength(COUNT);
				return;
			}
			expect(result.error?.message).toContain(`[item ${BAD}]`);
			if (concurrency === 1) expect(sandbox.received).toHaveLength(BAD + tries);
		});

		it('continue', async () => {
			const result = await run(concurrency, { onError: 'continueErrorOutput' });
			expectInvariant(result);
			expect(toldOf(result, COUNT)[BAD]).toEqual([outcome]);
			expect(requestsFor(BAD)).toBe(tries);
			expect(others.map(requestsFor)).toEqual(others.map(() => 1));
			expect(others.map(timesCreated)).toEqual(others.map(() => 1));
		});

		it('retry', async () => {
			const result = await run(concurrency, {
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 1,
			});
			expectInvariant(result);
			const isSentAgain = outcome === 'refused' || outcome === 'postponed';
			expect(requestsFor(BAD)).toBe(isSentAgain ? tries * 2 : tries);
			for (const index of others) expect(requestsFor(index)).toBeLessThanOrEqual(1);
		});
	});

	describe.each([
		['connection refused', 'the connection was refused'],
		['DNS failure', 'its host name is not known'],
	])('%s', (how, words) => {
		let url = '';
		beforeAll(async () => {
			const closed = await startSandbox();
			await closed.close();
			url = how === 'DNS failure' ? 'https://no-such-host.invalid' : closed.url;
		});
		const runThere = (settings: Partial<INode>) =>
			runNode({ url }, { parameters: { ...REQUIRED, options: { concurrency } }, items, settings });

		it('stop', async () => {
			const result = await runThere({});
			expect(result.error?.message).toMatch(new RegExp(`${words} \\[item 0\\]$`));
			const told = toldOf(result, COUNT).map(([kind]) => kind);
			// Those that were under way together with the first had no connection either.
			expect(told).toEqual(items.map((_, index) => (index < concurrency ? 'refused' : 'not sent')));
		});

		it('continue', async () => {
			const result = await runThere({ onError: 'continueErrorOutput' });
			expect(toldOf(result, COUNT)).toEqual(items.map(() => ['refused']));
			for (const { json } of result.failed) expect(json.error).toContain(words);
		});

		it('retry', async () => {
			const before = await runThere({ retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
			expect(before.error?.message).toContain(words);
			expect(before.done).toEqual([]);
		});
	});

	it.each<[string, Partial<INode>]>([
		['stop', {}],
		['continue', { onError: 'continueErrorOutput' }],
		['retry', { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }],
	])('drop before anything was read: %s', async (_, settings) => {
		// Each request has a connection of its own.
		sandbox.dropConnections((connection) => connection === BAD);
		const result = await run(concurrency, settings);
		expectInvariant(result);
		const told = toldOf(result, COUNT).map(([kind]) => kind);
		expect(told.filter((kind) => kind === 'unknown')).toHaveLength(1);
		expect(sandbox.created.length).toBe(sandbox.received.length);
		expect(sandbox.created.length).toBeLessThan(COUNT);
	});
});

describe('the invariant', () => {
	const fault = fc.constantFrom<Fault | undefined>(
		undefined,
		undefined,
		...FAULTS.map(([, answer]) => answer).filter(
			({ drip, body }) => !drip && !(body && typeof body === 'object' && 'filler' in body),
		),
		{ delay: 15, creates: true },
		{ status: 504, body: page, delay: 5, creates: true },
	);
	/** For each item, the answers to its first, second … request; good answers after these. */
	const schedule = fc.array(fc.array(fault, { maxLength: 4 }), {
		minLength: COUNT,
		maxLength: COUNT,
	});
	const settings = fc.record({
		onError: fc.constantFrom('stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'),
		retryOnFail: fc.boolean(),
		maxTries: fc.integer({ min: 2, max: 4 }),
		waitBetweenTries: fc.constant(1),
	});

	it('holds for random schedules of faults', async () => {
		let retried = 0;
		await fc.assert(
			fc.asyncProperty(
				schedule,
				settings,
				fc.integer({ min: 1, max: 8 }),
				async (answers, how, concurrency) => {
					sandbox.reset();
					sandbox.answer((_, { body }) => {
						const index = items.findIndex(({ company }) => company === body.name);
						return answers[index][requestsFor(index) - 1];
					});
					const result = await run(concurrency, how as Partial<INode>, { timeout: 5 });
					expectInvariant(result);
					if (items.some((_, index) => requestsFor(index) > 1)) retried += 1;
				},
			),
			{ numRuns: 120 },
		);
		expect(retried).toBeGreaterThan(10);
	});
});
