/** What a person is told of a run, from the outcomes alone: whole texts, whatever the number of items. */
import fc from 'fast-check';
import {
	refusal,
	type Done,
	type Failure,
	type Outcome,
} from '../../nodes/ClientPoint/execution/outcome/outcome';
import { hintOf } from '../../nodes/ClientPoint/execution/report/hint';
import { itemList, type Outcomes } from '../../nodes/ClientPoint/execution/report/items';
import {
	reportCheck,
	reportStop,
	toHtml,
	toText,
	toTitle,
	type Report,
} from '../../nodes/ClientPoint/execution/report/report';

const PAST = 'Created';

const done = (id: number, about = `Client ${id} Ltd`): Done => ({
	kind: 'done',
	json: { clientpoint_id: id },
	about,
});
const DO = 'Nothing was done for this item. Correct what ClientPoint names, then run it again.';
const notDone = (message: string, about?: string): Failure => ({
	kind: 'refused',
	message,
	description: DO,
	about,
});
const unknown = (about?: string): Failure => ({
	kind: 'unknown',
	message: 'ClientPoint did not reply: socket hang up (ECONNRESET)',
	description: `The ClientPoint may have been created. Search ClientPoint for "${about}" before you run this again, or there may be two.`,
	about,
});
const notSent = (count: number): Outcomes => Array.from({ length: count }, () => undefined);
const shown = (report: Report) => [
	toTitle(report),
	...toHtml(report)
		.replaceAll('&#62;', '>')
		.replaceAll('<br>', '\n')
		.replaceAll('<li>', '\n- ')
		.split('\n'),
];

const CHECKED = 'Nothing was sent: all items are checked before the first request.';
const GO_ON =
	'To go on, run only what is not done. Next time, use the error output or Options > Never Send Twice, and you need not sort it out.';

describe('the check', () => {
	const check = (count: number, failures: Record<number, Failure>, before = notSent(count)) =>
		reportCheck(
			before.map((outcome, item) => outcome ?? failures[item]),
			PAST,
		);
	const fields = ['Name is required', 'Revenue must be a number, not "much"'];

	it('of the only item: no number', () => {
		expect(shown(check(1, { 0: refusal('Name is required') }))).toEqual([
			'Name is required',
			CHECKED,
		]);
	});

	it('of one item of several: its number', () => {
		expect(shown(check(5, { 3: refusal('Name is required') }))).toEqual([
			'Item 3: Name is required',
			CHECKED,
		]);
	});

	it('of one item with several fields: a short title, each field once', () => {
		expect(shown(check(1, { 0: refusal(fields.join('; '), fields) }))).toEqual([
			'2 fields need a correction; nothing was sent',
			`${CHECKED}<ul>`,
			'- Name is required</li>',
			'- Revenue must be a number, not &#34;much&#34;</li></ul>',
		]);
	});

	it('of several items: each fault once, with its items', () => {
		const wrong = refusal('Assigned To must be a valid e-mail address, not "Joe <joe@x.example>"');
		const report = check(50, { 3: wrong, 17: refusal('Name is required'), 40: wrong });
		expect(shown(report)).toEqual([
			'3 of 50 items need a correction; nothing was sent',
			`${CHECKED}<ul>`,
			'- Assigned To must be a valid e-mail address, not &#34;Joe &#60;joe@x.example>&#34; – items 3, 40</li>',
			'- Name is required – item 17</li></ul>',
		]);
	});

	it('of all items alike, as with a credential that cannot be used: that is the title', () => {
		const same = refusal('Credential: API Key is blank');
		expect(shown(check(3, { 0: same, 1: same, 2: same }))).toEqual([
			'Credential: API Key is blank',
			`${CHECKED}<ul>`,
			'- Credential: API Key is blank – items 0–2</li></ul>',
		]);
	});

	it('of a later try, after earlier ones did something', () => {
		const before = [done(1001), undefined, unknown('Foo'), undefined];
		const wrong = refusal('Name is required');
		expect(shown(check(4, { 1: wrong, 3: wrong }, before))).toEqual([
			'2 of 4 items need a correction; nothing was sent in this try',
			'Nothing was sent in this try: all items are checked before the first request.',
			'Not known: item 2. Look in ClientPoint before you send it again.',
			'Created: Client 1001 Ltd → 1001.',
			`${GO_ON}<ul>`,
			'- Name is required – items 1, 3</li>',
			'- ClientPoint did not reply: socket hang up (ECONNRESET) – item 2 (Foo)</li></ul>',
		]);
	});
});

describe('a run that stopped', () => {
	it('at its only item: no number', () => {
		const failure = notDone('ClientPoint answered 422: Unknown <b>division</b>', 'ABC Company');
		expect(shown(reportStop(0, failure, [failure], PAST))).toEqual([
			'ClientPoint answered 422: Unknown ‹b›division‹/b›',
			DO,
		]);
	});

	it('says what exists now, what failed, what was not sent, and how to go on', () => {
		const outcomes = [
			done(1011, 'ABC Company'),
			done(1012, 'Northwind & Sons'),
			notDone('ClientPoint answered 422: Unknown division', 'Contoso'),
			unknown('Fabrikam'),
			undefined,
		];
		const [, , failure] = outcomes;
		expect(shown(reportStop(2, notDone(''), outcomes, PAST)).slice(1)).toEqual([
			DO,
			'Not known: item 3. Look in ClientPoint before you send it again.',
			'Created: ABC Company → 1011, Northwind &#38; Sons → 1012.',
			'Not sent: item 4.',
			`${GO_ON}<ul>`,
			'- ClientPoint answered 422: Unknown division – item 2 (Contoso)</li>',
			'- ClientPoint did not reply: socket hang up (ECONNRESET) – item 3 (Fabrikam)</li></ul>',
		]);
		expect(failure).toMatchObject({ kind: 'refused' });
	});

	it('names ten of what is done, and what the reply did not give an ID for by its name alone', () => {
		const failure = notDone('ClientPoint answered 422', 'Contoso');
		const created = Array.from({ length: 40 }, (_, index) => done(1000 + index));
		const nameless: Outcome = { kind: 'done', json: { clientpoint_id: null }, about: 'ABC' };
		const outcomes = [nameless, ...created, failure];
		expect(shown(reportStop(41, failure, outcomes, PAST))).toEqual([
			'Item 41 (Contoso): ClientPoint answered 422',
			DO,
			`Created: ABC, ${created
				.slice(0, 9)
				.map((_, index) => `Client ${1000 + index} Ltd → ${1000 + index}`)
				.join(', ')}, and 31 more: see Error data.`,
			GO_ON,
		]);
	});
});

it.each([
	[[3], 'item 3'],
	[[0, 1], 'items 0–1'],
	[[0, 1, 2, 5, 7, 8], 'items 0–2, 5, 7–8'],
	[[0, 2, 4, 6, 8, 10, 12, 14], 'items 0, 2, 4, 6, 8, 10, 12, 14'],
	[[0, 2, 4, 6, 8, 10, 12, 14, 20, 21, 30], 'items 0, 2, 4, 6, 8, 10, 12, 14 and 3 more'],
])('%j is "%s"', (items, words) => expect(itemList(items)).toBe(words));

describe('the hint of a run that did not stop', () => {
	const hint = (onError: 'continueErrorOutput' | 'continueRegularOutput', ...outcomes: Outcomes) =>
		hintOf(
			outcomes,
			{ id: '', name: '', typeVersion: 1, type: '', position: [0, 0], parameters: {}, onError },
			PAST,
			[],
		)?.message;

	it.each<[Outcomes, string | undefined]>([
		[[done(1), done(2)], undefined],
		[[done(1), notDone('No')], '1 created, 1 refused: see its error column'],
		[[notDone('No'), notDone('No')], 'None created, 2 refused: see their error column'],
		[
			[done(1), unknown('A'), undefined],
			'1 created, 1 not sent, 1 not known (look in ClientPoint first): see their error column',
		],
		[
			[{ ...done(1), warnings: ['Mails 2 people'] }, done(2)],
			'Mails 2 people – item 0 (Client 1 Ltd)',
		],
		[
			[{ ...done(1), isSentBefore: true }, done(2)],
			'Sent before with the same unique key, so not sent again: item 0',
		],
	])('%#', (outcomes, message) => expect(hint('continueRegularOutput', ...outcomes)).toBe(message));

	it('names the error output', () =>
		expect(hint('continueErrorOutput', done(1), notDone('No'))).toBe(
			'1 created, 1 refused: see the error output',
		));
});

it('whatever the outcomes are, a report is bounded in size and holds no tag except its own', () => {
	const text = fc.string({ unit: fc.constantFrom(...'a<>&"\'`; 😀\n'), maxLength: 700 });
	const failure = fc.record({
		kind: fc.constantFrom('refused' as const, 'postponed' as const, 'unknown' as const),
		message: text,
		description: fc.string({ maxLength: 300 }),
		about: fc.string({ maxLength: 60 }),
	});
	const outcome = fc.option(fc.oneof(fc.nat().map(done), failure), { nil: undefined });
	const outcomes = fc.array(outcome, { minLength: 1, maxLength: 300 });
	const reports = fc.oneof(
		fc.tuple(outcomes, failure).map(([all, one]) => reportStop(0, one, [one, ...all], PAST)),
		fc
			.tuple(outcomes, fc.array(text, { minLength: 1, maxLength: 11 }))
			.map(([all, words]) => reportCheck([refusal(words.join('; '), words), ...all], PAST)),
	);
	fc.assert(
		fc.property(reports, (report) => {
			const html = toHtml(report);
			expect(html.length).toBeLessThan(25_000);
			expect(toText(report).length).toBeLessThan(8_000);
			expect(toTitle(report)).not.toMatch(/[<>]/);
			expect(html.replace(/<br>|<\/?ul>|<\/?li>|&#\d+;/g, '')).not.toMatch(/[<>&"'`]/);
		}),
	);
});
