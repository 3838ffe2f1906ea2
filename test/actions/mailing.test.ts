/** Whom a request mails, as a preview and a run tell it. */
import { create } from '../../nodes/ClientPoint/actions/clientPoint/create';
import { update } from '../../nodes/ClientPoint/actions/clientPoint/update';
import { upsert } from '../../nodes/ClientPoint/actions/recipient/upsert';
import { REQUIRED } from '../support/clientPoint';

const MAIL = { send_recipient_mail: true };
const ID = { clientpoint_id: 1001 };
const rows = (...values: object[]) => ({ recipients: { values } });
const json = (value: unknown) => ({ specifyRecipients: 'json', recipientsJson: value });

const NOBODY = 'Send Recipient Mail is on, and there is no e-mail address: mails nobody';
const TWICE = 'An e-mail address is there more than once, which counts as one person';

const ANN = { email: 'ann@x.example' };
const BOB = { email: 'bob@x.example' };
const SAME = { first_name: 'Ann', email: ' Ann@X.Example ' };

it.each<[string, object, string[]]>([
	['one', rows(ANN), ['Mails 1 person']],
	['two', rows(ANN, BOB), ['Mails 2 people']],
	['one address twice', rows(ANN, SAME), ['Mails 1 person', TWICE]],
	['one address twice in JSON', json([ANN, BOB, SAME]), ['Mails 2 people', TWICE]],
	[
		'rows without an address',
		rows(ANN, { first_name: 'Jo' }, { last_name: 'Doe' }),
		['Mails 1 person', '2 recipients have no e-mail address'],
	],
	[
		'a row without an address alone',
		rows({ first_name: 'Jo' }),
		[NOBODY, '1 recipient has no e-mail address'],
	],
	['no recipients', {}, [NOBODY]],
	['an expression that gave nothing', json(undefined), [NOBODY]],
	['rows of blanks', rows({ email: '', primary: true }), [NOBODY]],
])('Create: %s', (_, recipients, warnings) => {
	const form = { ...REQUIRED, ...recipients };
	expect(create.prepare({ ...form, additionalFields: MAIL }).request.warnings).toEqual(warnings);
	expect(create.prepare(form).request.warnings).toBeUndefined();
});

it.each<[string, object, string[]]>([
	['some', rows(ANN), ['Mails 1 person, and anyone the ClientPoint already has']],
	[
		'none',
		{},
		[
			'Send Recipient Mail is on without an e-mail address here: mails everyone the ClientPoint has',
		],
	],
])('Update: %s', (_, recipients, warnings) => {
	const { request } = update.prepare({ ...ID, ...recipients, updateFields: MAIL });
	expect(request.warnings).toEqual(warnings);
});

it('Create or Update Recipient', () => {
	const { request } = upsert.prepare({ ...ID, ...ANN, additionalFields: MAIL });
	expect(request.warnings).toEqual(['Mails 1 person']);
});

describe('where nobody knows what became of it, a mail may go out twice', () => {
	it.each([
		[
			update.prepare({ ...ID, updateFields: MAIL }),
			'ClientPoint 1001 may have been updated. Look at it before you run this again, or people may be mailed twice.',
		],
		[
			upsert.prepare({ ...ID, ...ANN, additionalFields: MAIL }),
			'ann@x.example may have been added to ClientPoint 1001, or updated there. Look at its recipients before you run this again, or people may be mailed twice.',
		],
	])('%#', ({ inDoubt }, sentence) => expect(inDoubt).toBe(sentence));
});

it('a long name is cut and on one line where a report has it, and quoted where it is searched', () => {
	const { about, inDoubt } = create.prepare({ ...REQUIRED, name: `A "B"\n${'x'.repeat(99)}` });
	expect(about).toBe(`A "B" ${'x'.repeat(53)}…`);
	expect(inDoubt).toContain(`Search ClientPoint for "A \\"B\\"\\n${'x'.repeat(49)}… before`);
});
