/** Every field of Create, filled in by hand. */
import type { Locator } from 'playwright-core';
import { addField, byId, express, fill, switchOn, write } from './editor';

/** By label and parameter; the additional fields of a recipient. */
const DETAILS = {
	account: ['Account', 'ABC Company'],
	address_line_1: ['Address Line 1', '1 Main St'],
	city: ['City', 'Boston'],
	country: ['Country', 'USA'],
	mobile: ['Mobile', '+1 555 0101'],
	phone_number: ['Phone Number', '+1 555 0100'],
	prefix: ['Prefix', 'Dr.'],
	state: ['State', 'MA'],
	title: ['Title', 'CEO'],
	zip: ['ZIP', '02108'],
} as const;

const PEOPLE = [
	{ first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com' },
	{ first_name: 'Jane', last_name: 'Roe', email: 'jane.roe@example.com' },
];

const CUSTOM_FIELDS = [
	{ tag: 'location', value: 'Boston' },
	{ tag: 'source', value: 'fair' },
];

const details = Object.fromEntries(
	Object.entries(DETAILS).map(([name, [, value]]) => [name, value]),
);

/** The body that must arrive. */
export const FILLED_BODY = {
	name: 'ABC Company',
	revenue: 500.5,
	assigned_to: 'rep@yourcompany.com',
	recipients: [
		{ ...PEOPLE[0], primary: true, ...details },
		{ ...PEOPLE[1], primary: false, title: 'CFO' },
	],
	custom_fields: CUSTOM_FIELDS,
	data: { source: 'e2e', nested: { list: [1, 2] } },
	division: 'North America',
	expiration_date: '2027-06-15',
	file_ids: [9173927, 8102380],
	send_recipient_mail: true,
	template_id: [567834, 673498],
	test_mode: true,
};

/** `form` is the open node; the upstream item is expected to have a `company`. */
export async function fillCreate(form: Locator): Promise<void> {
	await express(form, 'name', '{{ $json.company }}');
	await fill(form, 'revenue', '500.5');
	await fill(form, 'assigned_to', 'rep@yourcompany.com');
	await addRows(form);

	const additional = byId(form, 'node-parameters');
	// The last menu is that of the options.
	const add = async (label: string) => await addField(additional, label, 1);
	await add('Data');
	await write(form, 'data', JSON.stringify(FILLED_BODY.data));
	await add('Division');
	await fill(form, 'division', FILLED_BODY.division);
	await add('Expiration Date');
	await fill(form, 'expiration_date', '2027-06-15 00:00:00');
	await form.page().keyboard.press('Enter');
	await add('File IDs');
	await fill(form, 'file_ids', '9173927, 8102380');
	await add('Send Recipient Mail');
	await switchOn(form, 'send_recipient_mail');
	await add('Template IDs');
	await fill(form, 'template_id', '567834, 673498');
	await add('Test Mode');
	await switchOn(form, 'test_mode');
	await fillOptions(form);
}

/** All but Preview Only, which would send nothing. */
async function fillOptions(form: Locator): Promise<void> {
	const add = async (label: string) => await addField(byId(form, 'node-parameters'), label);
	await add('Concurrency');
	await fill(form, 'concurrency', '2');
	await add('Resend When Outcome Is Unknown');
	await switchOn(form, 'resendUnknown');
	await add('Timeout');
	await fill(form, 'timeout', '30');
}

/** Two recipients and two custom fields; newest row last. */
async function addRows(form: Locator): Promise<void> {
	const recipients = byId(form, 'fixed-collection-recipients');
	for (const [index, person] of PEOPLE.entries()) {
		await byId(recipients, 'fixed-collection-add').last().click();
		for (const [name, value] of Object.entries(person)) {
			await fill(recipients, name, value, index);
		}
		if (index === 0) {
			await switchOn(recipients, 'primary');
			for (const [name, [label, value]] of Object.entries(DETAILS)) {
				await addField(recipients, label);
				await fill(recipients, name, value);
			}
		} else {
			await addField(recipients, 'Title');
			await fill(recipients, 'title', 'CFO', index);
		}
	}
	const customFields = byId(form, 'fixed-collection-custom_fields');
	for (const [index, row] of CUSTOM_FIELDS.entries()) {
		await byId(customFields, 'fixed-collection-add').last().click();
		for (const [name, value] of Object.entries(row)) {
			await fill(customFields, name, value, index);
		}
	}
}
