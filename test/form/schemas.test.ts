/** What each field takes, and the whole of what is said of what it does not take. */
import { DateTime } from 'luxon';
import type { z } from 'zod';
import { clientPointId } from '../../nodes/ClientPoint/actions/shared/clientPointId';
import { dropInvisible, isBlank, trim } from '../../nodes/ClientPoint/form/blank';
import { inItsZone } from '../../nodes/ClientPoint/form/dates';
import { isValidEmail } from '../../nodes/ClientPoint/form/email';
import { jsonArray, jsonObject, MAX_DEPTH } from '../../nodes/ClientPoint/form/json';
import {
	amount,
	date,
	email,
	flag,
	ids,
	oneOf,
	text,
	wholeNumber,
} from '../../nodes/ClientPoint/form/schemas';

/** What the schema gives, or what it says. */
const outcome = (schema: z.ZodTypeAny, value: unknown) => {
	const parsed = schema.safeParse(value);
	return parsed.success ? { gives: parsed.data } : parsed.error.issues.map((each) => each.message);
};
const gives = (schema: z.ZodTypeAny) => (value: unknown, expected: unknown) =>
	expect(outcome(schema, value)).toEqual({ gives: expected });
/** `what` is said in full: "must be …, not " and the value as `shown`. */
const refuses = (schema: z.ZodTypeAny, what: string) => (value: unknown, shown: string) =>
	expect(outcome(schema, value)).toEqual([`${what}, not ${shown}`]);

const circular: Record<string, unknown> = {};
circular.self = circular;
const throwing = {
	// With the key, as JSON.stringify asks; Jest, for the test's title, asks without.
	toJSON(key?: string) {
		if (key !== undefined) throw new Error('no');
	},
};
const LONG = 'x'.repeat(500);

/** Values that none of the schemas takes, and how a message shows each. */
const STRANGE: Array<[unknown, string]> = [
	[{ a: 1 }, 'an object ({"a":1})'],
	[['a', 'b'], 'a list (["a","b"])'],
	[[[1]], 'a list ([1])'],
	[{ long: LONG }, `an object ({"long":"${'x'.repeat(50)}…)`],
	[Symbol('s'), 'Symbol(s)'],
	[new Map([[1, 2]]), 'a Map ({})'],
	[new Set([1]), 'a Set ({})'],
	[/x/, 'a RegExp ({})'],
	[new Date(NaN), 'a date that is not valid'],
	[DateTime.invalid('x'), 'a date that is not valid'],
	[{ isLuxonDateTime: true, isValid: true }, 'an object ({"isLuxonDateTime":true,"isValid":true})'],
	[circular, 'an object'],
	[throwing, 'an object'],
	[NaN, 'NaN'],
	[-Infinity, '-Infinity'],
	[Object.assign(Object.create(null), { a: 1 }), 'an object ({"a":1})'],
];

describe('text', () => {
	it.each([
		['a', 'a'],
		[' \u200ba\u00a0b\n', 'a\u00a0b'],
		['0', '0'],
		[0, '0'],
		[1.5, '1.5'],
		[10n ** 30n, `1${'0'.repeat(30)}`],
		[true, 'true'],
		[false, 'false'],
		[['a'], 'a'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[DateTime.fromMillis(0, { zone: 'Asia/Tokyo' }), '1970-01-01T00:00:00.000Z'],
		['👩‍🚀', '👩‍🚀'],
		['❤️', '❤️'],
		['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
		['null', 'null'],
		// An emoji cut in two, alone and before what is put behind it.
		['Hello \ud83d', 'Hello'],
		['Hello \ud83d…', 'Hello …'],
		['\udc4da👍', 'a👍'],
		['a\ud83db\udc4dc', 'abc'],
	])('takes %p', gives(text));
	it.each(STRANGE)('refuses %p', refuses(text, 'must be text'));
});

describe('amount', () => {
	it.each([
		[0, 0],
		[500.5, 500.5],
		['1200', 1200],
		[' +1200.50\u200e', 1200.5],
		['1.', 1],
		['.5', 0.5],
		['1e3', 1000],
		['007', 7],
		[7n, 7],
		[['5'], 5],
	])('takes %p', gives(amount));

	const what = 'must be a number such as 1200.50, without currency sign or thousands separator';
	it.each([
		...STRANGE,
		['1,200', '"1,200"'],
		['1 200', '"1 200"'],
		['1\u00a0200', '"1\\u00a0200"'],
		['1\u00a0\u200b2', '"1\\u00a0\\u200b2"'],
		[`${'x'.repeat(60)}`, `"${'x'.repeat(58)}…`],
		// An emoji is not cut in two, and half of one is as it came elsewhere.
		[`${'x'.repeat(57)}👍`, `"${'x'.repeat(57)}…`],
		[`${'x'.repeat(56)}👍1`, `"${'x'.repeat(56)}👍…`],
		['1.200,50', '"1.200,50"'],
		['1.2.3', '"1.2.3"'],
		['€5', '"€5"'],
		['١٢٣', '"١٢٣"'],
		['１２', '"１２"'],
		['0x10', '"0x10"'],
		['.', '"."'],
		['1e', '"1e"'],
		['Infinity', '"Infinity"'],
		['1e999', '"1e999"'],
		[true, 'true'],
		[new Date(0), 'a date ("1970-01-01T00:00:00.000Z")'],
	])('refuses %p', refuses(amount, what));
	it.each([
		[-1, '-1'],
		['-0.01', '"-0.01"'],
	])('refuses %p', refuses(amount, 'must not be negative'));
});

describe('email', () => {
	it.each([
		["o'neil+crm@sub.your-company.co.uk", "o'neil+crm@sub.your-company.co.uk"],
		['jörg@müller.example', 'jörg@müller.example'],
		['用户@例え.jp', '用户@例え.jp'],
		[' A.B@X.co\n', 'A.B@X.co'],
		['\u200ba\u200e@\u00adb.co\0\ufeff', 'a@b.co'],
		['mailto:x@y.zz', 'x@y.zz'],
		[' MailTo: x@y.zz', 'x@y.zz'],
		['mailto:x%2By@z.co', 'x+y@z.co'],
		['mailto:x%40y.zz', 'x@y.zz'],
		['mailto://x@y.zz', 'x@y.zz'],
		['mailto:%E2%80%8Bx%E2%80%8B@y.zz', 'x@y.zz'],
		['mailto:j%C3%B6rg@y.zz', 'jörg@y.zz'],
		['mailto:100%@y.zz', '100%@y.zz'],
		['x%2By@z.co', 'x%2By@z.co'],
		['x@y.zz\ud83d', 'x@y.zz'],
		['x@1y.2z', 'x@1y.2z'],
		['mailto.x@y.zz', 'mailto.x@y.zz'],
		[`${'ü'.repeat(32)}@y.zz`, `${'ü'.repeat(32)}@y.zz`],
		[['x@y.zz'], 'x@y.zz'],
	])('takes %p', gives(email));
	it.each([
		...STRANGE,
		['joe', '"joe"'],
		['joe@x', '"joe@x"'],
		['@x.co', '"@x.co"'],
		['a@@x.co', '"a@@x.co"'],
		['x@y.z/', '"x@y.z/"'],
		['x@y.z:', '"x@y.z:"'],
		['x@-.-', '"x@-.-"'],
		['x@a-.co', '"x@a-.co"'],
		['.@a.b', '".@a.b"'],
		['.a@b.co', '".a@b.co"'],
		['a.@b.co', '"a.@b.co"'],
		['a..b@c.co', '"a..b@c.co"'],
		['a b@c.co', '"a b@c.co"', ' and nothing beside it'],
		['a@1.2.3.4', '"a@1.2.3.4"'],
		['a@b.12', '"a@b.12"'],
		['mailto:a@b.co\nx', '"mailto:a@b.co\\nx"', ' and nothing beside it'],
		['x mailto:a@b.co', '"x mailto:a@b.co"'],
		['a@[1.2.3.4]', '"a@[1.2.3.4]"'],
		['a@b.co.', '"a@b.co."'],
		['"x@y.zz"', '"\\"x@y.zz\\""', ' and nothing beside it'],
		['<x@y.zz>', '"<x@y.zz>"', ' and nothing beside it'],
		['Joe <joe@x.co>', '"Joe <joe@x.co>"', ' and nothing beside it'],
		['a@b.co, c@d.co', '"a@b.co, c@d.co"', ' and nothing beside it'],
		['a@b.co\nc@d.co', '"a@b.co\\nc@d.co"', ' and nothing beside it'],
		['mailto:a@b.co?subject=x', '"mailto:a@b.co?subject=x"'],
		[`${'a'.repeat(65)}@b.co`, `"${'a'.repeat(58)}…`],
		// 66 bytes.
		[`${'ü'.repeat(33)}@b.co`, `"${'ü'.repeat(33)}@b.co"`],
		['mailto:joe%20x@y.zz', '"mailto:joe%20x@y.zz"', ' and nothing beside it'],
		[7, '7'],
		[true, 'true'],
	] as Array<[unknown, string, string?]>)('refuses %p', (value, shown, more = '') =>
		refuses(email, `must be a valid e-mail address${more}`)(value, shown),
	);

	it('takes no more than mail servers do', () => {
		const host = (length: number) => `${'a.'.repeat(length)}co`;
		expect(isValidEmail(`a@${host(125)}`)).toBe(true);
		expect(isValidEmail(`aa@${host(125)}`)).toBe(false);
		expect(isValidEmail(`a@${'b'.repeat(63)}.co`)).toBe(true);
		expect(isValidEmail(`a@${'b'.repeat(64)}.co`)).toBe(false);
	});
});

describe('flag', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		['TRUE ', true],
		['\u200bFalse\u00a0', false],
		[[true], true],
		[['false'], false],
	])('takes %p', gives(flag));
	it.each([
		...STRANGE,
		[1, '1'],
		[0, '0'],
		['1', '"1"'],
		['yes', '"yes"'],
		['no', '"no"'],
		['on', '"on"'],
		[[true, true], 'a list ([true,true])'],
	])('refuses %p', refuses(flag, 'must be true or false'));
});

describe('wholeNumber', () => {
	const schema = wholeNumber({ minValue: 1, maxValue: 50 });
	it.each([
		[1, 1],
		[50, 50],
		[' 7\u200b', 7],
		[[7], 7],
	])('takes %p', gives(schema));
	it.each([
		...STRANGE,
		[0, '0'],
		[51, '51'],
		[1.5, '1.5'],
		['1e1', '"1e1"'],
		['0x10', '"0x10"'],
		['-1', '"-1"'],
		[true, 'true'],
	])('refuses %p', refuses(schema, 'must be a whole number from 1 to 50'));
});

describe('oneOf', () => {
	const schema = oneOf(['won', 'eBrochure']);
	it.each([
		['won', 'won'],
		[' eBrochure\u200b', 'eBrochure'],
		[['won'], 'won'],
	])('takes %p', gives(schema));
	it.each([...STRANGE, ['Won', '"Won"'], [1, '1'], ['toString', '"toString"']])(
		'refuses %p',
		refuses(schema, 'must be one of won, eBrochure'),
	);
});

describe('date', () => {
	it.each([
		['2024-06-15', '2024-06-15'],
		['\u200e2024-06-15\u200e ', '2024-06-15'],
		['2024-06-15T23:59:59.999-12:00', '2024-06-15'],
		['2024-06-15T00:00Z', '2024-06-15'],
		['2024-06-15T24:00', '2024-06-15'],
		['2024-06-15 10:20:30', '2024-06-15'],
		['2024-06-15\u00a010:20', '2024-06-15'],
		['2024-06-15 10:20:30.123456+00', '2024-06-15'],
		['2024-06-15T10:20[America/Toronto]', '2024-06-15'],
		[['2024-02-29'], '2024-02-29'],
		[DateTime.fromISO('2024-06-15T23:00', { zone: 'Pacific/Honolulu' }), '2024-06-15'],
		// Midnight in UTC, but this one has a day of its own.
		[DateTime.fromISO('2024-06-14T20:00', { zone: 'America/New_York' }), '2024-06-14'],
	])('takes %p', gives(date));
	it.each([
		...STRANGE,
		['2024-06-31', '"2024-06-31"'],
		['2024-6-15', '"2024-6-15"'],
		['2024-06-15T', '"2024-06-15T"'],
		['2024-06-15T25:00', '"2024-06-15T25:00"'],
		['2024-06-15Tea', '"2024-06-15Tea"'],
		['2024-06-15 tomorrow', '"2024-06-15 tomorrow"'],
		['2024-W24-6', '"2024-W24-6"'],
		['2024-167', '"2024-167"'],
		['+012024-06-15', '"+012024-06-15"'],
		['15.06.2024', '"15.06.2024"'],
		['٢٠٢٤-٠٦-١٥', '"٢٠٢٤-٠٦-١٥"'],
		[1718409600000, '1718409600000'],
		[true, 'true'],
		// Milliseconds taken for seconds.
		[
			DateTime.fromSeconds(1718409600000, { zone: 'utc' }),
			'a date ("+056424-03-26T00:00:00.000Z")',
		],
	])('refuses %p', refuses(date, 'must be a date such as 2024-06-15'));
});

describe('a JavaScript Date', () => {
	it.each([
		// Midnight in UTC, wherever the workflow is.
		['2024-06-15T00:00:00Z', 'America/New_York', '2024-06-15'],
		['2024-06-15T00:00:00Z', 'Pacific/Auckland', '2024-06-15'],
		// Midnight in the workflow's zone.
		['2024-06-15T04:00:00Z', 'America/New_York', '2024-06-15'],
		['2024-06-14T12:00:00Z', 'Pacific/Auckland', '2024-06-15'],
		// No midnight: the workflow's day.
		['2024-06-15T03:59:59.999Z', 'America/New_York', '2024-06-14'],
		['2024-06-15T00:00:00.001Z', 'America/New_York', '2024-06-14'],
		['2024-06-14T12:30:00Z', 'Pacific/Auckland', '2024-06-15'],
		// Cuba's clocks leave out midnight of that day.
		['2024-03-10T05:00:00Z', 'America/Havana', '2024-03-10'],
	])('%s in %s stands for %s', (instant, zone, day) => {
		expect(inItsZone(new Date(instant), zone).toISODate()).toBe(day);
	});
});

describe('ids', () => {
	it.each([
		[5, [5]],
		[5n, [5]],
		['5', [5]],
		['5, 6', [5, 6]],
		['[5,6]', [5, 6]],
		['["567834","673498"]', [567834, 673498]],
		['1,,2,', [1, 2]],
		[', 7', [7]],
		[' , ', undefined],
		['[ "", 3 ]', [3]],
		['\u200b12\u200b,\u00a013', [12, 13]],
		[
			[1, '2', null, ' ', 2n],
			[1, 2, 2],
		],
		['2,1,2', [2, 1, 2]],
		['[null, 12]', [12]],
		["['1','2']", [1, 2]],
		['[1, ]', [1]],
		[['12,13'], [12, 13]],
		['["12,13"]', [12, 13]],
		['[" [12, 13] "]', [12, 13]],
	])('takes %p', gives(ids));
	const what = 'must be one or more IDs (positive whole numbers) such as 567834, 673498';
	it.each([
		...STRANGE.filter(([value]) => !Array.isArray(value)),
		[0, '0'],
		['-5', '"-5"'],
		['1.5', '"1.5"'],
		['1;2', '"1;2"'],
		['#12', '"#12"'],
		['1, x', '" x"'],
		['y, x', '"y"'],
		['[1', '"[1"'],
		[true, 'true'],
		[[1, [2]], 'a list ([2])'],
		[[1, '2,3'], '"2,3"'],
		['[[1,2]]', 'a list ([1,2])'],
		['[{"id":1}]', 'an object ({"id":1})'],
		['9007199254740993', '"9007199254740993"'],
		['١٢', '"١٢"'],
	])('refuses %p', refuses(ids, what));
});

describe('ClientPoint ID', () => {
	const parse = (value: unknown) => {
		const said: string[] = [];
		const id = clientPointId.parse({ clientpoint_id: value }, ({ message }) => said.push(message));
		return id ?? said;
	};
	it.each([
		['123'],
		[123],
		[[123]],
		[' 0123\u200b'],
		['https://login.clientpoint.net/v/123/abc'],
		['HTTP://acme.example:8443/V/123'],
		['https://acme.example/v/123/'],
		['https://acme.example/v/123?x=/v/9'],
		['https://acme.example/v/123/PIN#page'],
		['https://acme.example/v/123#page'],
		['login.clientpoint.net/v/123/abc'],
		['\u200b https://x.co/v/123/abc \u200e'],
		['https://login.clientpoint.net/proposal/unlock-view/proposalId/123/pin/7/email/joe%40x.co'],
		['acme.clientpoint.co/proposal/unlock-view/proposalId/123/pin/7/email/joe%40x.co?utm=1'],
	])('takes %p', (value) => {
		expect(parse(value)).toBe(123);
	});
	it.each([
		...STRANGE,
		['undefined', '"undefined"'],
		['null', '"null"'],
		['unknown', '"unknown"'],
		['ABC', '"ABC"'],
		[true, 'true'],
		[0, '0'],
		[-5, '-5'],
		[1.5, '1.5'],
		['1/../2', '"1/../2"'],
		['a/v/1', '"a/v/1"'],
		['/v/1', '"/v/1"'],
		['https://x.co/v/abc', '"https://x.co/v/abc"'],
		['https://x.co/v/1x', '"https://x.co/v/1x"'],
		['https://x.co/?to=/v/1', '"https://x.co/?to=/v/1"'],
		['https://x.co/v/0/abc', '"https://x.co/v/0/abc"'],
		['#123', '"#123"'],
		['1,2', '"1,2"'],
		['https://x.co/v/1/PIN https://x.co/v/2/PIN', '"https://x.co/v/1/PIN https://x.co/v/2/PIN"'],
		['https://x.co/v/1/\nhttps://x.co/v/2', '"https://x.co/v/1/\\nhttps://x.co/v/2"'],
		['https://x.co/v/1?a=1, see below', '"https://x.co/v/1?a=1, see below"'],
	])('refuses %p', (value, shown) => {
		expect(parse(value)).toEqual([
			`must be an ID such as 1234567 (a positive whole number), not ${shown}`,
		]);
	});
});

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
/** Nested further than JSON.stringify goes. */
const bottomless = (levels: number) => {
	let value: Record<string, unknown> = { a: 1 };
	for (let level = 1; level < levels; level += 1) value = { a: value };
	return value;
};

describe('jsonObject', () => {
	it.each([
		[{ a: 1 }, { a: 1 }],
		['{"a":1}', { a: 1 }],
		['\ufeff {"a":1}\u200b', { a: 1 }],
		[{ a: undefined, b: null }, { b: null }],
		[{ a: new Date(0) }, { a: '1970-01-01T00:00:00.000Z' }],
		// Says nothing, once it is JSON.
		[{ a: undefined }, undefined],
		[{ a: () => 1 }, undefined],
		['null', undefined],
		['""', undefined],
		[
			{ a: new Number(5), b: new String('') },
			{ a: 5, b: '' },
		],
		// As many digits as JavaScript keeps, or none that it changes.
		['{"a":9007199254740991,"b":1e300}', { a: 9007199254740991, b: 1e300 }],
		['{"a":0.12345678901234567890}', { a: 0.12345678901234568 }],
		['{"a":"12345678901234567890 \\" 1e999"}', { a: '12345678901234567890 " 1e999' }],
		// An emoji cut in two.
		[
			{ a: 'x\ud83d…', b: '👍\\ud83d' },
			{ a: 'x…', b: '👍\\ud83d' },
		],
		['{"a":"x\\ud83d","b":"\\ud83d\\udc4d","c":"\ud83d"}', { a: 'x', b: '👍', c: '' }],
	])('takes %p', gives(jsonObject));

	it.each([[1], [2], [MAX_DEPTH - 1], [MAX_DEPTH]])('takes %d levels, in both forms', (levels) => {
		const json = nested(levels);
		expect(JSON.stringify(jsonObject.parse(json))).toBe(json);
		expect(JSON.stringify(jsonObject.parse(JSON.parse(json)))).toBe(json);
	});

	it.each([[MAX_DEPTH + 1], [4_150], [20_000], [200_000]])(
		'refuses %d levels, in both forms',
		(levels) => {
			const said = [`must not be nested deeper than ${MAX_DEPTH} levels`];
			expect(outcome(jsonObject, nested(levels))).toEqual(said);
			expect(outcome(jsonObject, bottomless(levels))).toEqual(said);
			expect(outcome(jsonArray, [bottomless(levels)])).toEqual(said);
		},
	);

	it.each([
		['[1]', 'a list ([1])'],
		['"x"', '"x"'],
		['1', '1'],
		['true', 'true'],
		[5, '5'],
		[true, 'true'],
		[[1], 'a list ([1])'],
		[[{ a: 1 }], 'a list ([{"a":1}])'],
		[new Map([[1, 2]]), 'a Map ({})'],
		[new Set([1]), 'a Set ({})'],
		[Symbol('s'), 'Symbol(s)'],
		[new Date(0), '"1970-01-01T00:00:00.000Z"'],
	])('refuses %p', refuses(jsonObject, 'must be a JSON object'));

	it.each([
		['{"a": }', 'near "{\\"a\\": }"'],
		['{a: 1}', 'near "{a: 1}"'],
		['{"a": 1', 'at its end, after "{\\"a\\": 1"'],
		['{"a": 1}}', 'near "{\\"a\\": 1}}"'],
		['{"a": "b\nc"}', 'near "{\\"a\\": \\"b\\nc\\"}"'],
		['{“a”: 1}', 'near "{“a”: 1}"'],
		['{"a":\u00a01}', 'near "{\\"a\\":\\u00a01}"'],
		['undefined', 'near "undefined"'],
		['Hello', 'near "Hello"'],
		[`{"x":"${'y'.repeat(500)}", oops}`, `near "${'y'.repeat(17)}\\", oops}"`],
	])('refuses %p by the place', (value, place) => {
		expect(outcome(jsonObject, value)).toEqual([
			`must be a JSON object; it is not valid JSON ${place}`,
		]);
	});

	it.each([
		['{"a":9007199254740993}', '9007199254740993'],
		['{"a":[1,{"b":-12345678901234567890}]}', '-12345678901234567890'],
		['{"a\\"":1,"b" : 1e999}', '1e999'],
	])('refuses %p, which would send another number', (value, number) => {
		expect(outcome(jsonObject, value)).toEqual([
			`must be a JSON object; JavaScript cannot keep its number ${number}: write it in quotes`,
		]);
	});

	it.each([['[object Object]'], ['{"a": [object Object]}'], ['[[object Object]]']])(
		'refuses %p with what to write instead',
		(value) => {
			expect(outcome(jsonObject, value)).toEqual([
				'must be a JSON object; [object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it',
			]);
		},
	);

	it.each([
		[circular, 'Converting circular structure to JSON'],
		[{ a: throwing }, 'no'],
		[{ tags: new Set([1]) }, 'tags is a Set ({}), of which JSON keeps nothing'],
		[{ a: [{ b: new Map([[1, 2]]) }] }, 'b is a Map ({}), of which JSON keeps nothing'],
		[{ a: /x/ }, 'a is a RegExp ({}), of which JSON keeps nothing'],
		[{ a: new Error('x') }, 'a is a Error ({}), of which JSON keeps nothing'],
		[{ a: Promise.resolve(1) }, 'a is a Promise ({}), of which JSON keeps nothing'],
	])('refuses what cannot be written as JSON: %p', (value, reason) => {
		expect(outcome(jsonObject, value)).toEqual([
			`must be a JSON object; it cannot be written as JSON (${reason})`,
		]);
	});
});

describe('jsonArray', () => {
	it.each([
		[[1], [1]],
		['[1]', [1]],
		['null', undefined],
	])('takes %p', gives(jsonArray));
	it.each([
		[{ a: 1 }, 'an object ({"a":1})'],
		['{"a":1}', 'an object ({"a":1})'],
		[new Set([1]), 'a Set ({})'],
	])('refuses %p', refuses(jsonArray, 'must be a JSON array'));
});

describe('blank', () => {
	it.each([
		['x'],
		['[x]'],
		['[0]'],
		['{"a":null}'],
		['["x"]'],
		['{'],
		['[,'],
		['[[]'],
		['{""}'],
		['null'],
		[0],
		[false],
		[NaN],
		[0n],
		[[0]],
		[['', 'x']],
		[{ a: undefined }],
		[new Date(NaN)],
		[new Map()],
		[Symbol('s')],
		['👍'],
		['.'],
	])('is not %p', (value) => {
		expect(isBlank(value)).toBe(false);
	});

	it('is a list of itself, and lists in lists beyond the call stack', () => {
		const itself: unknown[] = [];
		itself.push(itself);
		let deep: unknown[] = [];
		for (let level = 0; level < 100_000; level += 1) deep = [deep];
		expect([isBlank(itself), isBlank(deep)]).toEqual([true, true]);
	});

	it('trims ends only, and drops what is invisible but for what parts words', () => {
		expect(trim('\u200b a\u200bb \u200b')).toBe('a\u200bb');
		expect(dropInvisible('\ufeffa\u200bb\nc\td\u0000')).toBe('ab\nc\td');
	});
});
