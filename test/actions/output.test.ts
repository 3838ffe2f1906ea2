/** The ID and the link at the top of what is put out, whatever ClientPoint answers. */
import type { IDataObject } from 'n8n-workflow';
import { examples } from '../contract';
import { named } from '../support/prepare';

const LINK = 'https://rooms.example/v/1011/AB12';

/** What an operation puts out for a reply; the ClientPoint of the examples is 1234567. */
function outputOf(name: string, reply: IDataObject) {
	const [, operation] = named.find(([each]) => each === name) ?? [];
	return operation?.prepare(examples[name].form).output(reply, undefined);
}

describe('Create reads the ID off the reply', () => {
	it.each<[string, IDataObject, unknown, unknown]>([
		['from nothing', {}, null, null],
		['nowhere', { success: true, message: 'Created' }, null, null],
		['at the top', { clientpoint_id: 1011 }, 1011, null],
		['as digits', { clientpoint_id: '1011' }, 1011, null],
		['in other spellings', { ClientPointId: '1011' }, 1011, null],
		['by its old name', { proposal_id: 1011 }, 1011, null],
		[
			'in what wraps the answer',
			{ Data: { clientpointId: 1011, clientpoint_url: LINK } },
			1011,
			LINK,
		],
		['in one entry of a list', { data: [{ clientpoint_id: 1011 }] }, 1011, null],
		['in wrappers of wrappers', { response: { result: { id: '1011' } } }, 1011, null],
		['not in one of several entries', { data: [{ id: 1011 }, { id: 1012 }] }, null, null],
		['not in what else there is', { user: { id: 7 }, data: { owner: { id: 8 } } }, null, null],
		['named, before a mere id', { id: 7, data: { clientpoint_id: 1011 } }, 1011, null],
		['off its link, before a mere id', { id: 7, data: { href: LINK } }, 1011, LINK],
		['by a mere id', { status: 'ok', id: 1011 }, 1011, null],
		[
			'with the link to it, not to another',
			{ id: 1, clientpoint_id: 1012, href: LINK },
			1012,
			null,
		],
		[
			'beside a blank of that name',
			{ clientpoint_id: null, clientpoint_url: '', id: 1011 },
			1011,
			null,
		],
		['in a form of its own', { clientpoint_id: 'CP-1011', clientpoint_url: 0 }, 'CP-1011', 0],
		[
			'beyond what a number holds',
			{ clientpoint_id: '7615917337495251231' },
			'7615917337495251231',
			null,
		],
	])('%s', (_, reply, clientpoint_id, clientpoint_url) => {
		expect(outputOf('clientPoint.create', reply)).toEqual({
			...reply,
			clientpoint_id,
			clientpoint_url,
		});
	});
});

describe.each(['clientPoint.update', 'recipient.upsert'])('%s knows the ID', (name) => {
	it.each<[string, IDataObject, unknown, unknown]>([
		['and says it without a reply', {}, 1234567, null],
		['whatever else the reply names', { id: 7, data: { clientpoint_id: 8 } }, 1234567, null],
		['and takes no link to another', { href: LINK }, 1234567, null],
		['and overwrites no member of that name', { clientpoint_id: 9 }, 9, null],
	])('%s', (_, reply, clientpoint_id, clientpoint_url) => {
		expect(outputOf(name, reply)).toEqual({ ...reply, clientpoint_id, clientpoint_url });
	});
});

it('the members of a reply stay in their order, behind the two', () => {
	const reply = { success: true, clientpoint_id: 1011, data: { a: 1 }, clientpoint_url: LINK };
	expect(Object.keys(outputOf('clientPoint.create', reply) ?? {})).toEqual([
		'clientpoint_id',
		'clientpoint_url',
		'success',
		'data',
	]);
});
