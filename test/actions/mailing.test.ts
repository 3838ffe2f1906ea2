/** Whom a request mails, as a preview and a run tell it. */
import { create } from '../../nodes/ClientPoint/actions/clientPoint/create';
import { update } from '../../nodes/ClientPoint/actions/clientPoint/update';
import { upsert } from '../../nodes/ClientPoint/actions/recipient/upsert';
import { REQUIRED } from '../support/clientPoint';

const MAIL = { send_recipient_mail: true };
const ID = { clientpoint_id: 1001 };
const rows = (...values: object[]) => ({ recipients: { values } });
const json = (value: unknown) => ({ specifyRecipients: 'json', recipientsJson: value });

const ANN = { email: 'ann@x.example' };
const BOB = { email: 'bob@x.example' };
const SAME = { first_name: 'Ann', email: ' Ann@X.Example ' };

const creating = (more: object) => create.prepare({ ...REQUIRED, ...more });
const mailed = (recipients: object) => creating({ ...recipients, additionalFields: MAIL });
const updating = (recipients: object) =>
	update.prepare({ ...ID, ...recipients, updateFields: MAIL });
const inviting = upsert.prepare({ ...ID, ...ANN, additionalFields: MAIL });

const NOBODY = 'Send Recipient Mail is on, and there is no e-mail address: mails nobody';
const TWICE = 'An e-mail address is there more than once, which counts as one person';
const EVERYONE =
	'Send Recipient Mail is on without an e-mail address here: mails everyone the ClientPoint has';

it.each([
	['Create, without mail', creating(rows(ANN)), undefined],
	['Create, one', mailed(rows(ANN)), ['Mails 1 person']],
	['Create, two', mailed(rows(ANN, BOB)), ['Mails 2 people']],
	['Create, one address twice', mailed(json([ANN, BOB, SAME])), ['Mails 2 people', TWICE]],
	[
		'Create, rows without an address',
		mailed(rows(ANN, { first_name: 'Jo' }, { last_name: 'Doe' })),
		['Mails 1 person', '2 recipients have no e-mail address'],
	],
	[
		'Create, a row without an address alone',
		mailed(rows({ first_name: 'Jo' })),
		[NOBODY, '1 recipient has no e-mail address'],
	],
	['Create, no recipients', mailed({}), [NOBODY]],
	['Create, rows of blanks', mailed(rows({ email: '', primary: true })), [NOBODY]],
	['Update, one', updating(rows(ANN)), ['Mails 1 person, and anyone the ClientPoint already has']],
	['Update, no recipients', updating({}), [EVERYONE]],
	['Create or Update Recipient', inviting, ['Mails 1 person']],
])('%s', (_, { request }, warnings) => expect(request.warnings).toEqual(warnings));

it('where nobody knows what became of it, a mail may go out twice', () => {
	expect([updating({}).inDoubt, inviting.inDoubt]).toEqual([
		'ClientPoint 1001 may have been updated. Look at it before you run this again, or people may be mailed twice.',
		'ann@x.example may have been added to ClientPoint 1001, or updated there. Look at its recipients before you run this again, or people may be mailed twice.',
	]);
});

it('a long name is cut and on one line where a report has it, and quoted where it is searched', () => {
	const { about, inDoubt } = creating({ name: `A "B"\n${'x'.repeat(99)}` });
	expect(about).toBe(`A "B" ${'x'.repeat(53)}…`);
	expect(inDoubt).toContain(`Search ClientPoint for "A \\"B\\"\\n${'x'.repeat(49)}… before`);
});
