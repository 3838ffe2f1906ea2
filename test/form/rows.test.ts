/** Lists, as rows and as JSON. */
import { REQUIRED } from '../support/clientPoint';
import { named, prepared } from '../support/prepare';
import { wouldSend } from '../support/wouldSend';

const recipientsJson = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };
const customFieldsJson = { specifyCustomFields: 'json', customFieldsJson: '={{ $json.value }}' };

describe('Recipients', () => {
	it('are sent in their order, with what is filled in', async () => {
		const values = [
			{ first_name: 'John', last_name: 'Doe', email: ' john@example.com ', primary: true },
			{ primary: false },
			{ first_name: '={{ $json.missing }}', primary: true, additionalFields: { zip: ' ' } },
			{ first_name: 'Joe', primary: false, additionalFields: { phone_number: 15550100, city: '' } },
		];
		expect(await wouldSend({ recipients: { values } })).toMatchObject([
			{
				recipients: [
					{ first_name: 'John', last_name: 'Doe', email: 'john@example.com', primary: true },
					{ first_name: 'Joe', primary: false, phone_number: '15550100' },
				],
			},
		]);
	});

	it('are named by row and field, with all that is wrong', async () => {
		const values = [
			{ email: 'john@example.com', primary: true },
			{ email: 'joe', additionalFields: { zip: '={{ [1, 2] }}' } },
		];
		expect(await wouldSend({ recipients: { values } })).toEqual([
			'Recipients, row 2: Email must be a valid e-mail address, not "joe"; ' +
				'Recipients, row 2: ZIP must be text, not a list ([1,2])',
		]);
	});

	it('are taken as JSON, a value or text, with further keys and other spellings, without blank entries', async () => {
		const list: unknown[] = [
			{ email: '', primary: true },
			{ email: ' j@x.co', fax: '1', constructor: 'x', nested: { a: [null] } },
			{ firstName: ' A', 'Last Name': 'B', ZIP: 1, addressLine1: 'C', emial: 'y' },
			{ first_name: '', firstName: 'B', 'FIRST-NAME': 'C' },
			...[{}, null, '', []],
		];
		const recipients: object[] = [
			{ email: 'j@x.co', fax: '1', constructor: 'x', nested: { a: [null] } },
			{ first_name: 'A', last_name: 'B', zip: '1', address_line_1: 'C', emial: 'y' },
			{ first_name: 'B' },
		];
		const sent = { ...REQUIRED, recipients };
		expect(await wouldSend(recipientsJson, [list, JSON.stringify(list)])).toEqual([sent, sent]);
	});

	it.each([
		{ recipients: { values: [{}, { primary: true }, { email: ' ' }] } },
		{ specifyRecipients: 'json', recipientsJson: '[{}, null, {"email": "", "primary": true}]' },
		{ specifyCustomFields: 'json', customFieldsJson: '[{"tag": "", "value": null}]' },
	])('are left out when nothing is left of them: %j', async (lists) => {
		expect(await wouldSend(lists)).toEqual([REQUIRED]);
	});

	it('are refused as JSON', async () => {
		const rows = [
			[{ email: 'a@b.co' }, ' must be a JSON array, not an object ({"email":"a@b.co"})'],
			[['a@b.co'], ', row 1 must be a JSON object, not "a@b.co"'],
			[[{}, { email: 'a' }], ', row 2: email must be a valid e-mail address, not "a"'],
			[[{ Email: 'a' }], ', row 1: email must be a valid e-mail address, not "a"'],
		];
		expect(
			await wouldSend(
				recipientsJson,
				rows.map(([json]) => json),
			),
		).toEqual(rows.map(([, message]) => `Recipients (JSON)${message}`));
	});

	it('are those of the kind that is chosen', async () => {
		const both = {
			specifyRecipients: '={{ $json.value }}',
			recipients: { values: [{ first_name: 'Row', primary: false }] },
			recipientsJson: '[{"first_name":"JSON","primary":false}]',
		};
		const sent = (first_name: string) => ({ recipients: [{ first_name, primary: false }] });
		const kinds = ['fields', '', null, undefined, ' json', ['json'], 'rows'];
		expect(await wouldSend(both, kinds)).toMatchObject([
			...['Row', 'Row', 'Row', 'Row', 'JSON', 'JSON'].map(sent),
			'Specify Recipients must be one of fields, json, not "rows"',
		]);
	});
});

describe('Custom Fields', () => {
	it('are sent as text; an empty one clears, and one without a value is left out', async () => {
		const values = [
			{ tag: 'location', value: 'Test location' },
			{ tag: 'pZyqqGQr', value: 7 },
			{ tag: 'Estimator', value: false },
			{ tag: 'cleared', value: '' },
			{ tag: 'a', value: '={{ null }}' },
			{ tag: 'b', value: '={{ $json.missing }}' },
		];
		expect(await wouldSend({ custom_fields: { values } })).toMatchObject([
			{
				custom_fields: [
					{ tag: 'location', value: 'Test location' },
					{ tag: 'pZyqqGQr', value: '7' },
					{ tag: 'Estimator', value: 'false' },
					{ tag: 'cleared', value: '' },
				],
			},
		]);
	});

	it('are refused by row', async () => {
		const values = [
			{ tag: ' ', value: 'x' },
			{ tag: 'a', value: '={{ ({ b: 1 }) }}' },
		];
		expect(await wouldSend({ custom_fields: { values } })).toEqual([
			'Custom Fields, row 1: Tag is required; ' +
				'Custom Fields, row 2: Value must be text, not an object ({"b":1})',
		]);
	});

	it('are taken as JSON, where a value under another name is no missing one', async () => {
		const kept = { Tag: 'a', value: 1, more: true };
		const sent = { ...REQUIRED, custom_fields: [{ tag: 'a', value: '1', more: true }] };
		const lists = [{ tag: 'b' }, { tag: 'b', value: null, label: 'B' }, { tag: 'b', val: 'c' }].map(
			(entry) => [kept, entry],
		);
		expect(await wouldSend(customFieldsJson, lists)).toEqual([
			sent,
			sent,
			'Custom Fields (JSON), row 2: value is required',
		]);
	});
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
