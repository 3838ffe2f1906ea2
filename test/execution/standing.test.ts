/** What an earlier try did, told whole in the reports of later ones. */
import type { Fault } from '../../dev/sandbox/server';
import { remember } from '../../nodes/ClientPoint/execution/memory';
import type { Failure } from '../../nodes/ClientPoint/execution/outcome/outcome';
import { companyOf } from '../support/companies';
import { useSandbox } from '../support/useSandbox';
import { tryRuns, type State } from './triesRun';

const sandbox = useSandbox();
const { run, requestsFor } = tryRuns(sandbox, 3);

const states = (...forms: Array<State['form']>): State[] =>
	forms.map((form) => ({ form, resend: true }));
const FINE = { hasKey: true, states: states('fine', 'fine', 'fine') };

/** For each item, the answers to its requests in turn; good ones after these. */
const answer = (...faults: Fault[][]) =>
	sandbox.answer((_, { body }) => {
		const item = faults.findIndex((__, index) => companyOf(index) === body.name);
		return faults[item]?.[requestsFor(item) - 1];
	});

const LOST = 'ClientPoint did not reply: socket hang up (ECONNRESET)';
const LOOK =
	'The ClientPoint may have been created. Search ClientPoint for "Company 0" before you run this again, or there may be two.';

it('a later try that is stopped by the check tells what the first one did', async () => {
	answer([{ status: 500, body: {} }], [], [{ status: 422, body: {} }]);
	const tries = [FINE, { hasKey: true, states: states('fine', 'fine', 'invalid') }];
	const { runs } = await run(tries, 3, { maxTries: 2 });
	expect(sandbox.received).toHaveLength(3);
	expect(runs[1].error).toMatchObject({
		message:
			'Item 2: Revenue must be a number such as 1200.50, without currency sign or thousands separator, not "much"',
		description:
			'Nothing was sent in this try: all items are checked before the first request.' +
			'<br>Created: Company 1 → 1001.' +
			'<br>Perhaps created: item 0. Look in ClientPoint before you send that again.' +
			'<br>To go on, run only item 2. Next time, the error output or Options &#62; Never Send Twice sorts this out for you.',
	});
});

it('what is unknown stays so until a try ends done, with what each try was told', async () => {
	answer([
		{ drop: 'after', creates: true },
		{ status: 422, body: { message: 'Exists already' } },
		{ status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '7200' } },
	]);
	const { runs } = await run([FINE, FINE, FINE, FINE], 1, { maxTries: 4 });
	const refused = `${LOOK} A later try ended so: ClientPoint answered 422: Exists already.`;
	const pause = `${refused} A later try ended so: ClientPoint answered 429: Slow down.`;
	expect(runs.map(({ words }) => words[0])).toMatchObject([
		{ outcome: 'unknown', message: LOST, description: LOOK },
		{ outcome: 'unknown', message: LOST, description: refused },
		{ outcome: 'unknown', message: LOST, description: pause },
		{ outcome: 'done' },
	]);
});

it('what several tries were told alike is told once', () => {
	const item = { json: {} };
	const lost: Failure = { kind: 'unknown', message: LOST, description: 'Look.' };
	const slow: Failure = { kind: 'postponed', message: 'Slow down.', description: 'Wait.' };
	for (const outcome of [lost, slow, slow, slow]) remember(item, outcome);
	expect(remember(item, slow)).toEqual({
		...lost,
		description: 'Look. A later try ended so: Slow down.',
	});
});
