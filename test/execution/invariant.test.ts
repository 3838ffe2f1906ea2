/**
 * Whatever the answers are: no item is ever created twice, none is reported created that was not,
 * none is lost from the report.
 */
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import { useSandbox } from '../support/useSandbox';
import { FAULTS, faultRuns, items, page } from './faultRuns';

const sandbox = useSandbox();
const { run, requestsFor, expectInvariant } = faultRuns(sandbox);

describe('the invariant', () => {
	const fault = fc.constantFrom<Fault | undefined>(
		undefined,
		undefined,
		...FAULTS.map(([, answer]) => answer).filter(
			({ body }) => !(body && typeof body === 'object' && 'filler' in body),
		),
		{ delay: 15, creates: true },
		{ status: 504, body: page, delay: 5, creates: true },
	);
	/** For each item, the answers to its first, second … request; good answers after these. */
	const schedule = fc.array(fc.array(fault, { maxLength: 4 }), {
		minLength: items.length,
		maxLength: items.length,
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
			{ numRuns: 30 },
		);
		expect(retried).toBeGreaterThan(3);
	});
});
