import { startSandbox, SANDBOX_KEY, type Sandbox } from '../sandbox/server';
import { REQUIRED, runNode, sentBodies, type NodeRunOptions } from './support/clientPoint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** The body that one item sends. */
async function bodyOf(parameters: object, options: NodeRunOptions = {}) {
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, ...parameters },
		...options,
	});
	expect(error?.message).toBeUndefined();
	expect(sandbox.received).toHaveLength(1);
	return sentBodies(sandbox)[0];
}

/** What is said of one item that is refused before anything is sent. */
async function refusalOf(parameters: object, options: NodeRunOptions = {}) {
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, ...parameters },
		...options,
	});
	expect(sandbox.received).toHaveLength(0);
	return error?.message;
}

const optional = (additionalFields: object) => ({ additionalFields });
const value = (json: unknown, more: NodeRunOptions = {}): NodeRunOptions => ({
	items: [{ value: json as never }],
	...more,
});

describe('the request', () => {
	it('is the documented one, with the key in the JSON body', async () => {
		await runNode(sandbox);
		const [{ method, path, headers, body }] = sandbox.received;
		expect({ method, path, body }).toEqual({
			method: 'POST',
			path: '/v4/clientpoint/create',
			body: { ...REQUIRED, api_key: SANDBOX_KEY },
		});
		expect(headers['content-type']).toBe('application/json');
		expect(headers.authorization).toBeUndefined();
	});

	it('holds nothing that the user did not set', async () => {
		expect(await bodyOf({})).toEqual(REQUIRED);
	});

	it('takes every field by expression', async () => {
		const lead = {
			name: 'ABC Company',
			revenue: '500.50',
			assigned_to: ' rep@yourcompany.com ',
			person: { first_name: 'John', email: 'john@example.com', zip: '02101' },
			tag: 'location',
			city: 'Boston',
			files: [9173927, 8102380],
			day: '2027-06-15',
			yes: true,
			more: { xyz: 'any value' },
		};
		const body = await bodyOf(
			{
				name: '={{ $json.name }}',
				revenue: '={{ $json.revenue }}',
				assigned_to: '={{ $json.assigned_to }}',
				recipients: {
					values: [
						{
							first_name: '={{ $json.person.first_name }}',
							email: '={{ $json.person.email }}',
							primary: '={{ $json.yes }}',
							additionalFields: { zip: '={{ $json.person.zip }}' },
						},
					],
				},
				custom_fields: { values: [{ tag: '={{ $json.tag }}', value: '={{ $json.city }}' }] },
				additionalFields: {
					division: '={{ $json.city }}',
					expiration_date: '={{ $json.day }}',
					file_ids: '={{ $json.files }}',
					template_id: '={{ $json.files.join(", ") }}',
					test_mode: '={{ $json.yes }}',
					send_recipient_mail: '={{ !$json.yes }}',
					data: '={{ $json.more }}',
				},
			},
			{ items: [lead] },
		);
		expect(body).toEqual({
			name: 'ABC Company',
			revenue: 500.5,
			assigned_to: 'rep@yourcompany.com',
			recipients: [{ first_name: 'John', email: 'john@example.com', primary: true, zip: '02101' }],
			custom_fields: [{ tag: 'location', value: 'Boston' }],
			division: 'Boston',
			expiration_date: '2027-06-15',
			file_ids: [9173927, 8102380],
			template_id: [9173927, 8102380],
			test_mode: true,
			send_recipient_mail: false,
			data: { xyz: 'any value' },
		});
	});
});

describe('Name', () => {
	it.each([
		['text', 'Müller & Söhne "GmbH"', 'Müller & Söhne "GmbH"'],
		['a number', 42, '42'],
	])('takes %s', async (_, json, sent) => {
		expect(await bodyOf({ name: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			name: sent,
		});
	});

	it.each([
		['nothing', null, 'Name is required [item 0]'],
		['white space', '  ', 'Name is required [item 0]'],
		['an object', { a: 1 }, 'Name must be text, not object [item 0]'],
		['a list', ['a'], 'Name must be text, not a list [item 0]'],
	])('refuses %s', async (_, json, message) => {
		expect(await refusalOf({ name: '={{ $json.value }}' }, value(json))).toBe(message);
	});
});

describe('Revenue', () => {
	it.each([
		['a number', 500.5, 500.5],
		['zero', 0, 0],
		['numeric text', '500.50', 500.5],
		['numeric text with white space around', ' 1200 ', 1200],
	])('takes %s', async (_, json, sent) => {
		expect(await bodyOf({ revenue: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			revenue: sent,
		});
	});

	it.each([['abc'], ['1,200.50'], ['$5'], ['0x10'], ['NaN'], ['1e999'], [[5]], [true], [{}]])(
		'refuses %j with what to write instead',
		async (json) => {
			const message = await refusalOf({ revenue: '={{ $json.value }}' }, value(json));
			expect(message).toContain('Revenue must be a number such as 1200.50');
			expect(message).toContain('[item 0]');
		},
	);

	it.each([[-1], ['-0.5']])('refuses %j as negative', async (json) => {
		expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(json))).toContain(
			'Revenue must not be negative',
		);
	});

	it.each([[''], [null], [undefined]])('refuses %j as missing', async (json) => {
		expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(json))).toBe(
			'Revenue is required [item 0]',
		);
	});

	it('is asked for when the form is left as it opens', async () => {
		expect(await refusalOf({ revenue: '' })).toBe('Revenue is required [item 0]');
	});
});

describe('Assigned To', () => {
	it.each([
		['rep@yourcompany.com', 'rep@yourcompany.com'],
		[' rep@yourcompany.com\n', 'rep@yourcompany.com'],
		["o'neil+crm@sub.your-company.co.uk", "o'neil+crm@sub.your-company.co.uk"],
		['jörg@müller.example', 'jörg@müller.example'],
	])('takes %j', async (json, sent) => {
		expect(await bodyOf({ assigned_to: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			assigned_to: sent,
		});
	});

	it.each([
		['rep'],
		['rep@yourcompany'],
		['rep@@yourcompany.com'],
		['rep@your company.com'],
		['a@b.com, c@d.com'],
		['Rep <rep@yourcompany.com>'],
		['rep@.com'],
		['rep@yourcompany..com'],
		['rep@yourcompany.com.'],
		[7],
		[['rep@yourcompany.com']],
	])('refuses %j', async (json) => {
		expect(await refusalOf({ assigned_to: '={{ $json.value }}' }, value(json))).toContain(
			'Assigned To must be a valid e-mail address',
		);
	});
});

describe('Recipients', () => {
	it('sends rows in their order, with what is filled in', async () => {
		const values = [
			{ first_name: 'John', last_name: 'Doe', email: ' john@example.com ', primary: true },
			{ first_name: 'Joe', primary: false, additionalFields: { phone_number: 15550100, city: '' } },
		];
		expect((await bodyOf({ recipients: { values } })).recipients).toEqual([
			{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
			{ first_name: 'Joe', primary: false, phone_number: '15550100' },
		]);
	});

	it('names the row and the field, and says all that is wrong', async () => {
		const values = [
			{ email: 'john@example.com', primary: true },
			{ email: 'joe', primary: 'perhaps' as never },
		];
		expect(await refusalOf({ recipients: { values } })).toBe(
			'Recipients, row 2: Email must be a valid e-mail address, not "joe"; ' +
				'Recipients, row 2: Primary must be true or false, not "perhaps" [item 0]',
		);
	});

	it('refuses a row that was added and left empty', async () => {
		expect(await refusalOf({ recipients: { values: [{ primary: false }] } })).toBe(
			'Recipients, row 1 is empty: fill in a field or remove the row [item 0]',
		);
	});

	it('takes a whole list as JSON, further keys included', async () => {
		const list = [{ email: ' j@example.com', fax: '1', constructor: 'x', nested: { a: [null] } }];
		const json = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
		expect((await bodyOf(json, value(list))).recipients).toEqual([
			{ email: 'j@example.com', fax: '1', constructor: 'x', nested: { a: [null] } },
		]);
		sandbox.reset();
		expect((await bodyOf(json, value(JSON.stringify(list)))).recipients).toHaveLength(1);
	});

	it.each([
		['no list', { email: 'a@b.co' }, 'Recipients (JSON) must be a JSON array [item 0]'],
		[
			'broken JSON',
			'[{"email": }]',
			'Recipients (JSON) must be a JSON array; it is not valid JSON at line 1, column 12 [item 0]',
		],
		['no object in it', ['a@b.co'], 'Recipients (JSON), row 1 must be a JSON object [item 0]'],
		[
			'a bad e-mail',
			[{}, { email: 'a' }],
			'Recipients (JSON), row 2: email must be a valid e-mail address, not "a" [item 0]',
		],
	])('refuses JSON with %s', async (_, json, message) => {
		const parameters = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
		expect(await refusalOf(parameters, value(json))).toBe(message);
	});

	it('sends only the kind that is chosen', async () => {
		const both = {
			specifyRecipients: '={{ $json.value }}',
			recipients: { values: [{ first_name: 'Row', primary: false }] },
			recipientsJson: '[{"first_name":"JSON"}]',
		};
		expect((await bodyOf(both, value('json'))).recipients).toEqual([{ first_name: 'JSON' }]);
		sandbox.reset();
		expect((await bodyOf(both, value('fields'))).recipients).toEqual([
			{ first_name: 'Row', primary: false },
		]);
	});
});

describe('Custom Fields', () => {
	it('sends values as text', async () => {
		const values = [
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: 7 },
			{ tag: 'Estimator', value: false },
			{ tag: 'cleared', value: '' },
		];
		expect((await bodyOf({ custom_fields: { values } as never })).custom_fields).toEqual([
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: '7' },
			{ tag: 'Estimator', value: 'false' },
			{ tag: 'cleared', value: '' },
		]);
	});

	it.each([
		[{ tag: ' ', value: 'x' }, 'Custom Fields, row 1: Tag is required [item 0]'],
		[{ tag: '={{ null }}', value: 'x' }, 'Custom Fields, row 1: Tag is required [item 0]'],
		[{ tag: 'a', value: '={{ null }}' }, 'Custom Fields, row 1: Value is required [item 0]'],
		[
			{ tag: 'a', value: '={{ ({}) }}' },
			'Custom Fields, row 1: Value must be text, not object [item 0]',
		],
	])('refuses %j', async (row, message) => {
		expect(await refusalOf({ custom_fields: { values: [row] } })).toBe(message);
	});

	it('takes a whole list as JSON', async () => {
		const parameters = { specifyCustomFields: 'json', customFieldsJson: '={{ $json.value }}' };
		const list = [{ tag: 'a', value: 1, more: true }];
		expect((await bodyOf(parameters, value(list))).custom_fields).toEqual([
			{ tag: 'a', value: '1', more: true },
		]);
	});
});

describe('Expiration Date', () => {
	// Auckland is ahead of the server's zone, wherever that is, and Honolulu behind it.
	it.each([
		['a day', '2024-06-15', '2024-06-15'],
		["what n8n's date picker stores", '2024-06-15T00:00:00', '2024-06-15'],
		['a date-time without offset', '2024-06-15T23:59:59', '2024-06-15'],
		['UTC', '2024-06-15T23:59:59.000Z', '2024-06-15'],
		['an offset ahead', '2024-06-15T00:30:00+12:00', '2024-06-15'],
		['an offset behind', '2024-06-15T23:30:00-10:00', '2024-06-15'],
		['what ClientPoint itself writes', '2024-06-15 10:20:30', '2024-06-15'],
		['a leap day', '2024-02-29', '2024-02-29'],
	])('takes %s, the day as written', async (_, json, sent) => {
		const parameters = optional({ expiration_date: '={{ $json.value }}' });
		expect((await bodyOf(parameters, value(json))).expiration_date).toBe(sent);
	});

	it.each([
		['={{ DateTime.fromISO("2024-06-15T23:30:00-10:00", { setZone: true }) }}', '2024-06-15'],
		['={{ new Date("2024-06-14T12:30:00Z") }}', '2024-06-15'],
		['={{ DateTime.fromISO("2024-06-15").plus({ days: 20 }) }}', '2024-07-05'],
	])('takes a date object, %s, in the workflow zone', async (expiration_date, sent) => {
		const body = await bodyOf(optional({ expiration_date }), {
			workflowSettings: { timezone: 'Pacific/Auckland' },
		});
		expect(body.expiration_date).toBe(sent);
	});

	it.each([
		['2024-02-31'],
		['2024-13-01'],
		['2023-02-29'],
		['next week'],
		['06/15/2024'],
		['20240615'],
		['2024-06'],
		['2024-06-15Tea'],
		[20240615],
		[true],
		[{}],
	])('refuses %j', async (json) => {
		const parameters = optional({ expiration_date: '={{ $json.value }}' });
		expect(await refusalOf(parameters, value(json))).toContain(
			'Expiration Date must be a date such as 2024-06-15',
		);
	});
});

describe.each([
	['file_ids', 'File IDs'],
	['template_id', 'Template IDs'],
])('%s', (field, label) => {
	it.each([
		['text with commas', '567834, 673498', [567834, 673498]],
		['text as the documentation writes it', '[567834, 673498]', [567834, 673498]],
		['a number', 567834, [567834]],
		['an array', [567834, '673498'], [567834, 673498]],
		['repeats', '2,1,2', [2, 1, 2]],
	])('takes %s', async (_, json, sent) => {
		const body = await bodyOf(optional({ [field]: '={{ $json.value }}' }), value(json));
		expect(body).toEqual({ ...REQUIRED, [field]: sent });
	});

	it.each([
		['abc'],
		['1,,2'],
		['1;2'],
		[0],
		[-1],
		[1.5],
		['1.5'],
		['1e3'],
		[[1, null]],
		[[[1]]],
		[{}],
		[true],
		['99999999999999999999'],
	])('refuses %j', async (json) => {
		expect(await refusalOf(optional({ [field]: '={{ $json.value }}' }), value(json))).toContain(
			`${label} must be one or more IDs (positive whole numbers)`,
		);
	});
});

describe('Data', () => {
	it.each([
		['an object', { xyz: 'any value', deep: [{ a: null }] }],
		['text', '{"xyz":"any value","deep":[{"a":null}]}'],
	])('takes %s', async (_, json) => {
		const body = await bodyOf(optional({ data: '={{ $json.value }}' }), value(json));
		expect(body.data).toEqual({ xyz: 'any value', deep: [{ a: null }] });
	});

	it('neither loses nor obeys keys that mean something to JavaScript', async () => {
		const text =
			'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":"x"}';
		await bodyOf(optional({ data: text }));
		expect(sandbox.received[0].text).toContain(`"data":${text}`);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		sandbox.reset();
		await bodyOf(optional({ data: '={{ JSON.parse($json.value) }}' }), value(text));
		expect(sandbox.received[0].text).toContain(`"data":${text}`);
	});

	it.each([
		['an array', '[1]', 'Data must be a JSON object [item 0]'],
		['a word', '"x"', 'Data must be a JSON object [item 0]'],
		['an array by expression', [1], 'Data must be a JSON object [item 0]'],
		[
			'broken JSON',
			'{\n  "a": 1,\n  "b": oops\n}',
			'Data must be a JSON object; it is not valid JSON at line 3, column 8 [item 0]',
		],
		[
			'unfinished JSON',
			'{"a": 1',
			'Data must be a JSON object; it is not valid JSON at line 1, column 8 [item 0]',
		],
	])('refuses %s', async (_, json, message) => {
		expect(await refusalOf(optional({ data: '={{ $json.value }}' }), value(json))).toBe(message);
	});
});

describe('the other optional fields', () => {
	it('are left out while blank', async () => {
		const blank = {
			division: '',
			expiration_date: '',
			file_ids: ' ',
			template_id: [],
			data: '',
			test_mode: null,
		};
		expect(
			await bodyOf({ ...optional(blank), recipients: {}, custom_fields: { values: [] } }),
		).toEqual(REQUIRED);
	});

	it.each([
		['test_mode', false],
		['test_mode', true],
		['send_recipient_mail', false],
		['send_recipient_mail', true],
	])('send %s as %s once the user added it', async (field, sent) => {
		expect(await bodyOf(optional({ [field]: sent }))).toEqual({ ...REQUIRED, [field]: sent });
	});

	it('take the words true and false, and no others', async () => {
		expect((await bodyOf(optional({ test_mode: '={{ "True" }}' }))).test_mode).toBe(true);
		sandbox.reset();
		expect(await refusalOf(optional({ test_mode: '={{ "yes" }}' }))).toBe(
			'Test Mode must be true or false, not "yes" [item 0]',
		);
	});
});
