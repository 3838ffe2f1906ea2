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
const LOST =
	'ClientPoint did not answer: the connection was lost. Whether it was carried out is not known';
const LOOK =
	'It may have been carried out all the same: look in ClientPoint before you send it again.';
const CORRECT = 'Nothing was sent for this item. Correct it, then run it again.';
const EARLIER =
	'Nothing was sent in this try; what became of the items in the tries before it is counted below.<br>';
const leaveOut = (items: string) =>
	`Leave out what is done, ${items}, when you run the rest again; what ClientPoint answered stands under &#34;From ClientPoint&#34;, &#34;Error data&#34;.`;
const reply = (id: number) => ({
	success: true,
	data: { clientpoint_id: id, clientpoint_url: `https://sandbox.example/view/${id}` },
});

/** What stops a later try: what is said, of the item and of no other, and how it is shown as HTML. */
const STOPS: Array<[State['form'] | 'no key', string, string]> = [
	['throws', "Referenced node doesn't exist", 'Referenced node doesn&#39;t exist'],
	[
		'invalid',
		'Revenue must be a number such as 1200.50, without currency sign or thousands separator, not "much"',
		'Revenue must be a number such as 1200.50, without currency sign or thousands separator, not &#34;much&#34;',
	],
	[
		'unfit option',
		'Preview Only must be true or false, not "many"',
		'Preview Only must be true or false, not &#34;many&#34;',
	],
	['no key', 'API Key is blank: fill it in, or look at what its expression gives', ''],
];

describe.each(STOPS)('a later try that is stopped by: %s', (how, said, shown) => {
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
		expect(runs[1].words).toEqual([
			{ outcome: 'done', json: reply(1001) },
			{ outcome: 'done', json: reply(1002) },
			hasKey
				? { outcome: 'refused', message: said, description: CORRECT }
				: {
						outcome: 'refused',
						message: 'ClientPoint answered 422: Unknown division',
						description:
							'Nothing was done for this item. Correct what ClientPoint names, then run it again.',
						httpCode: '422',
					},
		]);
		expect(runs[1].error).toMatchObject({
			message: hasKey ? `${said} [item 2]` : said,
			description:
				EARLIER +
				(hasKey ? 'Correct what is listed here, then run the node again.<br>' : '') +
				leaveOut('items 0–1') +
				(hasKey ? `<ul><li>${shown} – item 2</li>` : '<ul>') +
				'<li>ClientPoint answered 422: Unknown division – item 2</li></ul>' +
				'<ul><li>2 done: items 0–1</li><li>1 refused: item 2</li></ul>',
		});
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
		expect(runs[1].words).toEqual([
			{ outcome: 'refused', message: `${said} [item 0]`, description: CORRECT },
			{
				outcome: 'unknown',
				message: `${LOST} [item 1]`,
				description: hasKey ? LOOK : `${LOOK} A later try ended so: ${said}.`,
			},
			{ outcome: 'done', json: reply(1002) },
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
		const stops = onError === 'stopWorkflow';
		const message = stops ? LOST : `${LOST} [item 0]`;
		const refusedThen = `${LOOK} A later try ended so: ClientPoint answered 422: Exists already.`;
		const pause = `${refusedThen} A later try ended so: ClientPoint answered 429: Slow down.`;
		expect(runs.map(({ words }) => words[0])).toEqual([
			{ outcome: 'unknown', message, description: LOOK },
			{ outcome: 'unknown', message, description: refusedThen },
			{ outcome: 'unknown', message, description: pause },
			{ outcome: 'done', json: reply(stops ? 1002 : 1004) },
		]);
		if (!stops) return;
		const counts = '<ul><li>1 not known: item 0</li><li>2 not sent: items 1–2</li></ul>';
		expect(runs.map(({ error }) => error?.message)).toEqual([
			...[1, 2, 3].map(() => `${LOST} [item 0]`),
			undefined,
		]);
		expect(runs.map(({ error }) => error?.description)).toEqual([
			...[LOOK, refusedThen, pause].map((told) => told + counts),
			undefined,
		]);
	});

	it('one item with an unfit option does not keep the others back', async () => {
		const tries = [{ hasKey: true, states: states('unfit option', 'fine', 'fine') }];
		const { runs } = await run(tries, 1, { onError, retryOnFail: false });
		expect(runs[0].told).toEqual(
			onError === 'stopWorkflow'
				? ['refused', 'not sent', 'not sent']
				: ['refused', 'done', 'done'],
		);
		if (onError === 'stopWorkflow') {
			expect(runs[0].error).toMatchObject({
				message: 'Preview Only must be true or false, not "many" [item 0]',
				context: { itemIndex: 0 },
			});
		}
	});
});

it('what several tries were told alike is told but once', () => {
	const item = { json: {} };
	const lost: Failure = { kind: 'unknown', message: LOST, description: LOOK };
	const slow: Failure = { kind: 'postponed', message: 'Slow down.', description: 'Wait.' };
	for (const outcome of [lost, slow, slow, slow]) remember(item, outcome);
	expect(remember(item, slow)).toEqual({
		...lost,
		description: `${LOOK} A later try ended so: Slow down.`,
	});
});
