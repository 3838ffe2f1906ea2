/** What an earlier try did, told whole in the reports of later ones, whatever stops them. */
import type { Fault } from '../../dev/sandbox/server';
import { remember } from '../../nodes/ClientPoint/execution/memory';
import type { Failure } from '../../nodes/ClientPoint/execution/outcome/outcome';
import { companyOf } from '../support/companies';
import { useSandbox } from '../support/useSandbox';
import { tryRuns, type State } from './triesRun';

const sandbox = useSandbox();
const { run, requestsFor } = tryRuns(sandbox, 3);

const states = (...forms: Array<State['form']>): State[] =>
	forms.map((form) => ({ form, resend: false }));
const FINE = states('fine', 'fine', 'fine');

/** For each item, the answers to its requests in turn; good ones after these. */
const answer = (...faults: Fault[][]) =>
	sandbox.answer((_, { body }) => {
		const item = faults.findIndex((__, index) => companyOf(index) === body.name);
		return faults[item]?.[requestsFor(item) - 1];
	});

const UNKNOWN_DIVISION: Fault = { status: 422, body: { message: 'Unknown division' } };
const LOST_AFTER: Fault = { drop: 'after', creates: true };
const LOST = 'ClientPoint did not reply: socket hang up (ECONNRESET)';
const look = (name: string) =>
	`The ClientPoint may have been created. Search ClientPoint for "${name}" before you run this again, or there may be two.`;
const CORRECT = 'Nothing was sent for this item. Correct it, then run it again.';

/** What stops a later try, and what is said about the item. */
const STOPS: Array<[State['form'] | 'no key', string]> = [
	['throws', "Referenced node doesn't exist"],
	[
		'invalid',
		'Revenue must be a number such as 1200.50, without currency sign or thousands separator, not "much"',
	],
	['unfit option', 'Preview Only must be true or false, not "many"'],
	['no key', 'Credential: API Key is blank: fill it in, or look at what its expression gives'],
];

describe.each(STOPS)('a later try that is stopped by: %s', (how, said) => {
	const hasKey = how !== 'no key';
	const form = how === 'no key' ? 'fine' : how;

	it('stops with what the first one did', async () => {
		answer([], [], [UNKNOWN_DIVISION]);
		const tries = [
			{ hasKey: true, states: FINE },
			{ hasKey, states: states('fine', 'fine', form) },
		];
		const { runs } = await run(tries, 1, { maxTries: 2 });
		expect(sandbox.received).toHaveLength(3);
		expect(runs[1].words).toMatchObject([
			{ outcome: 'done', about: 'Company 0', json: { success: true } },
			{ outcome: 'done', about: 'Company 1', json: { success: true } },
			{ outcome: 'refused', message: said, description: CORRECT },
		]);
		expect(runs[1].error?.message).toBe(`Item 2: ${said}`);
		expect(runs[1].error?.description).toContain(
			'Nothing was sent in this try: all items are checked before the first request.<br>Created: Company 0 → 1001, Company 1 → 1002.<br>',
		);
	});

	it('continues with what the first one did', async () => {
		// The first item: n8n looks at that one alone to decide on a retry.
		answer([UNKNOWN_DIVISION], [LOST_AFTER]);
		const tries = [
			{ hasKey: true, states: FINE },
			{ hasKey, states: states(form, 'fine', 'fine') },
		];
		const { runs } = await run(tries, 1, { maxTries: 2, onError: 'continueErrorOutput' });
		expect(sandbox.received).toHaveLength(3);
		expect(runs[1].words).toMatchObject([
			{ outcome: 'refused', message: said, description: CORRECT },
			{
				outcome: 'unknown',
				message: LOST,
				description: look('Company 1'),
			},
			{ outcome: 'done', json: { success: true } },
		]);
	});
});

describe.each(['stopWorkflow', 'continueErrorOutput'] as const)('%s', (onError) => {
	it('what is unknown stays so until a try ends done, with what each try was told', async () => {
		answer([
			LOST_AFTER,
			{ status: 422, body: { message: 'Exists already' } },
			{ status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '7200' } },
		]);
		const resend: State = { form: 'fine', resend: true };
		const tries = Array.from({ length: 4 }, () => ({
			hasKey: true,
			states: [resend, resend, resend],
		}));
		const { runs } = await run(tries, 1, { onError, maxTries: 4 });
		const lost = look('Company 0');
		const refused = `${lost} A later try ended so: ClientPoint answered 422: Exists already.`;
		const pause = `${refused} A later try ended so: ClientPoint answered 429: Slow down.`;
		expect(runs.map(({ words }) => words[0])).toMatchObject([
			{ outcome: 'unknown', message: LOST, description: lost },
			{ outcome: 'unknown', message: LOST, description: refused },
			{ outcome: 'unknown', message: LOST, description: pause },
			{ outcome: 'done' },
		]);
	});

	it('one item with an invalid option does not keep the others back', async () => {
		const tries = [{ hasKey: true, states: states('unfit option', 'fine', 'fine') }];
		const { runs } = await run(tries, 1, { onError, retryOnFail: false });
		expect(runs[0].told).toEqual(
			onError === 'stopWorkflow'
				? ['refused', 'not sent', 'not sent']
				: ['refused', 'done', 'done'],
		);
	});
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
