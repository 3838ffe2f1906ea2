/** Lists, as rows and as JSON. */
import { create } from '../../nodes/ClientPoint/actions/clientPoint/create';
import { REQUIRED } from '../support/clientPoint';
import { oneItem, value } from '../support/oneItem';
import { prepared } from '../support/prepare';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf, refusalOf } = oneItem(sandbox);

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
			{ email: 'joe', primary: 'perhaps' },
		];
		expect(await refusalOf({ recipients: { values } })).toBe(
			'Recipients, row 2: Email must be a valid e-mail address, not "joe"; ' +
				'Recipients, row 2: Primary must be true or false, not "perhaps" [item 0]',
		);
	});

	it('leaves out a row that was added and left empty, or is blank for this item', async () => {
		const values = [
			{ primary: false },
			{ first_name: '={{ $json.second }}', primary: true, additionalFields: { zip: ' ' } },
		];
		expect(await bodyOf({ recipients: { values } })).toEqual(REQUIRED);
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
		[
			'no list',
			{ email: 'a@b.co' },
			'Recipients (JSON) must be a JSON array, not an object ({"email":"a@b.co"}) [item 0]',
		],
		[
			'broken JSON',
			'[{"email": }]',
			'Recipients (JSON) must be a JSON array; it is not valid JSON near "[{\\"email\\": }]" [item 0]',
		],
		[
			'no object in it',
			['a@b.co'],
			'Recipients (JSON), row 1 must be a JSON object, not "a@b.co" [item 0]',
		],
		[
			'a bad e-mail',
			[{}, { email: 'a' }],
			'Recipients (JSON), row 2: email must be a valid e-mail address, not "a" [item 0]',
		],
	])('refuses JSON with %s', async (_, json, message) => {
		const parameters = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
		expect(await refusalOf(parameters, value(json))).toBe(message);
	});

	it.each([
		[{ address: { city: '', zip: null } }],
		[{ email: '', phones: [{ number: '' }, { number: ' ', kinds: [] }] }],
		[{ primary: true, owner: { manager: { name: '\u200b' } } }],
	])('leaves out an entry that is blank all the way down: %j', async (blank) => {
		const list = [blank, { email: 'a@b.co', address: { city: '' } }];
		const json = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
		const kept = [{ email: 'a@b.co', address: { city: '' } }];
		expect((await bodyOf(json, value(list))).recipients).toEqual(kept);
		sandbox.reset();
		expect((await bodyOf(json, value(JSON.stringify(list)))).recipients).toEqual(kept);
	});

	it.each<[unknown, string]>([
		[new Map([['values', [{ email: 'a@b.co' }]]]), 'a Map ({})'],
		[{ values: new Set([{ email: 'a@b.co' }]) }, 'a Set ({})'],
		[new Date(0), 'a date ("1970-01-01T00:00:00.000Z")'],
	])('refuses %p in the place of rows', (recipients, shown) => {
		expect(prepared(create, { ...REQUIRED, recipients })).toBe(
			`Recipients must be rows, not ${shown}`,
		);
		expect(prepared(create, { ...REQUIRED, additionalFields: new Map([['division', 'x']]) })).toBe(
			'Additional Fields must be made of its fields, not a Map ({})',
		);
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
		expect((await bodyOf({ custom_fields: { values } })).custom_fields).toEqual([
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: '7' },
			{ tag: 'Estimator', value: 'false' },
			{ tag: 'cleared', value: '' },
		]);
	});

	it.each([
		[{ tag: ' ', value: 'x' }, 'Custom Fields, row 1: Tag is required [item 0]'],
		[{ tag: '={{ null }}', value: 'x' }, 'Custom Fields, row 1: Tag is required [item 0]'],
		[
			{ tag: 'a', value: '={{ ({ b: 1 }) }}' },
			'Custom Fields, row 1: Value must be text, not an object ({"b":1}) [item 0]',
		],
		[
			{ tag: '={{ ({ b: 1 }) }}', value: 'x' },
			'Custom Fields, row 1: Tag must be text, not an object ({"b":1}) [item 0]',
		],
	])('refuses %j', async (row, message) => {
		expect(await refusalOf({ custom_fields: { values: [row] } })).toBe(message);
	});

	it('leaves out a row without a value', async () => {
		const values = [
			{ tag: 'a', value: '={{ null }}' },
			{ tag: 'b', value: '={{ $json.missing }}' },
			{ tag: 'c', value: '={{ ({}) }}' },
		];
		expect(await bodyOf({ custom_fields: { values } })).toEqual(REQUIRED);
	});

	it("sends a date as its ISO text; n8n itself writes luxon's, in the workflow's zone", async () => {
		const iso = '2024-06-15T10:20:30.000Z';
		const values = [
			{ tag: 'date', value: `={{ new Date("${iso}") }}` },
			{ tag: 'luxon', value: `={{ DateTime.fromISO("${iso}") }}` },
		];
		const { custom_fields } = await bodyOf(
			{ custom_fields: { values } },
			{ workflowSettings: { timezone: 'Pacific/Auckland' } },
		);
		expect(custom_fields).toEqual([
			{ tag: 'date', value: iso },
			{ tag: 'luxon', value: '2024-06-15T22:20:30.000+12:00' },
		]);
	});

	it('takes a whole list as JSON', async () => {
		const parameters = { specifyCustomFields: 'json', customFieldsJson: '={{ $json.value }}' };
		const list = [{ tag: 'a', value: 1, more: true }];
		expect((await bodyOf(parameters, value(list))).custom_fields).toEqual([
			{ tag: 'a', value: '1', more: true },
		]);
	});
});
