/**
 * Retry On Fail under fire: over several tries answers change, expressions fail, values turn invalid. Whatever
 * happens, nothing that may have been created is sent again, and what is told agrees with what ClientPoint did.
 */
import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';
import { runTries, type State } from './triesRun';

const COUNT = 4;
const TRIES = 4;
const items = [...Array(COUNT).keys()];

const sandbox = useSandbox();

type Tells = 'done' | 'refused' | 'postponed' | 'unknown';

/** An answer, and what it tells by HTTP and by its words: the table is the oracle, apart from the code. */
type Answer = [Tells, Fault | undefined];

const page = '<html><body>Bad Gateway</body></html>';
const CREATED_BUT = { status: 'error', message: 'No mail sent', data: { clientpoint_id: 7 } };
const LATER = { 'retry-after': '7200' };
const GOOD: Answer = ['done', undefined];
const ANSWERS: Answer[] = [
	GOOD,
	['done', { body: '', creates: true, headers: { 'content-length': '0' } }],
	['refused', { status: 422, body: { message: 'No' } }],
	['refused', { status: 401, body: { message: 'Key revoked' } }],
	['refused', { status: 307, body: '', headers: { location: 'https://elsewhere.example/' } }],
	['unknown', { body: { success: false, message: 'No' } }],
	['postponed', { status: 429, body: {}, headers: LATER }],
	['postponed', { status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '0' } }],
	['unknown', { status: 500, body: {} }],
	['unknown', { status: 503, body: {}, headers: LATER, creates: true }],
	['unknown', { status: 408, body: {}, creates: true }],
	['unknown', { drop: 'before' }],
	['unknown', { drop: 'after', creates: true }],
	['unknown', { body: page, creates: true }],
	['unknown', { body: CREATED_BUT, creates: true }],
];

/** What may be told of an item at the end, by what its requests were answered. */
function allowed(answered: Tells[]): Ending[] {
	if (answered.includes('done')) return ['done'];
	if (answered.includes('unknown')) return ['unknown'];
	const last = answered.at(-1);
	return last ? [last, 'refused'] : ['refused', 'not sent'];
}

const ofEach = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.array(arbitrary, { minLength: COUNT, maxLength: COUNT });

const form = fc.constantFrom<State['form']>('fine', 'fine', 'fine', 'fine', 'throws', 'invalid');
const tries = fc.array(ofEach(form), { minLength: 2, maxLength: TRIES });
/** The answers to an item's requests in turn. */
const answers = fc.array(fc.constantFrom(GOOD, GOOD, GOOD, GOOD, ...ANSWERS), {
	minLength: 5 * TRIES,
	maxLength: 5 * TRIES,
});
const onErrors = fc.constantFrom<INode['onError']>(
	...(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const),
);

it('holds whatever happens in each of several tries', async () => {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(
			ofEach(answers),
			ofEach(fc.boolean()),
			tries,
			onErrors,
			fc.integer({ min: 1, max: COUNT }),
			async (schedule, resends, forms, onError, maxConcurrency) => {
				sandbox.reset();
				const answered: Tells[][] = items.map(() => []);
				sandbox.answer((_, { body }) => {
					const item = Number(body.name);
					const [tells, fault] = schedule[item][answered[item].length];
					answered[item].push(tells);
					return fault;
				});
				const states = forms.map((ofTry) =>
					ofTry.map((each, item) => ({ form: each, resend: resends[item] })),
				);
				const result = await runTries(sandbox, states, { onError }, maxConcurrency);
				const told = toldOf(result, COUNT);
				for (const item of items) {
					const got = answered[item];
					const isFinal = (tells: Tells) =>
						tells === 'done' || (tells === 'unknown' && !resends[item]);
					const created = sandbox.created.filter(({ body }) => body.name === `${item}`).length;
					const [kind, ...more] = told[item];
					const here = { item, got, created, kind };
					expect([here, more, got.slice(0, -1).some(isFinal)]).toEqual([here, [], false]);
					expect([here, allowed(got).includes(kind)]).toEqual([here, true]);
					// By the server's own count, whatever the table of answers says.
					if (kind !== 'unknown') expect([here, created > 0]).toEqual([here, kind === 'done']);
					seen.add(got.join());
				}
			},
		),
		{ numRuns: 80 },
	);
	// The schedules must have come to what matters.
	expect([...seen]).toEqual(expect.arrayContaining(['refused,done', 'unknown,done']));
});
