/**
 * Retry On Fail under fire: over several tries, expressions fail, values and options turn invalid, the
 * credential breaks and mends, answers change. Whatever happens, each report is held against what the server
 * counted up to then, and no later report takes back what an earlier one told.
 */
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { companyOf } from '../support/companies';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';
import { FORMS, tryRuns, type State, type TryRun } from './triesRun';

const COUNT = 4;
const TRIES = 4;
const items = [...Array(COUNT).keys()];

const sandbox = useSandbox();
const { run, requestsFor, timesCreated } = tryRuns(sandbox, COUNT);

/** An answer, and what it tells by HTTP and by its words: the table is the oracle, apart from the code. */
type Answer = [tells: 'done' | 'refused' | 'postponed' | 'unknown', fault: Fault | undefined];

const page = '<html><body>Bad Gateway</body></html>';
const CREATED_BUT = { status: 'error', message: 'No mail sent', data: { clientpoint_id: 7 } };
const LATER = { 'retry-after': '7200' };
const GOOD: Answer = ['done', undefined];
const ANSWERS: Answer[] = [
	GOOD,
	['done', { status: 201, creates: true }],
	['done', { body: '', creates: true, headers: { 'content-length': '0' } }],
	['refused', { status: 422, body: { message: 'No' } }],
	['refused', { status: 401, body: { message: 'Key revoked' } }],
	['refused', { status: 307, body: '', headers: { location: 'https://elsewhere.example/' } }],
	['unknown', { body: { success: false, message: 'No' } }],
	['postponed', { status: 429, body: {}, headers: LATER }],
	['postponed', { status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '0' } }],
	['unknown', { status: 500, body: {} }],
	['unknown', { status: 500, body: {}, creates: true }],
	['unknown', { status: 503, body: {}, headers: LATER, creates: true }],
	['unknown', { status: 408, body: {}, creates: true }],
	['unknown', { drop: 'before' }],
	['unknown', { drop: 'after', creates: true }],
	['unknown', { body: page }],
	['unknown', { body: page, creates: true }],
	['unknown', { body: CREATED_BUT, creates: true }],
];

/** What the server answered to the item's requests up to then. */
const answeredTo = (answers: Answer[], { sentAfter }: TryRun, item: number) =>
	answers.slice(0, requestsFor(item, 0, sentAfter)).map(([tells]) => tells);

/** What may be told of an item, by the answers that its requests got so far. */
function allowed(answered: Array<Answer[0]>): Ending[] {
	if (answered.includes('done')) return ['done'];
	if (answered.includes('unknown')) return ['unknown'];
	const last = answered.at(-1);
	return ['refused', 'previewed', ...(last ? [last] : (['not sent'] as const))];
}

function expectTruth(answers: Answer[][], runs: TryRun[], stops: boolean) {
	for (const [number, now] of runs.entries()) {
		const before = runs[number - 1];
		for (const item of items) {
			const told = now.told[item];
			const here = { number, item, told, answers: answers[item] };
			const answered = answeredTo(answers[item], now, item);
			expect({ ...here, isAllowed: allowed(answered).includes(told) }).toEqual({
				...here,
				isAllowed: true,
			});
			// The server's own count, whatever the table of answers says.
			if (told === 'done') expect([here, now.created[item] > 0]).toEqual([here, true]);
			else if (told !== 'unknown') expect([here, now.created[item]]).toEqual([here, 0]);

			const sent = requestsFor(item, now.sentBefore, now.sentAfter);
			const { form, resend } = now.states[item];
			const mayBeSent =
				now.hasKey &&
				form === 'fine' &&
				before?.told[item] !== 'done' &&
				(before?.told[item] !== 'unknown' || resend);
			if (!mayBeSent) expect([here, sent]).toEqual([here, 0]);
			// One item that is refused here does not keep the others back.
			else if (!stops) expect([here, sent > 0]).toEqual([here, true]);

			if (before?.told[item] === 'done') {
				expect(now.words[item].json).toEqual(before.words[item].json);
			} else if (before?.told[item] === 'unknown' && told === 'unknown') {
				const [first, later] = [before, now].map(({ words }) => words[item]);
				expect([here, later.message]).toEqual([here, first.message]);
				// What a check said in between was about that try alone.
				const [stands] = String(first.description).split(' A later try ended so: ');
				expect([here, String(later.description).slice(0, stands.length)]).toEqual([here, stands]);
			}
		}
		const isDone = (item: number) => before?.told[item] === 'done';
		const isRefusedHere = now.states.some(
			({ form }, item) => !isDone(item) && !['fine', 'preview'].includes(form),
		);
		const sent = now.sentAfter - now.sentBefore;
		if (stops && isRefusedHere) expect([number, sent]).toEqual([number, 0]);
		// What is done stops nothing, however its form is by now.
		const isOpen = items.some((item) => !isDone(item) && now.states[item].form === 'fine');
		const isUnknown = items.some((item) => before?.told[item] === 'unknown');
		if (stops && now.hasKey && isOpen && !isRefusedHere && !isUnknown) {
			expect([number, sent > 0]).toEqual([number, true]);
		}
	}
	// Never twice, unless the user asked for it.
	for (const item of items) {
		const resent = runs.filter(({ states }) => states[item].resend).length;
		if (resent === 0) expect([item, timesCreated(item) < 2]).toEqual([item, true]);
	}
}

const answer = fc.oneof(fc.constant(GOOD), fc.constantFrom(...ANSWERS));
const form = fc.oneof(
	{ weight: 5, arbitrary: fc.constant<State['form']>('fine') },
	{ weight: 1, arbitrary: fc.constantFrom(...FORMS) },
);
const tries = fc.array(
	fc.record({
		hasKey: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
		states: fc.array(fc.record({ form, resend: fc.boolean() }), {
			minLength: COUNT,
			maxLength: COUNT,
		}),
	}),
	{ minLength: TRIES, maxLength: TRIES },
);
/** For each item, the answers to its requests in turn. */
const answers = fc.array(fc.array(answer, { minLength: 5 * TRIES, maxLength: 5 * TRIES }), {
	minLength: COUNT,
	maxLength: COUNT,
});
const settings = fc.record({
	onError: fc.constantFrom('stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'),
	maxTries: fc.integer({ min: 2, max: TRIES }),
});

it('holds whatever happens in each of several tries', async () => {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(
			answers,
			tries,
			settings,
			fc.integer({ min: 1, max: COUNT }),
			async (schedule, plan, how, concurrency) => {
				sandbox.reset();
				sandbox.answer((_, { body }) => {
					const item = items.findIndex((each) => companyOf(each) === body.name);
					return schedule[item][requestsFor(item) - 1][1];
				});
				const { runs, result } = await run(plan, concurrency, how as Partial<INode>);
				expectTruth(schedule, runs, how.onError === 'stopWorkflow');
				expect(toldOf(result, COUNT).flat()).toEqual(
					runs.at(-1)?.told.map((told) => (told === 'previewed' && !result.error ? 'done' : told)),
				);
				for (const [number, { told }] of runs.entries()) {
					told.forEach((now, item) => seen.add(`${runs[number - 1]?.told[item] ?? ''}>${now}`));
				}
			},
		),
		{ numRuns: 80 },
	);
	// The schedules must have come to what matters.
	const rare = [
		'refused>done',
		'refused>unknown',
		'not sent>done',
		'unknown>unknown',
		'unknown>done',
	];
	expect(rare.filter((change) => !seen.has(change))).toEqual([]);
});
