/** What the fields of Create take, in n8n's engine, and the whole of what is said of what they do not take. */
import { REQUIRED } from '../support/clientPoint';
import { wouldSend } from '../support/wouldSend';

/** The form with this in the field. */
const form = (field: string, filledIn: unknown) =>
	field in REQUIRED ? { [field]: filledIn } : { additionalFields: { [field]: filledIn } };

/** What becomes of each value that comes from upstream, beside the value itself. */
async function outcomes(field: string, values: unknown[]) {
	const said = await wouldSend(form(field, '={{ $json.value }}'), values);
	return values.map((value, index) => [value, said[index]]);
}

const DATA = { xyz: 'any', deep: [{ a: null }] };

it.each<[string, Array<[given: unknown, sent: unknown]>]>([
	[
		'name',
		[
			['Müller & Söhne "GmbH"', 'Müller & Söhne "GmbH"'],
			[' a\u00a0b\n', 'a\u00a0b'],
			['I ❤️ 👩‍🚀 ', 'I ❤️ 👩‍🚀'],
			[42, '42'],
			[0, '0'],
			[false, 'false'],
			[['a'], 'a'],
		],
	],
	[
		'revenue',
		[
			[500.5, 500.5],
			[0, 0],
			['500.50', 500.5],
			[' +1200\u200e', 1200],
			['.5', 0.5],
			[[5], 5],
			['0.30000000000000004', 0.3],
			[1234.5678, 1234.5678],
		],
	],
	[
		'assigned_to',
		[
			[' rep@yourcompany.com\n', 'rep@yourcompany.com'],
			["o'neil+crm@sub.your-company.co.uk", "o'neil+crm@sub.your-company.co.uk"],
			['jörg@müller.example', 'jörg@müller.example'],
			['用户@例え.jp', '用户@例え.jp'],
			['\u200ba\u200e@\u00adb.co\0\ufeff', 'a@b.co'],
			['mailto:x@y.zz', 'x@y.zz'],
			[['x@y.zz'], 'x@y.zz'],
		],
	],
	[
		'test_mode',
		[
			[true, true],
			['TRUE ', true],
			[['False'], false],
		],
	],
	[
		'expiration_date',
		[
			['2024-06-15', '2024-06-15'],
			['2024-06-15T00:30:00+12:00', '2024-06-15'],
			['2024-06-15T23:30:00-10:00', '2024-06-15'],
			['2024-06-15 10:20:30', '2024-06-15'],
			['\u200e2024-02-29 ', '2024-02-29'],
		],
	],
	[
		'file_ids',
		[
			['567834, 673498', [567834, 673498]],
			['[567834, 673498]', [567834, 673498]],
			['["567834", "673498"]', [567834, 673498]],
			[567834, [567834]],
			[
				[567834, '673498', null, ' '],
				[567834, 673498],
			],
			['2,1,,2', [2, 1, 2]],
			[' , ', undefined],
			[String(Number.MAX_SAFE_INTEGER), [Number.MAX_SAFE_INTEGER]],
		],
	],
	[
		'data',
		[
			[DATA, DATA],
			[`\ufeff${JSON.stringify(DATA)}`, DATA],
			['null', undefined],
			['{}', undefined],
		],
	],
])('%s is sent', async (field, rows) => {
	const wanted = rows.map(([given, sent]) => {
		return [given, sent === undefined ? REQUIRED : { ...REQUIRED, [field]: sent }];
	});
	expect(
		await outcomes(
			field,
			rows.map(([given]) => given),
		),
	).toEqual(wanted);
});

const AMOUNT =
	'Revenue must be a number such as 1200.50, without currency sign or thousands separator';
const EMAIL = 'Assigned To must be a valid e-mail address';
const DATE = 'Expiration Date must be a date such as 2024-06-15';
const IDS = 'File IDs must be one or more IDs (positive whole numbers) such as 567834, 673498';
const JSON_OBJECT = 'Data must be a JSON object';

it.each<[string, Array<[given: unknown, message: unknown]>]>([
	[
		'name',
		[
			[null, 'Name is required'],
			[' \u200b', 'Name is required'],
			[{ a: 1 }, 'Name must be text, not an object ({"a":1})'],
			[['a', 'b'], 'Name must be text, not a list (["a","b"])'],
		],
	],
	[
		'revenue',
		[
			['', 'Revenue is required'],
			[{}, 'Revenue is required'],
			['x'.repeat(60), `${AMOUNT}, not "${'x'.repeat(58)}…`],
			['1e3', `${AMOUNT}, not "1e3"`],
			['Infinity', `${AMOUNT}, not "Infinity"`],
			[true, `${AMOUNT}, not true`],
			[[5, 6], `${AMOUNT}, not a list ([5,6])`],
			['-0.5', 'Revenue must not be negative, not "-0.5"'],
		],
	],
	[
		'assigned_to',
		[
			['rep@your', `${EMAIL}, not "rep@your"`],
			['rep@x..com', `${EMAIL}, not "rep@x..com"`],
			['a@1.2.3.4', `${EMAIL}, not "a@1.2.3.4"`],
			[7, `${EMAIL}, not 7`],
			['a@b.com, c@d.com', `${EMAIL} and nothing beside it, not "a@b.com, c@d.com"`],
			['Rep <rep@x.co>', `${EMAIL} and nothing beside it, not "Rep <rep@x.co>"`],
		],
	],
	[
		'test_mode',
		[
			['yes', 'Test Mode must be true or false, not "yes"'],
			[1, 'Test Mode must be true or false, not 1'],
		],
	],
	[
		'expiration_date',
		[
			['2024-02-31', `${DATE}, not "2024-02-31"`],
			['2024-06', `${DATE}, not "2024-06"`],
			['2024-06-15 to 2024-06-20', `${DATE}, not "2024-06-15 to 2024-06-20"`],
			[true, `${DATE}, not true`],
		],
	],
	[
		'file_ids',
		[
			['1;2', `${IDS}, not "1;2"`],
			['undefined', `${IDS}, not "undefined"`],
			[0, `${IDS}, not 0`],
			[[1, -5], `${IDS}, not -5`],
			[1.5, `${IDS}, not 1.5`],
			['1, 9007199254740993', `${IDS}, not " 9007199254740993"`],
		],
	],
	[
		'data',
		[
			['[1]', `${JSON_OBJECT}, not a list ([1])`],
			['{“a”: 1}', expect.stringContaining(`${JSON_OBJECT}; it is not valid JSON (`)],
			[
				'{"a": [object Object]}',
				`${JSON_OBJECT}; [object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it`,
			],
		],
	],
])('%s is refused', async (field, rows) => {
	expect(
		await outcomes(
			field,
			rows.map(([given]) => given),
		),
	).toEqual(rows);
});

it.each<[string, string, unknown]>([
	['name', 'Deal {{ $json.value }} of {{ 1 + 1 }}', { ...REQUIRED, name: 'Deal 7 of 2' }],
	['name', '{{ NaN }}', 'Name must be text, not NaN'],
	['name', '{{ new Date("x") }}', 'Name must be text, not a date that is not valid'],
	['revenue', '{{ 0.1 + 0.2 }}', { ...REQUIRED, revenue: 0.3 }],
	['revenue', '{{ 0.3 - 0.1 - 0.2 }}', { ...REQUIRED, revenue: 0 }],
	['expiration_date', '{{ new Date("x") }}', `${DATE}, not a date that is not valid`],
	['data', '{{ ({ a: undefined, b: 1 }) }}', { ...REQUIRED, data: { b: 1 } }],
	[
		'data',
		'{{ (() => { const a = {}; a.a = a; return a; })() }}',
		expect.stringContaining(
			`${JSON_OBJECT}; it cannot be written as JSON (Converting circular structure`,
		),
	],
])('%s as the expression %s', async (field, expression, said) => {
	expect(await wouldSend(form(field, `=${expression}`), [7])).toEqual([said]);
});

it('all that is wrong is said at once', async () => {
	const wrong = { name: '={{ "" }}', revenue: 'x', additionalFields: { test_mode: 'x' } };
	expect(await wouldSend(wrong)).toEqual([
		`Name is required; ${AMOUNT}, not "x"; Test Mode must be true or false, not "x"`,
	]);
});
