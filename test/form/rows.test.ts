/** Lists, as rows and as JSON. */
import { customFields } from '../../nodes/ClientPoint/actions/shared/customFields';
import { REQUIRED } from '../support/clientPoint';
import { oneItem, value } from '../support/oneItem';
import { named, prepared } from '../support/prepare';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf, refusalOf } = oneItem(sandbox);

const recipientsJson = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
const customFieldsJson = { specifyCustomFields: 'json', customFieldsJson: '={{ $json.value }}' };

describe('Recipients', () => {
	it('are sent in their order, with what is filled in', async () => {
		const values = [
			{ first_name: 'John', last_name: 'Doe', email: ' john@example.com ', primary: true },
			{ first_name: 'Joe', primary: false, additionalFields: { phone_number: 15550100, city: '' } },
		];
		expect((await bodyOf({ recipients: { values } })).recipients).toEqual([
			{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
			{ first_name: 'Joe', primary: false, phone_number: '15550100' },
		]);
	});

	it('are named by row and field, with all that is wrong', async () => {
		const values = [
			{ email: 'john@example.com', primary: true },
			{ email: 'joe', primary: 'perhaps' },
		];
		expect(await refusalOf({ recipients: { values } })).toBe(
			'Recipients, row 2: Email must be a valid e-mail address, not "joe"; ' +
				'Recipients, row 2: Primary must be true or false, not "perhaps"',
		);
	});

	it('are left out where a row was left empty, or is blank for this item', async () => {
		const values = [
			{ primary: false },
			{ first_name: '={{ $json.second }}', primary: true, additionalFields: { zip: ' ' } },
		];
		expect(await bodyOf({ recipients: { values } })).toEqual(REQUIRED);
	});

	it.each(['a value', 'text'])('are taken as JSON, further keys included: %s', async (kind) => {
		const list = [{ email: ' j@x.co', fax: '1', constructor: 'x', nested: { a: [null] } }];
		const given = kind === 'text' ? JSON.stringify(list) : list;
		expect((await bodyOf(recipientsJson, value(given))).recipients).toEqual([
			{ email: 'j@x.co', fax: '1', constructor: 'x', nested: { a: [null] } },
		]);
	});

	it.each([
		['firstName', 'first_name'],
		['First Name', 'first_name'],
		['FIRST-NAME', 'first_name'],
		['first\u00a0name', 'first_name'],
		['Zip', 'zip'],
		['addressLine1', 'address_line_1'],
	])('%j in JSON is read as %s', async (key, name) => {
		const list = [{ [key]: ' x', emial: 'y' }];
		expect((await bodyOf(recipientsJson, value(list))).recipients).toEqual([
			{ [name]: 'x', emial: 'y' },
		]);
	});

	it.each<[object, object]>([
		[{ firstName: 'B', first_name: 'A' }, { first_name: 'A' }],
		[{ first_name: 'A', firstName: 'B' }, { first_name: 'A' }],
		[{ first_name: '', firstName: 'B' }, { first_name: 'B' }],
		[{ firstName: 'B', first_name: null }, { first_name: 'B' }],
	])('of several keys for one, %j gives %j', async (entry, sent) => {
		expect((await bodyOf(recipientsJson, value([entry]))).recipients).toEqual([sent]);
	});

	it.each<[unknown, string]>([
		[
			{ email: 'a@b.co' },
			'Recipients (JSON) must be a JSON array, not an object ({"email":"a@b.co"})',
		],
		[['a@b.co'], 'Recipients (JSON), row 1 must be a JSON object, not "a@b.co"'],
		[
			[{}, { email: 'a' }],
			'Recipients (JSON), row 2: email must be a valid e-mail address, not "a"',
		],
		[[{ Email: 'a' }], 'Recipients (JSON), row 1: email must be a valid e-mail address, not "a"'],
	])('are refused as %j', async (json, message) => {
		expect(await refusalOf(recipientsJson, value(json))).toBe(`${message}`);
	});

	it.each([
		[{ address: { city: '', zip: null } }],
		[{ email: '', phones: [{ number: '' }, { number: ' ', kinds: [] }] }],
		[{ primary: true, owner: { manager: { name: '\u200b' } } }],
	])('leave out an entry that is blank all the way down: %j', async (blank) => {
		const list = [blank, { email: 'a@b.co', address: { city: '' } }];
		expect((await bodyOf(recipientsJson, value(list))).recipients).toEqual([
			{ email: 'a@b.co', address: { city: '' } },
		]);
	});

	it.each<[unknown, string]>([
		['fields', 'Row'],
		[' json\u200b', 'JSON'],
		[['json'], 'JSON'],
		['', 'Row'],
		[null, 'Row'],
		[undefined, 'Row'],
	])('are those of the kind that %j chooses', async (kind, sent) => {
		const both = {
			specifyRecipients: '={{ $json.value }}',
			recipients: { values: [{ first_name: 'Row', primary: false }] },
			recipientsJson: '[{"first_name":"JSON","primary":false}]',
		};
		expect((await bodyOf(both, value(kind))).recipients).toEqual([
			{ first_name: sent, primary: false },
		]);
	});

	it('are refused for a kind that there is none of', async () => {
		const parameters = { specifyRecipients: '={{ $json.value }}' };
		expect(await refusalOf(parameters, value('rows'))).toBe(
			'Specify Recipients must be one of fields, json, not "rows"',
		);
	});
});

describe('Custom Fields', () => {
	it('are sent as text; an empty one clears', async () => {
		const values = [
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: 7 },
			{ tag: 'Estimator', value: false },
			{ tag: 'cleared', value: '' },
		];
		expect((await bodyOf({ custom_fields: { values } })).custom_fields).toEqual([
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: '7' },
			{ tag: 'Estimator', value: 'false' },
			{ tag: 'cleared', value: '' },
		]);
	});

	it.each([
		[{ tag: ' ', value: 'x' }, 'Custom Fields, row 1: Tag is required'],
		[{ tag: '={{ null }}', value: 'x' }, 'Custom Fields, row 1: Tag is required'],
		[
			{ tag: 'a', value: '={{ ({ b: 1 }) }}' },
			'Custom Fields, row 1: Value must be text, not an object ({"b":1})',
		],
	])('are refused as %j', async (row, message) => {
		expect(await refusalOf({ custom_fields: { values: [row] } })).toBe(`${message}`);
	});

	it('are left out without a value', async () => {
		const values = [
			{ tag: 'a', value: '={{ null }}' },
			{ tag: 'b', value: '={{ $json.missing }}' },
			{ tag: 'c', value: '={{ ({}) }}' },
		];
		expect(await bodyOf({ custom_fields: { values } })).toEqual(REQUIRED);
	});

	it('are taken as JSON', async () => {
		const list = [{ Tag: 'a', value: 1, more: true }];
		expect((await bodyOf(customFieldsJson, value(list))).custom_fields).toEqual([
			{ tag: 'a', value: '1', more: true },
		]);
	});
});

it.each<[unknown, string]>([
	['x', 'must be rows, not "x"'],
	[{ values: 7 }, 'must be rows, not 7'],
])('%j in the place of rows is refused', (rows, message) => {
	const said: string[] = [];
	customFields.parse({ custom_fields: rows }, (issue) => said.push(issue.message));
	expect(said).toEqual([message]);
});

describe('Further Fields (JSON)', () => {
	const upsert = Object.fromEntries(named)['recipient.upsert'];
	const further = (json: unknown) => {
		const additionalFields = { city: 'Boston', furtherFields: json };
		const request = prepared(upsert, { clientpoint_id: 1, email: 'a@b.co', additionalFields });
		return typeof request === 'string' ? request : request.body;
	};

	it('reach the recipient and nothing but the recipient; what a field says stands', () => {
		const json = { fax: '1', City: 'Rome', email: 'c@d.co', clientpoint_id: 9, zip: 2101 };
		expect(further({ ...json, send_recipient_mail: true })).toStrictEqual({
			clientpoint_id: 1,
			recipient: {
				fax: '1',
				city: 'Boston',
				email: 'a@b.co',
				clientpoint_id: 9,
				zip: '2101',
				send_recipient_mail: true,
			},
		});
	});

	it('are checked like the fields they name', () => {
		expect(further({ zip: { a: 1 }, primary: 'x' })).toBe(
			'Further Fields (JSON): primary must be true or false, not "x"; ' +
				'Further Fields (JSON): zip must be text, not an object ({"a":1})',
		);
	});
});
