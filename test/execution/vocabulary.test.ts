/** The words by which replies tell how it went, in each of their forms; and what only looks like one. */
import * as words from '../../nodes/ClientPoint/execution/outcome/words';
import { statusIn } from '../../nodes/ClientPoint/execution/outcome/statuses';

/** Every text of one part, a blank, and every text of the next. */
const joined = (...parts: string[][]): string[] =>
	parts.reduce(
		(all, part) => all.flatMap((start) => part.map((end) => `${start} ${end}`.trim())),
		[''],
	);
const plural = (...forms: string[]) => forms.flatMap((word) => [word, `${word}s`]);

/** `couldn't`, also as people and programs write it. */
const CONTRACTED = [
	'could',
	'ca',
	'was',
	'were',
	'is',
	'are',
	'does',
	'do',
	'did',
	'has',
	'have',
	'had',
].flatMap((verb) => ["n't", 'n’t', 'nt', 'n t'].map((not) => verb + not));

const MISHAPS = plural('error', 'failure', 'problem');

describe('nothing is wrong', () => {
	it.each([
		...['', '0', '00', 'n', 'no', 'off', 'none', 'null', 'nil', 'na', 'n a', 'false', 'ok', 'okay'],
		...['success', ...joined(['no', '0', 'zero', 'without'], ['', 'any'], MISHAPS)],
	])('"%s"', (text) => expect(words.NOTHING_WRONG.test(text)).toBe(true));
	it.each([
		'x',
		'01',
		'xno',
		'nox',
		'no x',
		'no errors x',
		'x no errors',
		'any errors',
		'successx',
	])('not "%s"', (text) => expect(words.NOTHING_WRONG.test(text)).toBe(false));
	it.each(joined(['no', '0', 'zero', 'without'], ['', 'any'], [...MISHAPS, 'failed']))(
		'so much of it: %s',
		(text) => expect(`a ${text} b`.replace(words.NONE_WRONG, '')).toBe('a  b'),
	);
});

it.each([
	...['1', 'y', 'yes', 'ok', 'okay', 'on', 'true', 'success', 'successful', 'succeeded', 'created'],
	...['updated', 'added', 'done'],
])('%s is yes', (word) =>
	expect([word, `x${word}`, `${word}x`].map((each) => words.YES.test(each))).toEqual([
		...[true, false, false],
	]),
);
it.each([
	...['0', 'n', 'no', 'off', 'false', 'none', 'null', 'nil', 'failed', 'failure', 'fail', 'error'],
	...['ko', 'nok', 'unsuccessful'],
])('%s is no', (word) =>
	expect([word, `x${word}`, `${word}x`].map((each) => words.NO.test(each))).toEqual([
		...[true, false, false],
	]),
);
it.each([...['err', 'error', 'errors', 'fail', 'failed', 'failure', 'fault', 'fatal', 'danger']])(
	'%s is a bad kind',
	(word) =>
		expect([word, `x${word}`, `${word}x`].map((each) => words.BAD_KINDS.test(each))).toEqual([
			...[true, false, false],
		]),
);
it.each([
	...['ok', 'okay', 'yes', 'true', 'success', 'successful', 'successfully', 'succeeded', 'created'],
	...['updated', 'added', 'done', 'complete', 'completed'],
])('%s is a success', (word) =>
	expect([word, `x${word}`, `${word}x`].map((each) => words.SUCCESS_WORDS.test(each))).toEqual([
		...[true, false, false],
	]),
);

describe('a status of failure', () => {
	const alone = [
		...['err', 'fail', 'ko', 'nok', 'no', 'n', 'not ok', 'false', 'bad', 'fatal', 'critical'],
		...['conflict', 'duplicate', 'expired', 'forbidden', 'declined', 'refused', 'unsuccessful'],
	];
	const first = [
		...['invalid', 'incorrect', 'unauth', 'unauthorized', 'unprocessable', 'unable', 'missing'],
		...['unsupported', 'illegal', 'malformed', 'wrong', 'bad request', 'cannot', 'can not'],
		...joined(
			['not'],
			[
				...[
					'found',
					'allowed',
					'permitted',
					'valid',
					'created',
					'updated',
					'authori',
					'authorised',
				],
				...['accepted', 'acceptable', 'possible', 'successful', 'supported'],
			],
		),
	];
	const last = [
		...['err', 'error', 'errors', 'fail', 'failed', 'failure', 'failures', 'fault', 'denied'],
		...['rejected', 'invalid', 'refused', 'required'],
	];
	const is = (text: string) => words.FAILURE_WORDS.test(text);

	it.each(alone)('%s, alone', (text) => {
		expect([text, `x${text}`, `${text}x`].map(is)).toEqual([true, false, false]);
	});
	it.each(first)('%s, and whatever comes behind', (text) => {
		const open = /auth(ori)?$|authorised|authorized/.test(text);
		expect([text, `${text} of it all`, `x${text}`, `${text}x`].map(is)).toEqual([
			...[true, true, false, open],
		]);
	});
	it.each(last)('%s, behind four words at most', (text) => {
		const before = ['', 'some ', 'four words of it ', 'these are five words of it '];
		expect(before.map((start) => is(start + text))).toEqual([true, true, true, false]);
		expect([is(`${text}x`), is(`some,${text}`)]).toEqual([false, false]);
	});
	it.each(['err', 'error', 'fail', 'failed', 'failure', 'fault', 'denied', 'rejected'])(
		'%s, before whatever there is',
		(text) => expect([`${text} of it all`, `x${text} of it`].map(is)).toEqual([true, false]),
	);
});

describe('an accident', () => {
	it.each([
		...['internal', 'server', 'timeout', 'timeouts', 'time out', 'timed out', 'aborted'],
		...['canceled', 'cancelled', 'partial', 'partially', 'incomplete', 'warning', 'warnings'],
		...['unhandled', 'uncaught', 'unexpected thing', 'unexpected', 'exception', 'exceptions'],
		...['fatal', 'crash', 'crashed', 'unavailable', 'overload', 'overloaded', 'try again', 'retry'],
		...[
			'sql',
			'sqlstate',
			'database',
			'db',
			'deadlock',
			'gateway',
			'upstream',
			'an error occurred',
		],
		...['error occured', 'unknown error', 'went wrong', 'execution time', 'lock wait', 'network'],
		...joined(['an error'], ['has', 'have', 'was', 'were'], ['happened']),
		...['errors encountered', 'socket', 'curl', 'lost connection', 'out of memory'],
		...['allowed memory', 'connection lost', 'connection was reset', 'connection is refused'],
		...joined(['connection'], ['closed', 'failed', 'broken', 'timed', 'error']),
		...['typeerror', 'keyerror', 'rangeerror', 'attributeerror', 'indexerror', 'nameerror'],
		...['reference error', 'referenceerror', 'runtime error', 'runtimeerror', 'zerodivisionerror'],
		...['zero division error', 'zero divisionerror', 'nullpointerexception', 'undefined index'],
		...joined(['undefined'], ['variable', 'offset', 'array', 'property', 'method', 'function']),
		...['undefined constant', 'of undefined', 'of null', 'of nil', 'of non-object'],
		...['call to a member', 'call to undefined', 'on null', 'null pointer', 'nil pointer'],
		...['object reference', 'not a function', 'division by zero', 'string conversion', 'stack'],
		...['panic', 'index out of range', 'disk', 'space left', 'rollback', 'commit'],
		...['segmentation fault', 'segfault', 'integrity constraint', 'constraint violation'],
		...['technical', 'temporary', 'temporarily', 'maintenance', 'not responding', 'no response'],
	])('%s', (text) => expect(words.ACCIDENT.test(text)).toBe(true));
	it.each([
		...['', 'internally', 'servers', 'daytime out', 'partly', 'warned', 'unexpectedly', 'crush'],
		...joined(
			['unexpected'],
			['field', 'key', 'name', 'param', 'params', 'parameter', 'property', 'attribute', 'member'],
		),
		...['unexpected argument', 'unexpected value', 'fatally', 'mysql', 'sq', 'dbs', 'terror'],
		...[
			'validation error occurred',
			'the error',
			'type error',
			'validationexception',
			'exceptional',
			'networks',
		],
		...['connection', 'my type errors', 'undefined', 'stacks', 'disks', 'commits', 'temporar'],
		...['technically', 'of nilpotent', 'on nullable', 'segment fault'],
	])('not "%s"', (text) => expect(words.ACCIDENT.test(text)).toBe(false));
});

describe('a deed', () => {
	const deeds = [
		...['created', 'updated', 'added', 'inserted', 'saved', 'done', 'completed', 'changed'],
		...['deleted', 'removed', 'trashed', 'stored', 'sent', 'succeeded', 'success', 'successful'],
		...['successfully', 'generated', 'built', 'made', 'imported', 'registered', 'recorded'],
		...['submitted for', 'submitted to'],
	];
	it.each(deeds)('%s', (deed) => {
		const told = [deed, `it was ${deed} now`, deed.toUpperCase(), `x${deed}`, `${deed}x`];
		expect(told.map(words.tellsOfDeed)).toEqual([
			...[true, true, true, false, deed.startsWith('success')],
		]);
	});
	const negations = [
		...['no', 'not', 'never', 'nothing', 'none', 'cannot', 'unable', 'fail', 'failed', 'fails'],
		...[
			'failure',
			'invalid',
			'refused',
			'rejected',
			'denied',
			'unknown',
			'must',
			'should',
			'to be',
		],
		...['from being', 'until', 'unless'],
		...CONTRACTED,
		...["mustn't", 'shouldnt', "wouldn't", 'wont'],
	];
	it.each(negations)('not after "%s"', (negation) => {
		const told = [`${negation} created`, `it ${negation} be created`, `${negation} a: created`];
		expect(told.map(words.tellsOfDeed)).toEqual([false, false, true]);
		// What comes before it is told.
		expect(words.tellsOfDeed(`created, ${negation}`)).toBe(true);
		expect(words.tellsOfDeed(`saved ${negation}`)).toBe(true);
	});
	it.each([
		'.',
		',',
		';',
		':',
		'!',
		'?',
		'|',
		'(',
		')',
		'\n',
		' but ',
		' though ',
		' however ',
		' and ',
	])('%j parts what is denied from what is told', (sign) => {
		expect(words.tellsOfDeed(`not this${sign}created`)).toBe(true);
		expect(words.tellsOfDeed(`created${sign}not this`)).toBe(true);
	});
	it.each([
		...['already created', 'deleted', 'removed', 'trashed', 'made too', 'sent too', 'made a call'],
		...['sent an x', 'sent 5', 'made 55 calls', 'already created, already saved', 'ALREADY saved'],
	])('is not one of these calls: %s', (text) => expect(words.tellsOfMaking(text)).toBe(false));
	it.each(['made', 'sent', 'made the link', 'sent 5x', 'made any', 'readyalready saved'])(
		'is one of these calls: %s',
		(text) => expect(words.tellsOfMaking(text)).toBe(true),
	);
});

describe('the thing itself was made', () => {
	const things = ['clientpoint', 'recipient', 'proposal', 'record', 'changes', 'it'];
	const verbs = ['was', 'were', 'is', 'are', 'has been', 'have been'];
	it.each([
		...['created', 'inserted', 'added', 'updated', 'saved', 'stored', 'partially created'],
		...joined(['the', 'your', 'a', 'an', 'this', 'new', 'the new'], ['record saved']),
		...joined(things, ['saved', '7 saved', '#7 saved', '#71 saved', '71 saved']),
		...joined(verbs, ['saved']),
		...['successfully saved', 'partly saved', 'part-way, saved', 'saved successfully'],
		...['saved partially', 'saved with', 'saved with errors', 'saved with a problem or two'],
	])('%s', (text) => expect(words.saysItIsMade(text)).toBe(true));
	it.each([
		...['', 'the', 'it', 'other saved', 'a file saved', 'itsaved', 'record # saved', 'savedx'],
		...['saved by others', 'part saved', 'saved part', 'has saved', 'an7 saved'],
	])('not: %s', (text) => expect(words.saysItIsMade(text)).toBe(false));
	it('before a negation', () => expect(words.saysItIsMade('saved not')).toBe(true));
});

describe('what leaves it open', () => {
	it.each([
		// What comes after the deed.
		...['send', 'sending', 'deliver', 'delivery', 'delivering', 'smtp', 'notif', 'notification'],
		...['webhook', 'webhooks', 'sms', 'import', 'importing', 'upload', 'uploading', 'attach'],
		...['attachment', 'approval', 'approv', 'processing', 'pending', 'in progress', 'please wait'],
		...['preparing', 'queue', 'queued', 'schedule', 'scheduled', 'generat', 'generating', 'render'],
		...['rendering', 'after creation', 'post save', 'postsave', 'since the insertion'],
		...joined(['during the', 'while'], ['updating', 'adding', 'making', 'commit', 'storing']),
		...['after the record', 'while writ'],
		// A status of the server.
		...['500', 'http 503', 'error: 599', 'status 502.', '(504)', 'code 500, sorry'],
		// What may come after it.
		...[
			'mail',
			'gmail',
			'e-mails',
			'dispatch',
			'dispatching',
			'convert',
			'converting',
			'conversion',
		],
		...plural('pdf', 'log', 'event', 'callback', 'trigger', 'thumbnail', 'preview', 'workflow'),
		...['audit', 'cache', 'caching', 'publish', 'publishing', 'finaliz', 'finalising', 'history'],
		...joined(['link', 'document', 'file', 'proposal', 'page'], ['generation', 'creation']),
		...['analytics', 'copy', 'copies', 'copied', 'copying', 'clone', 'cloned', 'cloning', 'sync'],
		...['syncing', 'crm', 'invit', 'invitation', 'index', 'indexing'],
		...joined(['with'], ['', 'some'], plural('error', 'failure', 'problem'), ['now']),
		// A step of the API's own that failed.
		...['redis failed', 'redis failure', 'redis error', 'redis error!', 'redis failed .'],
		// Words that nobody here can read.
		...['Größe', 'ошибка', '失敗'],
	])('%s', (text) =>
		expect([words.leaveOpen(text), words.leaveOpen(text.toUpperCase())]).toEqual([true, true]),
	);
	it.each([
		...['', 'sender', 'resend', 'not approved', 'to pending', 'from pending'],
		...['be pending', 'or pending', 'prepar', 'queues', 'schedules', 'smtps', 'notice'],
		...[
			'1500',
			'5000',
			'$500',
			'€500',
			'£500',
			'1,500',
			'1.500',
			'500.5',
			'500,00',
			'a500',
			'4500',
		],
		...joined(
			['500'],
			[
				...['revenue', 'amount', 'number', 'digit', 'character', 'value', 'must', 'valid', 'least'],
				...['most', 'limit', 'than', 'between', 'id'],
			],
		),
		...['convert to', 'pdfx', 'logging', 'eventual', 'triggered', 'cached', 'copyright', 'clones'],
		...['without errors', 'with an odd', 'with erroneous'],
		// A value that is not taken.
		...joined(
			['pdf'],
			[
				...['invalid', 'format', 'required', 'missing', 'blank', 'empty', 'must', 'unknown'],
				...['not found', 'not a file', 'not an image', 'not active', 'not known', 'not allowed'],
				...['not accepted', 'not approved', 'not published', 'no user', 'no such recipient'],
				...['no workflow', 'no template', 'no document', 'exists'],
			],
		),
		'send_recipient_mail, send recipient mail',
		// The call, its check, what was sent or who sent it.
		...joined(
			[
				...['validation', 'auth', 'login', 'log in', 'permission', 'access', 'check', 'param'],
				...['argument', 'input', 'format', 'syntax', 'parsing', 'schema', 'constraint'],
				...['condition', 'request', 'call', 'creation', 'adding', 'update', 'saving', 'insert'],
				...['edit', 'query', 'lookup', 'look up', 'client', 'user', 'account', 'session', 'key'],
				...['token', 'signature', 'quota', 'limit', 'license', 'licence', 'plan', 'operation'],
				...[
					'action',
					'process',
					'verification',
					'captcha',
					'cors',
					'json',
					'data',
					'field',
					'name',
				],
				...['date', 'revenue', 'template', 'division', 'tag'],
			],
			['failed'],
		),
		...['failed', 'error', 'redis error 5', 'redisfailed'],
		// Said to be refused, by words that can be read.
		...joined(
			['ñ'],
			[
				...['valid', 'required', 'missing', 'blank', 'must', 'not', 'no', 'never', 'unknown'],
				...['exist', 'exists', 'already', 'denied', 'refused', 'rejected', 'forbidden', 'expired'],
				...['unsupported', 'wrong', 'duplicate', 'cannot', 'too many', 'too long', 'too large'],
				'too short',
			],
		),
		...['naïve but valid', '½ ° – „x“ 👍'],
	])('not: %s', (text) => expect(words.leaveOpen(text)).toBe(false));
});

describe('words of failure', () => {
	const fails = [
		...plural('error', 'failure', 'fault', 'problem', 'exception', 'duplicate'),
		...['errored', 'fail', 'failed', 'fails', 'failing', 'invalid', 'incorrect', 'inactive'],
		...['denied', 'refused', 'rejected', 'declined', 'forbidden', 'unauth', 'unauthorised'],
		...['unsuccessful', 'unsuccessfully', 'unable', 'unsupported', 'unknown', 'undefined'],
		...['unexpected', 'unprocessed', 'unprocessable', 'unavailable', 'unrecognized'],
		...[
			'unrecognised',
			'missing',
			'expired',
			'wrong',
			'already',
			'illegal',
			'malformed',
			'blocked',
		],
		...['disabled', 'suspended', 'locked', 'exceed', 'exceeds', 'exceeded', 'timeout', 'time out'],
		...['time-out', 'timed out', 'timedout'],
		...joined(['too'], ['many', 'long', 'large', 'big', 'short', 'late']),
		...CONTRACTED,
		...["mustn't", "shouldn't", 'wouldnt', 'wont', 'cannot', 'not', 'never', 'nothing', 'required'],
		...joined(['no'], ['such', 'clientpoint', 'recipient', 'user', 'valid', 'active', 'api']),
		...['must be', 'prohibited', 'prevented', 'mismatch', 'throttled', 'skipped', 'aborted'],
		...joined(
			['bad'],
			['key', 'api key', 'token', 'data', 'value', 'input', 'param', 'params', 'request'],
		),
		...['fehler', 'erreur', 'error', 'errore', 'fout', 'sorry', 'oops', 'try again'],
		...joined(['please'], ['provide', 'check', 'enter', 'specify', 'contact', 'use']),
	];
	const is = (text: string) => words.FAILURE_IN_WORDS.test(text);

	it.each(fails)('%s', (text) => {
		expect([text, `a ${text} b`, text.toUpperCase()].map(is)).toEqual([true, true, true]);
		// What may have anything behind it.
		const isOpen = /^(unauth\w*|unsuccessful\w*|unprocess\w+|bad params?|no .*)$/.test(text);
		expect([`q${text}`, `${text}q`].map(is)).toEqual([false, isOpen]);
	});
	it.each(joined(['no', 'without', 'without any', 'zero', '0'], MISHAPS))('none: %s', (text) =>
		expect(is(`it had ${text}`)).toBe(false),
	);
	it.each(['no file', ' no file', '- No file', '"No Data"'])('no such thing: %s', (text) =>
		expect(is(text)).toBe(true),
	);
	it.each([
		...joined(
			['no'],
			[
				...plural('error', 'problem', 'failure', 'issue', 'warning', 'change'),
				...['further', 'more', 'of', '7'],
			],
		),
		...['x no file', 'nobody', 'all is well', 'default', 'notes', 'known'],
	])('not: %s', (text) => expect(is(text)).toBe(false));
});

describe('words of a refusal', () => {
	it.each([
		...['failed', 'conflict', 'gone', 'exists', 'unprocessable', 'precondition', 'mismatched'],
		...['limit', 'slow down', 'throttling', 'quota', 'too many', 'busy', 'another', 'different'],
		...['belongs', 'revoked', 'deactivated', 'retired', 'canceled', 'cancelled', 'interrupted'],
		...['rolled back', 'discarded', 'ignored', 'upgrade', 'taken', 'empty', 'blank'],
		...joined(['is', 'was', 'been'], ['archived', 'trashed', 'closed', 'signed']),
		...['please login', 'please log in', 'please sign in', 'retry', 'wait', 'later'],
	])('%s', (text) =>
		expect([text, text.toUpperCase()].map((each) => words.REFUSAL_IN_WORDS.test(each))).toEqual([
			...[true, true],
		]),
	);
	it.each(['', 'welcome', 'bygones', 'archived', 'waiter', 'lately', 'x'])('not: %s', (text) =>
		expect(words.REFUSAL_IN_WORDS.test(text)).toBe(false),
	);
});

it('a name of what comes after the deed is one anywhere in it', () =>
	expect(
		['mail', 'notif', 'webhook', 'sms', 'partial', 'warn', 'xmailx'].map((name) =>
			words.ASIDE.test(name),
		),
	).toEqual(Array(7).fill(true)));

it('a status with fewer failures than none is a success', () =>
	expect(['done no failed', 'created without any problems'].map(statusIn)).toEqual([
		...['success', 'success'],
	]));
