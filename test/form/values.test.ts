/** What the fields of Create take, in n8n's engine, and the whole of what is said of what they do not take. */
import { REQUIRED } from '../support/clientPoint';
import { oneItem, optional, value } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const { bodyOf, refusalOf } = oneItem(useSandbox());

/** The form with this field from upstream, or by an expression of its own. */
const form = (field: string, given: unknown) => {
	const isExpression = typeof given === 'string' && given.startsWith('=');
	const filledIn = { [field]: isExpression ? given : '={{ $json.value }}' };
	return field in REQUIRED ? filledIn : optional(filledIn);
};

it.each<[string, unknown, unknown]>([
	['name', 'Müller & Söhne "GmbH"', 'Müller & Söhne "GmbH"'],
	['name', ' \u200ba\u00a0b\n', 'a\u00a0b'],
	['name', 42, '42'],
	['name', 0, '0'],
	['name', '={{ 10n ** 30n }}', `1${'0'.repeat(30)}`],
	['name', false, 'false'],
	['name', ['a'], 'a'],
	['name', '\u200b👩‍🚀\u00a0', '👩‍🚀'],
	['name', 'I ❤️', 'I ❤️'],
	['name', '=Deal {{ $json.value }} of {{ 1 + 1 }}', 'Deal 7 of 2'],
	['revenue', 500.5, 500.5],
	['revenue', 0, 0],
	['revenue', '500.50', 500.5],
	['revenue', ' +1200\u200e', 1200],
	['revenue', '.5', 0.5],
	['revenue', [5], 5],
	['assigned_to', ' rep@yourcompany.com\n', 'rep@yourcompany.com'],
	['assigned_to', "o'neil+crm@sub.your-company.co.uk", "o'neil+crm@sub.your-company.co.uk"],
	['assigned_to', 'jörg@müller.example', 'jörg@müller.example'],
	['assigned_to', '用户@例え.jp', '用户@例え.jp'],
	['assigned_to', '\u200ba\u200e@\u00adb.co\0\ufeff', 'a@b.co'],
	['assigned_to', 'mailto:x@y.zz', 'x@y.zz'],
	['assigned_to', ['x@y.zz'], 'x@y.zz'],
	['test_mode', true, true],
	['test_mode', 'TRUE ', true],
	['test_mode', ['False'], false],
	['expiration_date', '2024-06-15', '2024-06-15'],
	['expiration_date', '2024-06-15T00:00:00', '2024-06-15'],
	['expiration_date', '2024-06-15T23:59:59.000Z', '2024-06-15'],
	['expiration_date', '2024-06-15T00:30:00+12:00', '2024-06-15'],
	['expiration_date', '2024-06-15T23:30:00-10:00', '2024-06-15'],
	['expiration_date', '2024-06-15 10:20:30', '2024-06-15'],
	['expiration_date', '\u200e2024-02-29 ', '2024-02-29'],
	['file_ids', '567834, 673498', [567834, 673498]],
	['file_ids', '[567834, 673498]', [567834, 673498]],
	['file_ids', '["567834", "673498"]', [567834, 673498]],
	['file_ids', 567834, [567834]],
	['file_ids', [567834, '673498', null, ' '], [567834, 673498]],
	['template_id', '2,1,,2', [2, 1, 2]],
	['template_id', ' , ', undefined],
	['template_id', String(Number.MAX_SAFE_INTEGER), [Number.MAX_SAFE_INTEGER]],
	['data', { xyz: 'any', deep: [{ a: null }] }, { xyz: 'any', deep: [{ a: null }] }],
	['data', '\ufeff{"xyz":"any","deep":[{"a":null}]}', { xyz: 'any', deep: [{ a: null }] }],
	[
		'data',
		'={{ JSON.parse(\'{"__proto__":{"a":1},"constructor":2}\') }}',
		JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
	],
	['data', '={{ ({ a: undefined, b: 1 }) }}', { b: 1 }],
	['data', 'null', undefined],
	['data', '{}', undefined],
])('%s takes %j', async (field, given, sent) => {
	const wanted = sent === undefined ? REQUIRED : { ...REQUIRED, [field]: sent };
	const json = given === '=Deal {{ $json.value }} of {{ 1 + 1 }}' ? 7 : given;
	expect(await bodyOf(form(field, given), value(json))).toEqual(wanted);
});

const AMOUNT =
	'Revenue must be a number such as 1200.50, without currency sign or thousands separator';
const IDS = 'must be one or more IDs (positive whole numbers) such as 567834, 673498';

it.each<[string, unknown, string]>([
	['name', null, 'Name is required'],
	['name', ' \u200b', 'Name is required'],
	['name', { a: 1 }, 'Name must be text, not an object ({"a":1})'],
	['name', ['a', 'b'], 'Name must be text, not a list (["a","b"])'],
	['name', '={{ NaN }}', 'Name must be text, not NaN'],
	['name', '={{ new Date("x") }}', 'Name must be text, not a date that is not valid'],
	['revenue', '', 'Revenue is required'],
	['revenue', undefined, 'Revenue is required'],
	['revenue', {}, 'Revenue is required'],
	['revenue', 'abc', `${AMOUNT}, not "abc"`],
	['revenue', 'x'.repeat(60), `${AMOUNT}, not "${'x'.repeat(58)}…`],
	['revenue', '1e3', `${AMOUNT}, not "1e3"`],
	['revenue', '0x10', `${AMOUNT}, not "0x10"`],
	['revenue', 'Infinity', `${AMOUNT}, not "Infinity"`],
	['revenue', true, `${AMOUNT}, not true`],
	['revenue', [5, 6], `${AMOUNT}, not a list ([5,6])`],
	['revenue', -1, 'Revenue must not be negative, not -1'],
	['revenue', '-0.5', 'Revenue must not be negative, not "-0.5"'],
	['assigned_to', 'rep', 'Assigned To must be a valid e-mail address, not "rep"'],
	['assigned_to', 'rep@your', 'Assigned To must be a valid e-mail address, not "rep@your"'],
	['assigned_to', 'rep@x..com', 'Assigned To must be a valid e-mail address, not "rep@x..com"'],
	['assigned_to', 'a@1.2.3.4', 'Assigned To must be a valid e-mail address, not "a@1.2.3.4"'],
	['assigned_to', 7, 'Assigned To must be a valid e-mail address, not 7'],
	[
		'assigned_to',
		'a@b.com, c@d.com',
		'Assigned To must be a valid e-mail address and nothing beside it, not "a@b.com, c@d.com"',
	],
	[
		'assigned_to',
		'Rep <rep@x.co>',
		// n8n's editor reads a title as HTML, so none has a "<".
		'Assigned To must be a valid e-mail address and nothing beside it, not "Rep <rep@x.co>"',
	],
	['test_mode', 'yes', 'Test Mode must be true or false, not "yes"'],
	['test_mode', 1, 'Test Mode must be true or false, not 1'],
	[
		'expiration_date',
		'2024-02-31',
		'Expiration Date must be a date such as 2024-06-15, not "2024-02-31"',
	],
	[
		'expiration_date',
		'next week',
		'Expiration Date must be a date such as 2024-06-15, not "next week"',
	],
	[
		'expiration_date',
		'2024-06',
		'Expiration Date must be a date such as 2024-06-15, not "2024-06"',
	],
	[
		'expiration_date',
		'2024-06-15Tea',
		'Expiration Date must be a date such as 2024-06-15, not "2024-06-15Tea"',
	],
	['expiration_date', true, 'Expiration Date must be a date such as 2024-06-15, not true'],
	['file_ids', 'abc', `File IDs ${IDS}, not "abc"`],
	['file_ids', '1;2', `File IDs ${IDS}, not "1;2"`],
	['file_ids', 0, `File IDs ${IDS}, not 0`],
	['file_ids', [1, -5], `File IDs ${IDS}, not -5`],
	['file_ids', 1.5, `File IDs ${IDS}, not 1.5`],
	['template_id', '={{ [1, [2]] }}', `Template IDs ${IDS}, not a list ([2])`],
	['template_id', 'undefined', `Template IDs ${IDS}, not "undefined"`],
	['template_id', '1, 9007199254740993', `Template IDs ${IDS}, not " 9007199254740993"`],
	['data', '[1]', 'Data must be a JSON object, not a list ([1])'],
	['data', '"x"', 'Data must be a JSON object, not "x"'],
	[
		'data',
		'{“a”: 1}',
		expect.stringContaining('Data must be a JSON object; it is not valid JSON ('),
	],
	[
		'data',
		'{"a": [object Object]}',
		'Data must be a JSON object; [object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it',
	],
	[
		'data',
		'={{ (() => { const a = {}; a.a = a; return a; })() }}',
		expect.stringContaining(
			'Data must be a JSON object; it cannot be written as JSON (Converting circular structure',
		),
	],
])('%s refuses %j', async (field, given, message) => {
	const said = await refusalOf(form(field, given), value(given));
	expect(said).toEqual(message);
});

it('tells all that is wrong at once', async () => {
	const wrong = { name: '={{ "" }}', revenue: 'x', additionalFields: { test_mode: 'x' } };
	expect(await refusalOf(wrong)).toBe(
		`Name is required; ${AMOUNT}, not "x"; Test Mode must be true or false, not "x"`,
	);
});
