/** What reports are made of: lists of items, kinds of failures, titles, and what stands in a log. */
import { cancelledLine } from '../../nodes/ClientPoint/execution/report/cancelled';
import { countsOf, type Outcomes } from '../../nodes/ClientPoint/execution/report/counts';
import { aboutKeys, hintOf } from '../../nodes/ClientPoint/execution/report/hint';
import { count, itemList } from '../../nodes/ClientPoint/execution/report/itemList';
import { joined, kindsOf } from '../../nodes/ClientPoint/execution/report/kinds';
import { toHtml, toText, toTitle } from '../../nodes/ClientPoint/execution/report/render';
import type { Outcome } from '../../nodes/ClientPoint/execution/outcome/outcome';

const upTo = (end: number) => Array.from({ length: end }, (_, index) => index);
const done = (json: object = {}): Outcome => ({ kind: 'done', json: { ...json } });
const failed = (kind: 'refused' | 'postponed' | 'unknown'): Outcome => ({
	...{ kind, message: 'No', description: 'Why' },
});

it.each([
	[[3], 'item 3'],
	[[0, 1], 'items 0–1'],
	[[0, 2], 'items 0, 2'],
	[[0, 1, 2, 5, 7, 8], 'items 0–2, 5, 7–8'],
	[upTo(8).map((item) => item * 2), 'items 0, 2, 4, 6, 8, 10, 12, 14'],
	[upTo(9).map((item) => item * 2), 'items 0, 2, 4, 6, 8, 10, 12, 14 and 1 more'],
	[
		[...upTo(8).map((item) => item * 2), 20, 21, 22, 30],
		'items 0, 2, 4, 6, 8, 10, 12, 14 and 4 more',
	],
])('%j is "%s"', (items, words) => expect(itemList(items)).toBe(words));

it('counts one item and several', () =>
	expect([1, 0, 2].map(count)).toEqual(['1 item', '0 items', '2 items']));

describe('kinds', () => {
	const told = (text: string, ...items: number[]) => items.map((item) => ({ text, item }));

	it('are told once, that of most items first, and each item once', () =>
		expect(kindsOf([...told('a', 0), ...told('b', 0, 1, 1, 3), ...told('c', 4)])).toEqual([
			...['b – items 0–1, 3', 'a – item 0', 'c – item 4'],
		]));
	it.each([
		[10, []],
		[11, ['and 1 more kind']],
		[12, ['and 2 more kinds']],
	])('are ten at most: %i', (many, more) =>
		expect(kindsOf(upTo(many).map((item) => ({ text: `t${item}`, item })))).toEqual([
			...upTo(10).map((item) => `t${item} – item ${item}`),
			...more,
		]),
	);
	it('are not long', () =>
		expect(kindsOf([300, 301].flatMap((length) => told('x'.repeat(length), 0)))).toEqual([
			...[`${'x'.repeat(300)} – item 0`, `${'x'.repeat(299)}… – item 0`],
		]));
});

it.each([
	[['a'], 'a'],
	[['a', 'b', 'c'], 'a; b; c'],
	[['a'.repeat(200), 'b'.repeat(100), 'c'], `${'a'.repeat(200)}; ${'b'.repeat(100)}; and more`],
	[['a'.repeat(200), 'b'.repeat(101), 'c'], `${'a'.repeat(200)}; and more`],
])('a title has as many sentences as it holds', (sentences, title) =>
	expect(joined(sentences)).toBe(title),
);

it('each ending is counted, in one order', () => {
	const preview = { ...done(), preview: { warnings: [] } };
	const before = { ...done(), isSentBefore: true } as const;
	const outcomes: Outcomes = [
		...[failed('unknown'), failed('postponed'), failed('refused'), preview, before, done()],
		...[undefined, undefined],
	];
	expect(countsOf(outcomes)).toEqual([
		...['1 done: item 5', '1 already sent before: item 4', '1 only previewed: item 3'],
		...['1 refused: item 2', '1 postponed: item 1', '1 not known: item 0', '2 not sent: items 6–7'],
	]);
});

describe('a hint', () => {
	const node = { name: 'x', type: 'x', typeVersion: 1, id: 'x', parameters: {} };
	const message = (outcomes: Outcomes) => hintOf(outcomes, { ...node, position: [0, 0] })?.message;

	it('has the warnings of previews, of several items once', () => {
		const preview = (...warnings: string[]) => ({ ...done(), preview: { warnings } });
		expect(message([preview('a', 'b'), preview('b')])).toBe(
			'Preview: nothing was sent. This is what would be sent.<br>b – items 0–1<br>a – item 0',
		);
		expect(message([preview(), done()])).toBe(
			'Preview of item 0: not sent; the output has what would be.',
		);
	});
	it('is none where all went well', () => expect(message([done(), done()])).toBeUndefined());
	it('names items in their order, each once', () => {
		expect(aboutKeys([12, 3, 3, 100, 4], [9, 8])).toEqual([
			'n8n did not store what became of items 3–4, 12, 100: the next item with such an idempotency key is not sent, and called not known',
			'Idempotency Key did nothing for items 8–9, because this execution was started by hand: n8n would keep the keys, and they would not be sent in production',
		]);
		expect([aboutKeys([5], []), aboutKeys([], [])]).toEqual([
			[
				'n8n did not store what became of item 5: the next item with such an idempotency key is not sent, and called not known',
			],
			[],
		]);
	});
});

describe('what a cancelled run leaves in the log', () => {
	const ids = (json: object) => cancelledLine([done(json)]);
	const START = 'ClientPoint: the execution was cancelled; 1 done: item 0';

	it.each<[object, string]>([
		[{ id: 1001 }, 'id 1001'],
		[{ clientpoint_id: '1001' }, 'clientpoint_id 1001'],
		[{ clientpointId: 'a-1', dealID: 'b_2' }, 'clientpointId a-1, dealID b_2'],
		[{ data: 1001 }, 'data 1001'],
		[{ Data: { ID: 7 } }, 'ID 7'],
		[{ a: { b: { id: 1 } }, id: 2 }, 'id 2, id 1'],
		[{ id: `${'x'.repeat(63)}1` }, `id ${'x'.repeat(63)}1`],
		[
			Object.fromEntries(upTo(6).map((item) => [`x${item}_id`, item])),
			'x0_id 0, x1_id 1, x2_id 2, x3_id 3, x4_id 4',
		],
		[
			{ a_id: 1, b_id: 2, c_id: 3, d_id: 4, inner: { id: 5, e_id: 6 } },
			'a_id 1, b_id 2, c_id 3, d_id 4, id 5',
		],
	])('%j: its ids', (json, words) => expect(ids(json)).toBe(`${START}; item 0: ${words}`));
	it.each<[object]>([
		[{ name: 'Acme 7' }],
		[{ number: 7 }],
		[{ idx: 7, paid: 7, dealIDs: 7, metadata: 7, data2: 7 }],
		[{ id: 'abc' }],
		[{ id: 'https://x.example/v/7' }],
		[{ id: '7 apples' }],
		[{ id: `${'x'.repeat(64)}1` }],
		[{ id: true }],
		[{ id: ['a'] }],
		[{}],
	])('%j: no id', (json) => expect(ids(json)).toBe(START));
	it('has the ids of what is done alone', () =>
		expect(cancelledLine([failed('unknown'), undefined, done({ id: 7 })])).toBe(
			'ClientPoint: the execution was cancelled; 1 done: item 2; 1 not known: item 0; 1 not sent: item 1; item 2: id 7',
		));
});

it('a report is shown as HTML, as text and as a title', () => {
	const report = {
		title: 'a <b> & <c>',
		advice: ['do <this>', '`that`'],
		kinds: ['k "1"', "k '2'"],
		counts: ['1 done'],
	};
	expect(toTitle(report)).toBe('a ‹b› & ‹c›');
	expect(toHtml(report)).toBe(
		'do &#60;this&#62;<br>&#96;that&#96;<ul><li>k &#34;1&#34;</li><li>k &#39;2&#39;</li></ul><ul><li>1 done</li></ul>',
	);
	expect(toHtml({ ...report, kinds: [], counts: [] })).toBe('do &#60;this&#62;<br>&#96;that&#96;');
	expect(toText(report)).toBe('a <b> & <c>\ndo <this>\n`that`\n- k "1"\n- k \'2\'\n- 1 done');
});
