/** A failure told with HTTP 200: words, ids and links that leave open whether the deed was done. */
import { readVerdict } from '../../nodes/ClientPoint/execution/outcome/verdict';
import { inUpperCase } from '../support/upperCase';

/** What these words tell, wherever they stand and however they are written. */
const told = (words: string) => [
	...new Set(
		[words, words.toUpperCase()].flatMap((message) => [
			readVerdict({ success: false, message }),
			readVerdict({ status: 'error', errors: [message] }),
			readVerdict({ error: message }),
			readVerdict({ success: false, data: message }),
			readVerdict({ d: JSON.stringify({ ok: false, Info: message }) }),
		]),
	),
];

describe('words that leave it open', () => {
	it.each([
		'An error occurred',
		'An error has occurred.',
		'Something went wrong',
		'Unknown error',
		'Maximum execution time of 30 seconds exceeded',
		'Lost connection to MySQL server during query',
		'The connection was lost',
		'Network failure',
		'Please retry',
		'Please try again later',
		'Lock wait exceeded',
		'cURL error 28',
		'Allowed memory size of 1 bytes exhausted',
		'Segmentation fault',
		'Integrity constraint violation: 1452',
		'HTTP 500',
		'Error 502',
		'503 from billing',
		'Error after creation',
		'Failed after saving',
		'PDF failed',
		'Could not generate the link',
		'Link generation failed',
		'Document generation failed',
		'Copy failed',
		'Could not clone the template',
		'Sync failed',
		'CRM failed',
		'The workflow could not start',
		'Invitation failed',
		'Finished with errors',
		'Finished with 2 errors',
		'Index failed',
		'Fehler beim Löschen',
		'エラー',
		'Ошибка',
		'La création a échoué',
		'CREATED_BUT_NOT_SENT',
		'saved_with_errors',
		'in_progress',
		'TIMED_OUT',
		'INTERNAL_ERROR',
		'DB_ERROR',
		'SOMETHING_WENT_WRONG',
		'service_unavailable',
		"The ClientPoint was created, the mail couldn't be sent",
		'Please wait while your ClientPoint is prepared',
		'Call to a member function id() on null',
		'Undefined index: template_id in x.php on line 7',
		"Trying to get property 'id' of non-object",
		'Array to string conversion',
		'Division by zero',
		'Object reference not set to an instance of an object.',
		'java.lang.NullPointerException: null',
		"undefined method `id' for nil:NilClass",
		"Cannot read properties of undefined (reading 'id')",
		'TypeError: x is not a function',
		"KeyError: 'id'",
		'list index out of range',
		'No space left on device',
		'Redis error',
		'S3 error',
		'Callback failed',
		'Thumbnail failed',
		'Rollback failed',
		'Failed to write audit log',
		'Error publishing event',
		'Document could not be converted',
	])('%s', (message) => expect(told(message)).toEqual(['unclear']));

	it.each([
		'Invalid recipient',
		'Invalid PDF',
		'Invalid link',
		'Unknown template',
		'ClientPoint not found',
		'Workflow not found',
		'CRM ID is required',
		'No such ClientPoint',
		'No such user: Müller',
		'Division "Köln" is unknown',
		'Assigned To is required',
		'Recipient already exists',
		'Copying is not allowed',
		'Test mode is not allowed',
		'Validation failed',
		'Validation failed with 2 errors',
		'A validation error occurred',
		'Revenue must be at least 500',
		'Revenue 500.5 is not a number',
		'revenue: 500,50 is wrong',
		'Permission denied',
		'You have no access to this template',
		'The expiration date must be after today',
		'Too many recipients',
		"The ClientPoint wasn't created",
		'ClientPoint couldn’t be created: division is unknown',
		"Can't be created",
		"The record hasn't been saved",
		'User must be created first',
		"1 error prohibited this ClientPoint from being saved: Name can't be blank",
		'No active user with that e-mail',
		'Unexpected field: foo',
		'The JSON value could not be converted to System.Double',
		'Status cannot be changed from won to pending',
		'Template not approved',
		'E-mail addresses of this domain are not accepted',
		'Revenue is out of range',
		'ACCESS_DENIED',
		'division_unknown',
		'Authentication failed',
		'Permission error',
		'Parse error',
		'Request failed',
		'Operation failed',
		'Captcha verification failed',
		'Lookup failed',
	])('not: %s', (message) => expect(told(message)).toEqual(['failure']));

	it.each([
		'failed after saving',
		'error in the network',
		'failed with errors',
		'created with error',
		'201 created with errors',
		'HTTP/1.1 500 Internal Server Error',
	])('as a status: %s', (status) => expect(readVerdict({ status })).toBe('unclear'));
});

it.each([
	'in_progress',
	'Processing',
	'queued',
	'PENDING',
	'created successfully',
	'ClientPoint saved',
])('a status of %j leaves a failure open', (status) =>
	expect(readVerdict({ success: false, status })).toBe('unclear'),
);

describe('a failure beside what may have been made', () => {
	it.each<[object]>([
		[{ '@id': '/api/clientpoints/5' }],
		[{ 'dc:id': 5 }],
		[{ client_point: 1001 }],
		[{ cp: 1001 }],
		[{ PrimaryKey: 5 }],
		[{ resource: '/clientpoints/1001' }],
		[{ uri: 'urn:clientpoint:1001' }],
		[{ created: [{ name: 'ABC' }] }],
		[{ id: { $oid: '507f1f77bcf86cd799439011' } }],
		[{ id: { value: 1001 } }],
		[{ _links: { self: { href: '/v4/clientpoint/1001' } } }],
		...['href', 'location', 'link', 'url', 'Location', 'clientpoint_url', 'viewLink'].map(
			(name): [object] => [{ [name]: '/p/1001' }],
		),
		[{ view: 'login.clientpoint.net/p/1' }],
		[{ data: { '1001': { name: 'ABC' } } }],
		[{ '1001': { name: 'ABC' } }],
		...['identifier', 'pk', 'ref', 'reference', 'number', 'cpid', 'CPID', 'slug', 'cp_id'].map(
			(name): [object] => [{ [name]: 'abc-1001' }],
		),
		[{ 'clientpoint.id': 1001 }],
		[{ proposalReference: 'P-7' }],
		[{ data: { value: 1001 } }],
		[{ data: { value: '1001' } }],
		[{ message: 'See https://login.clientpoint.net/p/1001 (no mail)' }],
		[{ message: 'Bad recipient in #1001' }],
		[{ message: 'Bad recipient, ClientPoint 1001' }],
		[{ message: 'Bad recipient (ClientPoint ID: 1001)' }],
		[{ info: { text: 'Proposal #7: bad recipient' } }],
	])('%j', (more) => {
		expect(readVerdict({ success: false, ...more })).toBe('unclear');
		expect(readVerdict({ status: 'error', ...more })).toBe('unclear');
		expect(readVerdict(inUpperCase({ success: false, ...more }))).toBe('unclear');
	});

	it('in a list', () => expect(readVerdict([{ success: false }, 1001])).toBe('unclear'));

	it.each<[unknown]>([
		[{ success: false, errors: { template_id: ['Unknown template'] } }],
		[{ success: false, errors: { clientpoint_id: ['The selected clientpoint_id is invalid.'] } }],
		[{ success: false, clientpoint_id: ['The selected clientpoint_id is invalid.'] }],
		[{ success: false, errors: { template_id: 'invalid' } }],
		[{ success: false, errors: { file_ids: ['required', 'unknown'] } }],
		[{ success: false, message: 'No such ClientPoint: 1001' }],
		[{ success: false, message: 'ClientPoint 1001 not found' }],
		[{ success: false, message: 'ClientPoint 1001 does not exist' }],
		[{ success: false, message: 'The ClientPoint ID 1001 is invalid' }],
		[{ success: false, message: 'Invalid ClientPoint #1001' }],
		[{ success: false, message: 'Recipient #2 is invalid' }],
		[{ success: false, message: 'Error #1045: Access denied' }],
		[{ success: false, message: 'Invalid. See https://docs.clientpoint.net/x' }],
		[{ success: false, errors: { recipients: { '1': ['is required'] } } }],
		[{ success: false, type: 'text/html', file: 'app.php' }],
		[{ success: false, preference: 'red' }],
		[[{ success: false }, 422]],
	])('not: %j', (body) =>
		expect([readVerdict(body), readVerdict(inUpperCase(body))]).toEqual(['failure', 'failure']),
	);
});

it.each<[object]>([
	[{ ref: 'abc' }],
	[{ href: '/p/1001' }],
	[{ note: 'See #1001' }],
	[{ data: { value: 1001 } }],
])('%j alone is no proof that an odd status is good', (more) =>
	expect(readVerdict({ status: 'NG', ...more })).toBe('unclear'),
);
