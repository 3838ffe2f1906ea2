/** Keys in JSON that the form does not have: further ones pass, slips of the pen do not. */
import { examples } from '../contract';
import { named, prepared } from '../support/prepare';

const operationOf = Object.fromEntries(named);
const create = operationOf['clientPoint.create'];
const upsert = operationOf['recipient.upsert'];

/** What becomes of one recipient in JSON. */
const recipient = (entry: Record<string, unknown>) => {
	const request = prepared(create, {
		...examples['clientPoint.create'].form,
		specifyRecipients: 'json',
		recipientsJson: JSON.stringify([entry]),
	});
	return typeof request === 'string' ? request : request.body?.recipients;
};

it.each([
	['emial', 'email'],
	['e-mail', 'email'],
	['E_Mail', 'email'],
	['Email', 'email'],
	['emails', 'email'],
	['eail', 'email'],
	['firstname', 'first_name'],
	['firstName', 'first_name'],
	['First Name', 'first_name'],
	['frist_name', 'first_name'],
	['lastname', 'last_name'],
	['phonenumber', 'phone_number'],
	['phone_numer', 'phone_number'],
	['address_line1', 'address_line_1'],
	['adress_line_1', 'address_line_1'],
	['contry', 'country'],
	['Zip', 'zip'],
	['primry', 'primary'],
	['titel', 'title'],
	['fisrt_name', 'first_name'],
	['first_naem', 'first_name'],
	['ctiy', 'city'],
	['ciyt', 'city'],
	['cityx', 'city'],
	['xcity', 'city'],
	['ity', 'city'],
	['cit', 'city'],
	['cixy', 'city'],
	['cixty', 'city'],
	['citx', 'city'],
	['xity', 'city'],
])('%s is refused: did you mean %s?', (key, meant) => {
	expect(recipient({ email: 'a@b.co', [key]: 'x' })).toBe(
		`Recipients (JSON), row 1: ${key} is not known: did you mean ${meant}?`,
	);
});

it.each([
	['fax'],
	['phone'],
	['address_line_2'],
	['email2'],
	['zap'],
	['zi'],
	['citxx'],
	['cixxty'],
	['ci'],
	['cxyx'],
	['ytic'],
	['ictyx'],
	['cyti'],
	['icyt'],
	['county'],
	['stage'],
	['estate'],
	['company'],
	['name'],
	['status'],
	[''],
	['имя'],
	['constructor'],
	['toString'],
	['__proto__'],
])('%j passes as it is', (key) => {
	for (const value of ['x', 0, false, { a: [1] }]) {
		const entry: Record<string, unknown> = { email: 'a@b.co' };
		Object.defineProperty(entry, key, { value, enumerable: true });
		const sent = recipient(entry);
		expect(JSON.parse(JSON.stringify(sent))).toEqual([JSON.parse(JSON.stringify(entry))]);
	}
});

it.each([
	['em\u200bail', '"em\\u200bail"', 'email'],
	[' email ', '" email "', 'email'],
	['\ufeffemail', '"\\ufeffemail"', 'email'],
	['first\u00a0name', '"first\\u00a0name"', 'first_name'],
	['e"mail', '"e\\"mail"', 'email'],
])('%j is shown as %s, so that the slip is seen', (key, shown, meant) => {
	expect(recipient({ [key]: 'x' })).toBe(
		`Recipients (JSON), row 1: ${shown} is not known: did you mean ${meant}?`,
	);
});

it('custom fields in JSON are read in the same way', () => {
	expect(
		prepared(create, {
			...examples['clientPoint.create'].form,
			specifyCustomFields: 'json',
			customFieldsJson: [{ Tag: 'a', values: 1 }],
		}),
	).toBe(
		'Custom Fields (JSON), row 1: Tag is not known: did you mean tag?; ' +
			'Custom Fields (JSON), row 1: values is not known: did you mean value?',
	);
});

describe('Further Fields (JSON)', () => {
	const further = (json: unknown) => {
		const request = prepared(upsert, {
			clientpoint_id: 1,
			email: 'a@b.co',
			additionalFields: { city: 'Boston', furtherFields: json },
		});
		return typeof request === 'string' ? request : request.body;
	};

	it('reach the recipient and nothing but the recipient; what a field says stands', () => {
		const json = { fax: '1', city: 'Rome', email: 'c@d.co', clientpoint_id: 9, zip: 2101 };
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
		expect(further({ emial: 1, zip: { a: 1 }, primary: 'x' })).toBe(
			'Further Fields (JSON): emial is not known: did you mean email?; ' +
				'Further Fields (JSON): primary must be true or false, not "x"; ' +
				'Further Fields (JSON): zip must be text, not an object ({"a":1})',
		);
	});
});
