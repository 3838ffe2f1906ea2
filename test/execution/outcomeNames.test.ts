/** By which names members tell how it went; and that no name does which only holds such a name. */
import { mayNameThing, namesThing } from '../../nodes/ClientPoint/execution/outcome/namesThing';
import { allSigns, signOf } from '../../nodes/ClientPoint/execution/outcome/signs';
import { textsIn } from '../../nodes/ClientPoint/execution/outcome/texts';

/** Every text of one part followed by one of the next; a part of one entry may be written as it is. */
const joined = (...parts: string[][]): string[] =>
	parts.reduce<string[]>(
		(all, part) => all.flatMap((start) => part.map((end) => start + end)),
		[''],
	);

/** As APIs spell a name, in words with blanks between them. */
const spelled = (name: string) => [
	name.replaceAll(' ', ''),
	name.replaceAll(' ', '_'),
	name.replaceAll(' ', '-').toUpperCase(),
	name.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
];
const MAYBE_IS = ['', 'is ', 'was '];

interface Kind {
	names: string[];
	value: unknown;
	sign: string;
	/** What a name with something before it tells, if that is not nothing. */
	before?: string;
}

const KINDS: Record<string, Kind> = {
	'yes or no': {
		names: joined(MAYBE_IS, [
			...['success', 'succes', 'successful', 'successfully', 'succeeded', 'ok', 'valid'],
		]),
		value: false,
		sign: 'failure',
	},
	'a deed': {
		names: joined(MAYBE_IS, [
			...['created', 'updated', 'added', 'inserted', 'saved', 'done', 'completed'],
			...['accepted', 'processed'],
		]),
		value: false,
		sign: 'undone',
	},
	'what failed of several': {
		names: [
			...['failed items', 'failed x'],
			...joined(
				['error ', 'errors ', 'failure ', 'failures ', 'rejected '],
				['count', 'total', 'items', 'list', 'rows', 'records', 'recipients'],
			),
		],
		value: 1,
		sign: 'partly',
	},
	'what failed of several, whatever stands before': {
		names: ['items failed', 'rows skipped', 'all rejected'],
		value: 1,
		sign: 'partly',
		before: 'partly',
	},
	'that it was done in part': {
		names: joined(MAYBE_IS, ['partial', 'partially', 'partial success']),
		value: true,
		sign: 'partly',
	},
	'that it failed in part': {
		names: joined(MAYBE_IS, ['partial failure']),
		value: true,
		sign: 'partly',
		before: 'unclear',
	},
	'how many failed': {
		names: joined(['num ', 'number ', 'count ', 'total '], ['', 'of '], ['failed']),
		value: 1,
		sign: 'partly',
		before: 'partly',
	},
	'how many errors': {
		names: joined(['num ', 'number ', 'count ', 'total '], ['', 'of '], ['errors', 'failures']),
		value: 1,
		sign: 'partly',
		before: 'failure',
	},
	'that it failed': {
		names: joined(['', 'is ', 'has ', 'was '], ['failed', 'rejected']),
		value: 'no such user',
		sign: 'failure',
		before: 'partly',
	},
	'what is wrong': {
		names: joined(['', 'is ', 'has ', 'was '], ['invalid', 'denied', 'failing']).concat(
			joined(['', 'has '], ['problem', 'problems', 'violation', 'violations']),
		),
		value: 'no such user',
		sign: 'failure',
	},
	'an error, whatever stands before': {
		names: joined(
			['', 'api ', 'has '],
			['err', 'errs', 'error', 'errors', 'failure', 'failures', 'fault', 'faults'],
		),
		value: 'no such user',
		sign: 'failure',
		before: 'failure',
	},
	'what an error is': {
		names: joined(
			['err ', 'error ', 'fault '],
			[
				...['no', 'number', 'code', 'type', 'name', 'msg', 'message', 'messages', 'description'],
				...['detail', 'details', 'text', 'string'],
			],
		),
		value: 'no such user',
		sign: 'failure',
	},
	'an accident': {
		names: ['exception', 'exceptions', 'exception message'],
		value: 'no such user',
		sign: 'unclear',
		before: 'unclear',
	},
	'where an accident was': {
		names: ['stack', 'stack trace', 'back trace'],
		value: 'at x',
		sign: 'unclear',
	},
	'a status': {
		names: joined(
			['', 'http ', 'response ', 'request ', 'api ', 'result ', 'return '],
			['status', 'code', 'status code', 'status text', 'result', 'state', 'outcome', 'ack'],
		),
		value: 'failed',
		sign: 'failure',
	},
	'of what kind a message is': {
		names: joined(['', 'message ', 'response ', 'status '], ['type', 'kind', 'level', 'severity']),
		value: 'error',
		sign: 'failure',
	},
};

describe.each(Object.entries(KINDS))('%s', (_, { names, value, sign, before }) => {
	it.each(names)('%s', (name) => {
		expect(spelled(name).map((each) => signOf(each, value))).toEqual(Array(4).fill(sign));
		expect([signOf(`q ${name}`, value), signOf(`${name} q`, value)]).toEqual([
			before,
			// Whatever begins so tells what failed.
			/^(failed|invalid|rejected)/.test(name) ? 'partly' : undefined,
		]);
	});
});

describe('texts for people', () => {
	const outer = [
		'detail',
		'details',
		'description',
		'title',
		'info',
		'text',
		'notice',
		'note',
		'hint',
	];
	const anywhere = [
		...['message', 'messages', 'msg', 'msgs', 'reason', 'reasons', 'user message', 'q messages'],
		...['info msg', 'error', 'failure'],
		...joined(
			['error ', 'status ', 'response ', 'result ', 'user ', 'api '],
			['text', 'description', 'detail', 'details', 'reason'],
		),
	];
	const atTop = (name: string) => textsIn({ id: 1, [name]: 'words' });
	const within = (name: string) => textsIn({ id: 1, more: { id: 1, [name]: 'words' } });

	it.each(anywhere)('%s, anywhere', (name) => {
		for (const each of spelled(name))
			expect([atTop(each), within(each)]).toEqual([['words'], ['words']]);
		expect([atTop(`${name} q`), within(`${name} q`)]).toEqual([[], []]);
	});
	it.each(outer)('%s, at the top', (name) => {
		expect([atTop(name), within(name)]).toEqual([['words'], []]);
		expect([atTop(`q${name}`), atTop(`${name}q`)]).toEqual([[], []]);
	});
	it.each(['data', 'result', 'response', 'content'])('%s, which is the answer itself', (name) => {
		expect([atTop(name), within(name)]).toEqual([['words'], []]);
		expect([atTop(`q${name}`), atTop(`${name}q`)]).toEqual([[], []]);
	});
	it('what is told is in a wrapper, in a list or by itself', () => {
		expect(
			[{ note: 'words' }, { a: { note: 'words' } }, ['words'], 'words', 5].map(textsIn),
		).toEqual([...[['words'], ['words'], ['words'], ['words'], ['5']]]);
		expect(
			[{ id: 1, data: { label: 'words' } }, { label: 'words' }, null, true].map(textsIn),
		).toEqual(Array(4).fill([]));
	});
	it.each(['q reason', 'q details', 'name', 'label'])('not %s', (name) =>
		expect([atTop(name), within(name)]).toEqual([[], []]),
	);
});

describe('what the user has sent', () => {
	const signs = (name: string) => allSigns({ id: 1, [name]: { success: false } }, true);

	it.each(['custom field', 'custom fields', 'request', 'input', 'payload'])('%s', (name) => {
		expect(spelled(name).map(signs)).toEqual([[], [], [], []]);
		expect([signs(`q ${name}`), signs(`${name} q`)]).toEqual([['failure'], ['failure']]);
	});
});

describe('people, who live in a state', () => {
	const signs = (name: string) => allSigns({ id: 1, [name]: [{ state: 'error' }] });

	it.each(['recipient', 'Recipients'])('%s', (name) => {
		expect(signs(name)).toEqual([]);
		expect([signs(`q${name}`), signs(`${name}q`)]).toEqual([['failure'], ['failure']]);
	});
});

describe('what was made', () => {
	const ID = 'abc-1001';
	const things = ['clientpoint', 'proposal', 'recipient', 'deal', 'deal room', 'room', 'template'];
	const ids = [
		...['id', 'ids', 'uuid', 'guid', 'pin', 'x_id', 'cp-id', 'x-uuid', 'x.guid', 'x pin', 'X_IDS'],
		...['dealId', 'dealIds', 'dealID', 'dealIDs', 'dealUuid', 'dealUUID', 'dealGuid', 'dealGUID'],
		...[
			'dealPin',
			'dealPIN',
			'room2Id',
			'fooID',
			'fooIDs',
			'fooIds',
			'blog_id',
			'reidentifyId',
			'object',
			'recordno',
			'insertid',
			'lastInsertId',
			'new',
		],
		...things.flatMap(spelled),
		...joined(
			['clientpoint', 'Proposal'],
			['_', ' ', '-', ''],
			['id', 'ids', 'pin', 'no', 'number'],
		),
	];
	const perhaps = [
		...['identifier', 'x_identifier', 'pk', 'ref', 'cpid', 'slug', 'number'],
		...['reference', 'deal_reference', 'dealReference', 'dealIdentifier', 'dealRef', 'dealSlug'],
	];
	const none = [
		...[
			'idx',
			'kid',
			'paid',
			'valid',
			'pins',
			'spin',
			'ido',
			'uuids',
			'dealing',
			'newer',
			'number1',
		],
		...[
			'xclientpoint',
			'preference',
			'refs',
			'xref',
			'pks',
			'slugs',
			'phone_number',
			'roomy',
			'avoid',
			'reference_text',
			'dealRefund',
			'dealSluggish',
			'dealIdentifiers',
		],
	];
	const calls = joined(
		['request', 'trace', 'correlation', 'span', 'session', 'log', 'error', 'event', 'incident'],
		['_id'],
	).concat('transactionId', 'RequestId', 'TRACE_ID', 'Session-Id');

	it.each(ids)('%s', (name) =>
		expect([namesThing({ [name]: ID }), mayNameThing({ [name]: ID })]).toEqual([true, true]),
	);
	it.each(perhaps)('perhaps %s', (name) =>
		expect([namesThing({ [name]: ID }), mayNameThing({ [name]: ID })]).toEqual([false, true]),
	);
	it.each([...none, ...calls])('not %s', (name) =>
		expect([namesThing({ [name]: ID }), mayNameThing({ [name]: ID })]).toEqual([false, false]),
	);
});
