/**
 * Every bad answer, with each way of handling errors, one after another and five at a time.
 */
import type { INode } from 'n8n-workflow';
import { startSandbox } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';
import { FAULTS, faultRuns, items } from './faultRuns';

const sandbox = useSandbox();
const elsewhere = useSandbox();
const { run, requestsFor, timesCreated, expectInvariant } = faultRuns(sandbox);

const COUNT = items.length;
/** The item that is answered badly. */
const BAD = 2;
const others = [...items.keys()].filter((index) => index !== BAD);

describe.each([5])('concurrency %i', (concurrency) => {
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
			expect(result.error?.message).toContain(`Item ${BAD} (${items[BAD].company}): `);
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
			const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
			const result = await run(concurrency, settings);
			expectInvariant(result);
			const isSentAgain = outcome === 'refused' || outcome === 'postponed';
			expect(requestsFor(BAD)).toBe(isSentAgain ? tries * 2 : tries);
			for (const index of others) expect(requestsFor(index)).toBeLessThanOrEqual(1);
		});
	});

	describe.each([
		['connection refused', 'ECONNREFUSED'],
		['DNS failure', 'ENOTFOUND'],
	])('%s', (how, words) => {
		let url = '';
		beforeAll(async () => {
			const closed = await startSandbox();
			await closed.close();
			url = how === 'DNS failure' ? 'https://no-such-host.invalid' : closed.url;
		});
		const runThere = (settings: Partial<INode>) =>
			runNode(
				{ url },
				{ parameters: { ...REQUIRED, options: { maxConcurrency: concurrency } }, items, settings },
			);

		it('stop', async () => {
			const result = await runThere({});
			expect(result.error?.message).toMatch(new RegExp(`^Item 0 .*${words}`));
			const [first, ...rest] = toldOf(result, COUNT).map(([kind]) => kind);
			expect(first).toBe('refused');
			// Those under way together with the first have no connection either, unless the first failure
			// came before they began.
			rest.forEach((kind, index) =>
				expect(index + 1 < concurrency ? ['refused', 'not sent'] : ['not sent']).toContain(kind),
			);
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
		// Whether something can have left depends on how far the connection came.
		const told = toldOf(result, COUNT).map(([kind]) => kind);
		const lost = told.filter((kind) => kind === 'refused' || kind === 'unknown');
		if (settings.retryOnFail) expect(lost.filter((kind) => kind === 'refused')).toEqual([]);
		else expect(lost).toHaveLength(1);
		expect(sandbox.created.length).toBe(sandbox.received.length);
	});
});
