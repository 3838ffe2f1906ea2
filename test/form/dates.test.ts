/** A date is one text, wherever it stands: its day at midnight of its zone, otherwise ISO with its offset. */
import type { INodeParameters } from 'n8n-workflow';
import { oneItem } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf } = oneItem(sandbox);

/** The date in each text field, each column of rows, and in JSON, which as a value has it too. */
const rows = (code: string): INodeParameters => ({
	name: `={{ ${code} }}`,
	recipients: {
		values: [
			{
				first_name: `={{ ${code} }}`,
				last_name: `={{ [${code}] }}`,
				additionalFields: { city: `={{ ${code} }}` },
			},
		],
	},
	custom_fields: { values: [{ tag: `={{ ${code} }}`, value: `={{ ${code} }}` }] },
	additionalFields: {
		division: `={{ ${code} }}`,
		data: `={{ ({ a: ${code}, deep: [{ b: ${code} }] }) }}`,
	},
});
const json = (code: string): INodeParameters => ({
	name: `={{ [${code}] }}`,
	specifyRecipients: 'json',
	recipientsJson: `={{ [{ first_name: ${code}, fax: ${code} }] }}`,
	specifyCustomFields: 'json',
	customFieldsJson: `={{ [{ tag: ${code}, value: ${code} }] }}`,
});

/** Every text in a value. */
const textsIn = (value: unknown): unknown[] =>
	typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [value];

it.each([
	['DateTime.fromISO("2024-06-15")', '2024-06-15'],
	['DateTime.fromISO("2024-06-15T10:20:30")', '2024-06-15T10:20:30.000+02:00'],
	[
		'DateTime.fromISO("2024-06-15T23:30:00-10:00", { setZone: true })',
		'2024-06-15T23:30:00.000-10:00',
	],
	['new Date("2024-06-14T22:00:00Z")', '2024-06-15'],
	['new Date("2024-06-15")', '2024-06-15'],
	['new Date("2024-06-15T08:20:30Z")', '2024-06-15T10:20:30.000+02:00'],
])('%s is %s in every field', async (code, text) => {
	for (const form of [rows(code), json(code)]) {
		sandbox.reset();
		const { revenue, assigned_to, ...sent } = await bodyOf(form, {
			workflowSettings: { timezone: 'Europe/Berlin' },
		});
		expect([revenue, assigned_to]).toEqual([500.5, 'rep@yourcompany.com']);
		const texts = textsIn(sent).filter((each) => typeof each !== 'boolean');
		expect(texts.length).toBeGreaterThan(4);
		expect(new Set(texts)).toEqual(new Set([text]));
	}
});

it('today is its day', async () => {
	const { name } = await bodyOf({ name: '={{ $today }}' });
	expect(name).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
