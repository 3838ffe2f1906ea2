/** The field that a reply means, by all the ways in which replies name one. */
import {
	fieldAt,
	fieldName,
	knownField,
	rowName,
} from '../../nodes/ClientPoint/transport/fieldName';

const LABELS: Record<string, string> = {
	name: 'Name',
	assigned_to: 'Assigned To',
	send_recipient_mail: 'Send Recipient Mail',
	line2: 'Line 2',
	line2_more: 'Line 2, More',
	email: 'Email',
	recipients: 'Recipients',
};
const labelOf = (key: string) => LABELS[key] ?? key;

it.each([
	['name', 'Name'],
	['body.name', 'Name'],
	['/data/name/', 'Name'],
	['$.name', 'Name'],
	['[name]', 'Name'],
	['..name', 'Name'],
	['1.name', 'Name'],
	['assignedTo', 'Assigned To'],
	['AssignedTo', 'Assigned To'],
	['ASSIGNED_TO', 'Assigned To'],
	['sendRecipientMail', 'Send Recipient Mail'],
	['line2More', 'Line 2, More'],
	['recipients', 'Recipients'],
	['recipients.email', 'Email'],
	['recipients.0.email', 'Recipients, row 1, Email'],
	['recipients.12.email', 'Recipients, row 13, Email'],
	['recipients[1].email', 'Recipients, row 2, Email'],
	['/data/recipients/1/email', 'Recipients, row 2, Email'],
	['$.Recipients[1].Email', 'Recipients, row 2, Email'],
	['people.1.email', 'people, row 2, Email'],
	['recipients.12345.email', 'Email'],
	['recipients.a1.email', 'Email'],
	['recipients.1a.email', 'Email'],
])('%s is %s', (way, name) =>
	expect([knownField(way, labelOf), fieldName(way, labelOf), fieldAt(way, labelOf)]).toEqual(
		Array(3).fill(name),
	),
);

it.each(['', 'colour', 'name.first', 'recipients.1', 'names', 'Email address', '1'])(
	'the form has no field "%s"',
	(way) => expect([knownField(way, labelOf), fieldName(way, labelOf)]).toEqual([undefined, way]),
);

it.each<[unknown, string | undefined]>([
	[['body', 'name'], 'Name'],
	[['body', 'recipients', 1, 'email'], 'Recipients, row 2, Email'],
	[['body', 'other', 'colour'], 'colour'],
	[['a', 'b', 5], '5'],
	[['body', ''], undefined],
	[[], undefined],
	[{ pointer: '/data/name' }, 'Name'],
	[{ pointer: '/data/colour' }, 'colour'],
	[{ parameter: 'name' }, 'Name'],
	[{ other: 'name' }, undefined],
	['colour', 'colour'],
	['/v4/clientpoint/create', undefined],
	['', undefined],
	['Your name', undefined],
	[7, undefined],
	[null, undefined],
])('%j is the way to %s', (way, name) => expect(fieldAt(way, labelOf)).toBe(name));

it('counts rows from 1', () =>
	expect([rowName('recipients', '0', labelOf), rowName('x', '9', labelOf)]).toEqual([
		...['Recipients, row 1', 'x, row 10'],
	]));
