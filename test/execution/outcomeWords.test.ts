/** What words, numbers and links in a reply mean; and that what only begins or ends like them does not. */
import { mayNameThing, namesThing } from '../../nodes/ClientPoint/execution/outcome/namesThing';
import { signOf, wordOf } from '../../nodes/ClientPoint/execution/outcome/signs';
import { statusIn } from '../../nodes/ClientPoint/execution/outcome/statuses';
import { readable, stringsIn } from '../../nodes/ClientPoint/execution/outcome/texts';
import { readVerdict } from '../../nodes/ClientPoint/execution/outcome/verdict';
import {
	saysItIsMade,
	tellsOfDeed,
	tellsOfMaking,
} from '../../nodes/ClientPoint/execution/outcome/words';

describe('a value of "success"', () => {
	const success = (value: unknown) => signOf('success', value);

	it.each([
		...[
			true,
			1,
			2,
			10,
			'y',
			'Yes',
			'ok',
			'okay',
			'on',
			'success',
			'successful',
			'succeeded',
			'created',
		],
		...['updated', 'added', 'done', 'ClientPoint created', 'Was saved.', 1404, '4041'],
		...[{ id: 1 }, { success: true }, { a: { status: 'odd' } }, ['x']],
	])('%p says yes', (value) => expect(success(value)).toBe('success'));
	it.each([
		...[false, 0, 'n', 'No', 'off', 'none', 'null', 'nil', 'failed', 'failure', 'fail', 'error'],
		...['ko', 'nok', 'unsuccessful'],
	])('%p says no', (value) => expect(success(value)).toBe('failure'));
	it.each([
		...[
			null,
			undefined,
			'',
			' ',
			{},
			[],
			404,
			'503',
			'yo',
			'noo',
			'donee',
			'xdone',
			'nope',
			'onn',
			'koko',
		],
		...['not created', 'created with an error', 'maybe', 'x7', '7x', [[]], { a: null }],
		...[{ id: 1, error: 'x' }, { id: 1, list: [{ ok: false }] }, { code: 0 }, { partial: true }],
	])('%p says neither', (value) => expect(success(value)).toBe('unclear'));
});

describe('a value of "created"', () => {
	it.each([true, 1, '1', 'true', 9999])('%p: it was', (value) =>
		expect(signOf('created', value)).toBe('success'),
	);
	it.each([false, 0, 'false', '0'])('%p: it was not', (value) =>
		expect(signOf('created', value)).toBe('undone'),
	);
	it.each([null, '', 10000, '01', 'xtrue', 'falsely', '1x', '2024-06-15', [], {}])(
		'%p tells nothing',
		(value) => expect(signOf('created', value)).toBeUndefined(),
	);
});

describe('a value of "errors"', () => {
	it.each([
		...[null, '', 0, '000', 'n', 'No', 'off', 'none', 'null', 'nil', 'NA', 'n/a', false, 'ok'],
		...[
			'okay',
			'success',
			'no errors',
			'No error',
			'0 failures',
			'without any problem',
			'no problems',
		],
		...[[], {}, [[]], { name: [] }, [null, '', false, 0]],
	])('%j: nothing is wrong', (value) => expect(signOf('errors', value)).toBeUndefined());
	it.each([
		...[
			'no such user',
			'x',
			'none of them',
			'okk',
			'na na',
			'01',
			1,
			true,
			'no errors but one',
			['x'],
		],
		...[{ name: ['x'] }, 404, 422, '409', 429, -1, '4042'],
	])('%j is a failure', (value) => expect(signOf('errors', value)).toBe('failure'));
	it.each([500, '503', 408, 'timeout', { success: 'maybe' }])('%j leaves it open', (value) =>
		expect(signOf('errors', value)).toBe('unclear'),
	);
});

describe('a value of "type"', () => {
	it.each(['err', 'Error', 'errors', 'fail', 'FAILED', 'failure', 'fault', 'fatal'])(
		'%s',
		(value) => expect(signOf('type', value)).toBe('failure'),
	);
	it.each(['erro', 'text', 'xerror', 'errory', 'fatally', '', null, 5])('not %p', (value) =>
		expect(signOf('type', value)).toBeUndefined(),
	);
});

describe('the words of a status', () => {
	const told = (status: string) => statusIn(wordOf(status));

	it.each([
		...['err', 'fail', 'ko', 'nok', 'no', 'n', 'not ok', 'false', 'bad', 'conflict', 'duplicate'],
		...['expired', 'forbidden', 'declined', 'refused', 'unsuccessful', 'invalid', 'incorrect'],
		...[
			'unauthorized',
			'unprocessable',
			'unable',
			'unsupported',
			'missing',
			'illegal',
			'malformed',
		],
		...['wrong', 'bad request', 'cannot', 'can not', 'not found', 'not allowed', 'not permitted'],
		...[
			'not valid',
			'not created',
			'not updated',
			'not authorised',
			'not accepted',
			'not acceptable',
		],
		...['not possible', 'not successful', 'not supported', 'NOT_FOUND here', 'InvalidName'],
		...['validation error', 'three errors', 'the call has failed', 'one input failure', 'denied'],
		...[
			'access denied',
			'rejected',
			'required',
			'error 5',
			'failed on row 5',
			'fault x',
			'critical',
		],
	])('%s: a failure', (status) => expect(told(status)).toBe('failure'));
	it.each([
		...[
			'ok',
			'okay',
			'yes',
			'true',
			'success',
			'successful',
			'successfully',
			'succeeded',
			'created',
		],
		...[
			'updated',
			'added',
			'done',
			'complete',
			'completed',
			'200',
			'200 OK',
			'HTTP 200',
			'ok no errors',
			'no errors ok',
			'HTTP/1.1 201 Created',
			'HTTP/2 200',
			'299',
			'0 errors',
			'no problem',
		],
	])('%s: a success', (status) => expect(told(status)).toBe('success'));
	it.each([
		...['unknown', 'exists', 'exist', '-1', '0', '00', 'timeout', 'timed out', 'aborted', '500'],
		...['500 Oops', '408', 'fatal', 'failed with a warning', 'error but saved', 'mail failed'],
		...['partially failed', 'not sent by mail', 'now failing', 'existing problem'],
		...[
			'-10',
			'was not sent',
			'internal',
			'incomplete',
			'unavailable',
			'200 mail',
			'202 not yet',
			'201 created with warnings',
			'no errors but unknown',
		],
		...['failed but it goes on', 'error with one', 'error: row 5 saved'],
	])('%s leaves it open', (status) => expect(told(status)).toBe('unclear'));
	it.each([
		...['yess', 'oks', 'xok', 'xcreate', 'errx', 'kok', 'unknowable', '2000', '20', '4040', '3000'],
		...['existence', 'won', 'pending', '600', '404x', '1200', 'foo 200', 'well known', 'coexist'],
	])('%s is nothing that is known', (status) => expect(told(status)).toBe('strange'));
	it.each(['', 'not sent', 'created now', '1', 'was saved'])('%s tells nothing', (status) =>
		expect(told(status)).toBeUndefined(),
	);
	it.each([404, 422, 429])('a code of HTTP, %i, with words or without', (code) => {
		expect([told(`${code}`), told(`${code} Some Words`)]).toEqual(['failure', 'failure']);
	});
});

it.each([
	['Is_Success', 'is success'],
	['PascalCaseWord', 'pascal case word'],
	['  Two --- words... ', 'two words'],
	['-5', '-5'],
	['- 5', '5'],
	['a-5', 'a 5'],
	['...a', 'a'],
	[`${'x'.repeat(1999)}yz`, `${'x'.repeat(1999)}y`],
	['1.5', '1.5'],
	['Größe', 'größe'],
])('%j is read as %j', (text, word) => expect(wordOf(text)).toBe(word));

describe('that something was done', () => {
	it.each([
		...[
			'created',
			'ClientPoint updated',
			'It was added.',
			'Record inserted',
			'saved',
			'Done',
			'changed',
		],
		...[
			'deleted',
			'removed',
			'trashed',
			'stored',
			'sent',
			'succeeded',
			'Successfully',
			'generated',
		],
		...[
			'built',
			'made',
			'imported',
			'registered',
			'recorded',
			'submitted for approval',
			'submitted to X',
		],
		...[
			'No recipient, but created',
			'not sent, created',
			'failed; saved',
			'Invalid. Created',
			'no: done',
		],
		...[
			'No mail though saved',
			'refused however stored',
			'no mail and saved',
			'no (saved)',
			'no|saved',
		],
	])('%s', (text) => expect(tellsOfDeed(text)).toBe(true));
	it.each([
		...[
			'not created',
			'was never saved',
			'nothing was changed',
			'no record inserted',
			'none was added',
		],
		...['cannot be updated', 'unable to get it done', 'failed to be saved', 'fails when stored'],
		...['failure: no', 'invalid, not created', 'refused to be saved', 'rejected when saved'],
		...[
			'denied: not done',
			'unsaved',
			'was not done',
			'could not be created',
			"couldn't be created",
		],
		...[
			'wasnt created',
			'couldn’t be created',
			'createdx',
			'xcreated',
			'submitted',
			'maker',
			'undone things are not done',
		],
	])('not: %s', (text) => expect(tellsOfDeed(text)).toBe(false));
	it.each([...['ClientPoint already created', 'was deleted', 'has been removed', 'trashed']])(
		'but not by these calls: %s',
		(text) => expect(tellsOfMaking(text)).toBe(false),
	);
	it('by these calls', () => expect(tellsOfMaking('created')).toBe(true));
});

describe('that the thing itself was made', () => {
	it.each([
		...[
			'Saved',
			'Saved, but the mail failed',
			'was created',
			'is stored',
			'were added',
			'are inserted',
		],
		...['has been updated', 'have been saved', 'The ClientPoint was created', 'a recipient added'],
		...['an recipient added', 'Your proposal 1001 has been updated', 'the new record inserted'],
		...['This ClientPoint #7 created successfully', 'Changes saved', 'It was saved with errors'],
		...[
			'successfully created',
			'partially created',
			'partly saved',
			'created partially',
			'New: saved',
		],
		...[
			'Mail failed. ClientPoint created',
			'created though not mailed',
			'created without recipients',
		],
	])('%s', (text) => expect(saysItIsMade(text)).toBe(true));
	it.each([
		...[
			'not saved',
			'No ClientPoint was created',
			'must be created',
			'cannot be saved',
			'thesaved',
		],
		...['the x was created', 'createdx', 'xcreated', 'was created by another', 'ClientPoint 7'],
		...['ClientPoint #x created', 'ClientPoint ##7 created', 'an id was created', 'anew created'],
		...[
			'the recipient',
			'its saved',
			'itsaved',
			'was',
			'partcreated',
			'created apart',
			'mail sent',
		],
		...['created successfullyx', 'successfulcreated', 'ClientPoint7 created', 'until it is saved'],
	])('not: %s', (text) => expect(saysItIsMade(text)).toBe(false));
});

describe('what names something', () => {
	const both = (json: unknown) => [namesThing(json), mayNameThing(json)];
	const SURE = [true, true];
	const PERHAPS = [false, true];
	const NO = [false, false];

	it.each<[unknown]>([
		...[
			1001,
			'1001',
			'abc',
			' 7 ',
			[7],
			{ $oid: 'x7' },
			{ value: 7 },
			{ ID: 7 },
			{ uuid: 'x' },
		].map((id): [unknown] => [{ id }]),
		[{ id: { guid: { id: 7 } } }],
		[{ a: { b: [{ deal_id: 7 }] } }],
		[{ view: 'https://x.example/p' }],
		[{ view: '  HTTP://x.example' }],
		[{ view: 'www.x.example' }],
		[{ message: 'Look at /v/1001/PIN' }],
		[{ subtype: 'https://x.example/p' }],
		[{ types: 'https://x.example/p' }],
		[{ id: 'limit-7' }],
		[{ data: [1404] }],
		[{ ids: [['abc']] }],
		...[
			...['data', 'result', 'response', 'payload', 'created', 'updated', 'added', 'clientpoints'],
			...['proposals', 'recipients', 'deals', 'rooms', 'records', 'objects', 'items'],
		].flatMap((name): Array<[unknown]> => [[{ [name]: 1001 }], [{ [name]: ['7', '8'] }]]),
	])('%j', (json) => expect(both(json)).toEqual(SURE));

	it.each<[unknown]>([
		[{ view: 'Go to https://x.example/p/1' }],
		[{ view: 'x.example/p' }],
		[{ view: 'login.x-y.example/p' }],
		...['href', 'location', 'link', 'url', 'uri', 'viewLink'].map((name): [unknown] => [
			{ [name]: '/p/1' },
		]),
		[{ link: '../p/1' }],
		[{ iri: 'urn:x:7' }],
		[{ resource: '/p/1' }],
		[{ view: 'Go to http://x.example/p/1' }],
		[{ data: { VALUE: 7 } }],
		[{ '1001': { name: 'x' } }],
		[{ data: { '1001': { name: 'x' } } }],
		[[1001]],
		[['7']],
		[{ data: { value: 7 } }],
		['ClientPoint 1001'],
		['clientpoints: 7'],
		['Proposal (ID: 7)'],
		['deal room no. 7'],
		['dealroom #12'],
		['see #1001'],
		['Row 7, #1001'],
		['not so: ClientPoint 7'],
		['Unknown user for ClientPoint 7'],
		['ClientPoint 7: its owner is not active'],
	])('perhaps %j', (json) => expect(both(json)).toEqual(PERHAPS));

	it.each<[unknown]>([
		...[
			0,
			'0',
			'000',
			' 0 ',
			-1,
			'-1',
			null,
			'',
			' ',
			'null',
			'None',
			'n/a',
			true,
			false,
			'true',
		].map((id): [unknown] => [{ id }]),
		...['false', 'no', 'yes', 'taken', 'invalid', 'no such id', 'is unknown', [], {}, [0]].map(
			(id): [unknown] => [{ id }],
		),
		[{ id: { other: 7 } }],
		[{ id: { xid: 7, kind: 'x' } }],
		[{ id: { valued: 7 } }],
		[{ id: { myvalue: 7 } }],
		[{ x_id: { value: null } }],
		[{ x_id: { value: 7, label: 'x' } }],
		[{ id: 'Acme Widget' }],
		[{ data: { myvalue: 7 } }],
		[{ data: { values: 7 } }],
		[{ linked: '/p/1' }],
		[{ link: 'a/p/1' }],
		[{ link: 'not urn:x' }],
		[{ data: 404 }],
		[{ data: 100 }],
		[{ data: '007' }],
		[{ data: '7x' }],
		[{ xdata: 1001 }],
		[{ database: 1001 }],
		[{ more: { value: 1001 } }],
		[{ documentation: 'https://x.example/p/1' }],
		...[
			...['type', 'instance', 'about', 'doc', 'docs', 'documentation', 'documentationUrl', 'help'],
			...[
				'documentation_url',
				'help_url',
				'helpUrl',
				'more_info',
				'moreInfo',
				'info_url',
				'schema',
			],
			...['infoUrl', 'TYPE'],
		].map((name): [unknown] => [{ [name]: 'https://x.example/v/1' }]),
		[{ message: 'See https://docs.x.example/p' }],
		[{ message: 'See https://x.example/help/p' }],
		[{ message: 'See https://support.x.example' }],
		[{ message: 'See https://developer.x.example' }],
		[{ message: 'and/or' }],
		[{ message: 'a.b' }],
		[{ name: '/p/1' }],
		[{ link: 'p' }],
		['no such ClientPoint 7'],
		['No ClientPoint 7'],
		['Unknown proposal 7'],
		['Invalid ClientPoint 7'],
		['missing ClientPoint 7'],
		['ClientPoint 7 is not there'],
		['ClientPoint 7 does not exist'],
		['ClientPoint "7") has expired'],
		['ClientPoint 7 cannot be invalid'],
		['ClientPoint 7 not found'],
		['ClientPoint 7 is locked'],
		['ClientPoint 7 was archived'],
		['ClientPoint 7 deleted'],
		['ClientPoint 0'],
		['#12'],
		...['error', 'code', 'row', 'item', 'line', 'recipient'].map((word): [unknown] => [
			`${word} #1001`,
		]),
		['row#1001'],
		[7],
		[null],
	])('not %j', (json) => expect(both(json)).toEqual(NO));
});

it('JSON in a text is opened, also in a member of the answer', () => {
	expect(readable(' {"a":1}')).toEqual({ a: 1 });
	expect(readable('\n[1]')).toEqual([1]);
	expect(readable({ d: '{"a":1}' })).toEqual({ d: { a: 1 } });
	expect(readable({ d: { e: '[1]' } })).toEqual({ d: { e: [1] } });
	expect(readable({ d: '{"a":1}', e: 2 })).toEqual({ d: { a: 1 }, e: 2 });
	for (const as of ['x {"a":1}', '{"a":', '7', { d: { e: '[1]' }, f: 2 }, ['{"a":1}'], {}, null]) {
		expect(readable(as)).toEqual(as);
	}
});

it.each(['mail_error', 'sms errors', 'webhookFailure', 'notification_error', 'partial_errors'])(
	'"%s" is about what comes after the deed',
	(name) => expect(signOf(name, 'no such user')).toBe('unclear'),
);

it('a code of 0 is one alone', () => {
	expect(['0', '00', '0x', '10'].map((code) => signOf('code', code))).toEqual([
		...['zero', 'zero', 'strange', 'strange'],
	]);
});

it('a reply is read 20 levels deep, and what is deeper may be anything', () => {
	const nested = (levels: number, inner: unknown): unknown =>
		levels === 0 ? inner : { a: nested(levels - 1, inner) };
	const failed = (levels: number) => readVerdict({ success: false, ...Object(nested(levels, {})) });
	expect([failed(19), failed(20)]).toEqual(['failure', 'unclear']);
	const status = (levels: number) => readVerdict(nested(levels, { status: 'failed' }));
	expect([status(19), status(20)]).toEqual(['failure', 'unclear']);
	const inLists = (levels: number): unknown => (levels === 0 ? [] : [inLists(levels - 1)]);
	expect([inLists(19), inLists(20)].map(readVerdict)).toEqual(['success', 'unclear']);
	// A wrapper may hold the answer as a text, which may be deep itself.
	const inText = JSON.stringify({ success: false, ...Object(nested(30, {})) });
	const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
	expect([readVerdict({ d: inText }), readVerdict(deep)]).toEqual(['unclear', 'unclear']);
});

it('every text but links is read', () => {
	const text = 'see https://x.example';
	expect(stringsIn(['http://x.example', 'https://x.example'])).toEqual([]);
	expect(stringsIn(['NotFoundHere', 'NOT_FOUND', 'not.found'])).toEqual([
		...['Not Found Here', 'NOT FOUND', 'not.found'],
	]);
	expect(stringsIn({ a: 'x', b: ['y', { c: text }], d: ' HTTPS:x'.toLowerCase(), e: 5 })).toEqual([
		...['x', 'y', text],
	]);
});

it.each([
	['success', null],
	['success', 'httpx'],
	['success', 7],
	['unclear', 'no'],
	['unclear', false],
	['unclear', -1],
	['unclear', 'failed'],
	['unclear', '500'],
	['unclear', 'timeout'],
	['unclear', 'There was a problem'],
	['unclear', `${' '.repeat(1990)}invalid`],
	['success', `${' '.repeat(2000)}invalid`],
])('%s: a reply that is nothing but %j', (verdict, reply) =>
	expect(readVerdict(reply)).toBe(verdict),
);
