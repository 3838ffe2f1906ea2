/**
 * A date is one text, wherever it stands: its day at midnight of its zone, otherwise ISO with its offset.
 * In a field for a day it is that day.
 */
import { wouldSend } from '../support/wouldSend';

/** The date in a text field, in rows, in a list of one, and in JSON, which as a value has it too. */
const form = (code: string) => ({
	name: `={{ ${code} }}`,
	recipients: {
		values: [{ first_name: `={{ [${code}] }}`, additionalFields: { city: `={{ ${code} }}` } }],
	},
	specifyCustomFields: 'json',
	customFieldsJson: `={{ [{ tag: ${code}, value: ${code}, more: ${code} }] }}`,
	additionalFields: {
		expiration_date: `={{ ${code} }}`,
		data: `={{ ({ a: ${code}, deep: [{ b: ${code} }] }) }}`,
	},
});

it.each([
	['DateTime.fromISO("2024-06-15")', '2024-06-15'],
	['DateTime.fromISO("2024-06-15T10:20:30")', '2024-06-15T10:20:30.000+02:00'],
	[
		'DateTime.fromISO("2024-06-15T23:30:00-10:00", { setZone: true })',
		'2024-06-15T23:30:00.000-10:00',
	],
	['new Date("2024-06-14T22:00:00Z")', '2024-06-15'],
	['new Date("2024-06-15")', '2024-06-15'],
	// What a database's DATE column gives: midnight where the process is, in Sao Paulo (`jest.config.js`).
	['new Date(2024, 5, 15)', '2024-06-15'],
	// Clocks leave out this midnight there.
	['new Date(2018, 10, 4)', '2018-11-04'],
	['new Date("2024-06-15T08:20:30Z")', '2024-06-15T10:20:30.000+02:00'],
])('%s is %s in every field', async (code, text) => {
	const workflowSettings = { timezone: 'Europe/Berlin' };
	expect(await wouldSend(form(code), [0], { workflowSettings })).toMatchObject([
		{
			name: text,
			recipients: [{ first_name: text, city: text }],
			custom_fields: [{ tag: text, value: text, more: text }],
			expiration_date: text.slice(0, 10),
			data: { a: text, deep: [{ b: text }] },
		},
	]);
});

it('today is its day', async () => {
	expect(await wouldSend({ name: '={{ $today }}' })).toMatchObject([
		{ name: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
	]);
});
