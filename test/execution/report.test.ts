/** What a person is told of a run, from the outcomes alone: whole texts, whatever the number of items. */
import fc from 'fast-check';
import {
	refusal,
	type Failure,
	type Outcome,
} from '../../nodes/ClientPoint/execution/outcome/outcome';
import type { Outcomes } from '../../nodes/ClientPoint/execution/report/counts';
import { toHtml, toText, toTitle } from '../../nodes/ClientPoint/execution/report/render';
import {
	reportCheck,
	reportStop,
	reportUnfit,
	type Report,
} from '../../nodes/ClientPoint/execution/report/report';

const done = (id: number): Outcome => ({ kind: 'done', json: { data: { clientpoint_id: id } } });
const notDone = (message: string): Failure => ({
	kind: 'refused',
	message,
	description: 'Nothing was done for this item. Correct what ClientPoint names, then run it again.',
});
const unknown = (message: string): Failure => ({
	kind: 'unknown',
	message,
	description:
		'It may have been carried out all the same: look in ClientPoint before you send it again.',
});
const notSent = (count: number): Outcomes => Array.from({ length: count }, () => undefined);
const shown = (report: Report) => ({
	title: toTitle(report),
	description: toHtml(report).replaceAll('<br>', '<br>\n').replaceAll('<li>', '\n<li>').split('\n'),
});

/** A check that refuses some of so many items, in a first try. */
function check(count: number, failures: Record<number, Failure>, before = notSent(count)) {
	const refused = Object.entries(failures).map(([item, failure]): [number, Failure] => [
		Number(item),
		failure,
	]);
	const now = before.map((outcome, item) => outcome ?? failures[item]);
	return reportCheck(refused, before, now);
}

describe('the check', () => {
	it('of the only item', () => {
		const report = check(1, { 0: refusal('Name is required') });
		expect(shown(report)).toEqual({
			title: 'Name is required [item 0]',
			description: ['Nothing was sent.<br>', 'Correct it, then run the node again.'],
		});
	});

	it('one refused item with more bad fields than a title holds', () => {
		const fields = ['One', 'Two', 'Three', 'Four'];
		const sentences = fields.map((field) => `${field} ${'must be another '.repeat(7)}value`);
		const report = check(5, { 3: refusal(sentences.join('; '), sentences) });
		expect(toTitle(report)).toBe(`${sentences[0]}; ${sentences[1]}; and more [item 3]`);
		expect(report.kinds).toEqual(sentences.map((sentence) => `${sentence} – item 3`));
	});

	it('of one item with several fields', () => {
		const sentences = ['Name is required', 'Revenue must be a number, not "much"'];
		const report = check(5, { 3: refusal(sentences.join('; '), sentences) });
		expect(shown(report)).toEqual({
			title: 'Name is required; Revenue must be a number, not "much" [item 3]',
			description: [
				'Nothing was sent: all items are checked before the first request.<br>',
				'Correct what is listed here, then run the node again.<ul>',
				'<li>Name is required – item 3</li>',
				'<li>Revenue must be a number, not &#34;much&#34; – item 3</li></ul><ul>',
				'<li>1 refused: item 3</li>',
				'<li>4 not sent: items 0–2, 4</li></ul>',
			],
		});
		expect(toText(report).split('\n')).toEqual([
			'Name is required; Revenue must be a number, not "much" [item 3]',
			'Nothing was sent: all items are checked before the first request.',
			'Correct what is listed here, then run the node again.',
			'- Name is required – item 3',
			'- Revenue must be a number, not "much" – item 3',
			'- 1 refused: item 3',
			'- 4 not sent: items 0–2, 4',
		]);
	});

	it('of 3 items of 50', () => {
		const wrong = refusal('Assigned To must be a valid e-mail address, not "Joe <joe@x.example>"');
		const report = check(50, { 3: wrong, 17: refusal('Name is required'), 40: wrong });
		expect(shown(report)).toEqual({
			title: '3 of 50 items need a correction; nothing was sent',
			description: [
				'Nothing was sent: all items are checked before the first request.<br>',
				'Correct what is listed here, then run the node again.<ul>',
				'<li>Assigned To must be a valid e-mail address, not &#34;Joe &#60;joe@x.example&#62;&#34; – items 3, 40</li>',
				'<li>Name is required – item 17</li></ul><ul>',
				'<li>3 refused: items 3, 17, 40</li>',
				'<li>47 not sent: items 0–2, 4–16, 18–39, 41–49</li></ul>',
			],
		});
	});

	it('of 50 items alike', () => {
		const same = refusal('Recipients (JSON) is not valid JSON near "Jane" "email"');
		const report = check(50, Object.fromEntries(notSent(50).map((_, item) => [item, same])));
		expect(shown(report)).toEqual({
			title: 'All 50 items need a correction; nothing was sent',
			description: [
				'Nothing was sent: all items are checked before the first request.<br>',
				'Correct what is listed here, then run the node again.<ul>',
				'<li>Recipients (JSON) is not valid JSON near &#34;Jane&#34; &#34;email&#34; – items 0–49</li></ul><ul>',
				'<li>50 refused: items 0–49</li></ul>',
			],
		});
	});

	it('of a later try, after earlier ones did something', () => {
		const before = [done(1001), undefined, unknown('ClientPoint did not answer'), undefined];
		const wrong = refusal('Name is required');
		expect(shown(check(4, { 1: wrong, 3: wrong }, before))).toEqual({
			title: '2 of 4 items need a correction; nothing was sent in this try',
			description: [
				'Nothing was sent in this try; what became of the items in the tries before it is counted below.<br>',
				'Correct what is listed here, then run the node again.<br>',
				'Look in ClientPoint before you send item 2 again: what became of it is not known.<br>',
				'Leave out what is done, item 0, when you run the rest again; what ClientPoint answered stands under &#34;From ClientPoint&#34;, &#34;Error data&#34;.<ul>',
				'<li>Name is required – items 1, 3</li>',
				'<li>ClientPoint did not answer – item 2</li></ul><ul>',
				'<li>1 done: item 0</li>',
				'<li>2 refused: items 1, 3</li>',
				'<li>1 not known: item 2</li></ul>',
			],
		});
	});

	it('of the only item, of which an earlier try left unknown what became', () => {
		const before = [unknown('ClientPoint did not answer')];
		expect(shown(check(1, { 0: refusal('Name is required') }, before))).toEqual({
			title: 'Name is required [item 0]',
			description: [
				'Nothing was sent in this try; what became of the items in the tries before it is counted below.<br>',
				'Correct what is listed here, then run the node again.<br>',
				'Look in ClientPoint before you send item 0 again: what became of it is not known.<ul>',
				'<li>Name is required – item 0</li>',
				'<li>ClientPoint did not answer – item 0</li></ul><ul>',
				'<li>1 not known: item 0</li></ul>',
			],
		});
	});
});

describe('a run that cannot begin', () => {
	const unfit = refusal('API Base URL must begin with https://');

	it('in the first try', () => {
		expect(shown(reportUnfit(unfit, notSent(50)))).toEqual({
			title: 'API Base URL must begin with https://',
			description: ['Nothing was sent.'],
		});
	});

	it('in a later one', () => {
		expect(shown(reportUnfit(unfit, [done(1), undefined]))).toEqual({
			title: 'API Base URL must begin with https://',
			description: [
				'Nothing was sent in this try; what became of the items in the tries before it is counted below.<br>',
				'Leave out what is done, item 0, when you run the rest again; what ClientPoint answered stands under &#34;From ClientPoint&#34;, &#34;Error data&#34;.<ul>',
				'<li>1 done: item 0</li>',
				'<li>1 not sent: item 1</li></ul>',
			],
		});
	});
});

describe('a run that stopped', () => {
	it('at its only item', () => {
		const failure = notDone('ClientPoint answered 422: Unknown <b>division</b>');
		expect(shown(reportStop(0, failure, [failure]))).toEqual({
			title: 'ClientPoint answered 422: Unknown ‹b›division‹/b› [item 0]',
			description: [
				'Nothing was done for this item. Correct what ClientPoint names, then run it again.',
			],
		});
	});

	it('after 16 of 50', () => {
		const failure = notDone('ClientPoint answered 422: Unknown division');
		const outcomes = [...Array.from({ length: 16 }, (_, id) => done(id)), failure, ...notSent(33)];
		expect(shown(reportStop(16, failure, outcomes))).toEqual({
			title: 'ClientPoint answered 422: Unknown division [item 16]',
			description: [
				'Nothing was done for this item. Correct what ClientPoint names, then run it again.<br>',
				'Leave out what is done, items 0–15, when you run the rest again; what ClientPoint answered stands under &#34;From ClientPoint&#34;, &#34;Error data&#34;.<ul>',
				'<li>16 done: items 0–15</li>',
				'<li>1 refused: item 16</li>',
				'<li>33 not sent: items 17–49</li></ul>',
			],
		});
	});

	it('at 2,000 items that ended in every way', () => {
		const kinds: Array<(item: number) => Outcome | undefined> = [
			done,
			(item) => notDone(`ClientPoint answered 422: ${item % 17}`),
			() => undefined,
			() => unknown('ClientPoint did not answer'),
			() => ({ kind: 'postponed', message: 'ClientPoint answered 429', description: 'Wait.' }),
		];
		const outcomes = Array.from({ length: 2000 }, (_, item) => kinds[item % 5](item));
		const failure = notDone('ClientPoint answered 422: 1');
		const refusals = [1, 6, 11, 16, 4, 9, 14, 2].map((number, index) => {
			const items = Array.from({ length: 8 }, (_, nth) => 1 + index * 5 + nth * 85);
			return `<li>ClientPoint answered 422: ${number} – items ${items.join(', ')} and ${index < 9 ? 16 : 15} more</li>`;
		});
		expect(shown(reportStop(1, failure, outcomes))).toEqual({
			title: 'ClientPoint answered 422: 1 [item 1]',
			description: [
				'Nothing was done for this item. Correct what ClientPoint names, then run it again.<br>',
				'Look in ClientPoint before you send items 3, 8, 13, 18, 23, 28, 33, 38 and 392 more again: what became of them is not known.<br>',
				'Leave out what is done, items 0, 5, 10, 15, 20, 25, 30, 35 and 392 more, when you run the rest again; what ClientPoint answered stands under &#34;From ClientPoint&#34;, &#34;Error data&#34;.<ul>',
				'<li>ClientPoint did not answer – items 3, 8, 13, 18, 23, 28, 33, 38 and 392 more</li>',
				'<li>ClientPoint answered 429 – items 4, 9, 14, 19, 24, 29, 34, 39 and 392 more</li>',
				...refusals,
				'<li>and 9 more kinds</li></ul><ul>',
				'<li>400 done: items 0, 5, 10, 15, 20, 25, 30, 35 and 392 more</li>',
				'<li>400 refused: items 1, 6, 11, 16, 21, 26, 31, 36 and 392 more</li>',
				'<li>400 postponed: items 4, 9, 14, 19, 24, 29, 34, 39 and 392 more</li>',
				'<li>400 not known: items 3, 8, 13, 18, 23, 28, 33, 38 and 392 more</li>',
				'<li>400 not sent: items 2, 7, 12, 17, 22, 27, 32, 37 and 392 more</li></ul>',
			].flatMap((line) => line.split('\n')),
		});
	});
});

describe('whatever the outcomes are', () => {
	const failure = fc.record({
		kind: fc.constantFrom('refused' as const, 'postponed' as const, 'unknown' as const),
		message: fc.string({ unit: fc.constantFrom(...'a<>&"\'`; 😀\n'), maxLength: 700 }),
		description: fc.string({ maxLength: 300 }),
	});
	const outcome = fc.option(fc.oneof(fc.nat().map(done), failure), { nil: undefined });
	const outcomes = fc.array(outcome, { minLength: 1, maxLength: 300 });
	const sentences = fc.array(fc.string({ minLength: 1, maxLength: 400 }), {
		minLength: 1,
		maxLength: 11,
	});

	const reports = fc.oneof(
		fc.tuple(outcomes, failure).map(([all, one]) => reportStop(0, one, [one, ...all])),
		fc.tuple(outcomes, failure).map(([all, one]) => reportUnfit(one, all)),
		fc.tuple(outcomes, sentences).map(([all, words]) => {
			const one = refusal(words.join('; '), words);
			return reportCheck([[0, one]], all, [all[0] ?? one, ...all.slice(1)]);
		}),
	);

	it('a report is bounded in size, and holds no tag but its own', () => {
		fc.assert(
			fc.property(reports, (report) => {
				const html = toHtml(report);
				expect(html.length).toBeLessThan(25_000);
				expect(toText(report).length).toBeLessThan(8_000);
				expect(toTitle(report)).not.toMatch(/[<>]/);
				expect(html.replace(/<br>|<\/?ul>|<\/?li>|&#\d+;/g, '')).not.toMatch(/[<>&"'`]/);
			}),
			{ numRuns: 300 },
		);
	});

	it('every item is counted once', () => {
		fc.assert(
			fc.property(outcomes, failure, (all, one) => {
				const { counts } = reportStop(0, one, [one, ...all]);
				const numbers = counts.map((line) => Number(/^\d+/.exec(line)?.[0]));
				expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(all.length + 1);
			}),
		);
	});
});
