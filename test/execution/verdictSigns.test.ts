/** 2xx replies without a known sign, with an odd one, and with a sign that means nothing. */
import { readVerdict } from '../../nodes/ClientPoint/execution/outcome/verdict';
import { outcomeOf } from '../../nodes/ClientPoint/execution/outcome/outcome';

const ID = { data: { clientpoint_id: 1001 } };

describe('a failure told without a known sign is not done', () => {
	it.each<[unknown]>([
		[{ assigned_to: 'is not an active user' }],
		[{ name: ['This field is required.'] }],
		[{ name: ['This field is required.'], revenue: ['Must be a number.', 'is missing'] }],
		[{ fields: [{ path: 'assigned_to', hint: 'is invalid' }] }],
		[{ recipients: [{ email: 'cannot be blank' }] }],
		[{ failedCount: 1 }],
		[{ failed_count: 1, total: 1 }],
		[{ failed_items: ['x'] }],
		[{ data: { failedRecipients: [{ email: 'a@x.example' }] } }],
		[{ errorCount: 1 }],
		[{ total: 3, number_of_errors: 2 }],
		[{ exceptionMessage: 'Object reference' }],
		[{ stack: 'at x (y.js:1:2)' }],
		[{ stackTrace: ['at x'] }],
		['{"Success":false,"Message":"created, but"}'],
		[{ d: '{"Success":false,"Id":5}' }],
		['[{"status":"error","id":1}]'],
		[{ success: true, id: 5, recipients: [{ error: 'No such user' }] }],
		[{ success: true, recipient: { has_error: true } }],
		[{ message: 'ACCESS_DENIED' }],
		[{ reason: 'NotFound' }],
		[{ data: 'name_required' }],
		[{ message: "Name can't be blank" }],
		[{ message: 'ClientPoint was never created' }],
		[{ message: 'CSRF token mismatch.' }],
		[{ message: 'No query results for model [App\\ClientPoint] 5' }],
		[{ Message: 'No HTTP resource was found that matches the request URI' }],
		[{ message: 'Rate limit reached' }],
		[{ message: 'Please log in' }],
		[{ message: 'Conflict' }],
		[{ message: 'HTTP 403' }],
		[{ message: 'Down for maintenance' }],
		[{ message: 'Deadlock' }],
		[{ message: 'Queued' }],
		[{ message: 'Ein Fehler ist aufgetreten' }],
		[{ message: 'Ошибка' }],
		['"Pending"'],
		[{ invalid_fields: ['name'] }],
		[{ missing: ['name'] }],
		[{ not_found: true }],
		[{ data: { result: { not_found: true } } }],
		[{ more: [{ is: { invalid_template: 5 } }], extra: {} }],
		[{ timed_out: true }],
		[{ blocked: 1 }],
		[{ isDuplicate: true }],
		[{ statusCode: 200, body: '{"success":false}' }],
		[{ status: 'HTTP/1.1 409 Conflict', id: 5 }],
		[{ status: 'HTTP 404', clientpoint_url: 'https://x.example/v/5/a' }],
	])('%j', (body) => expect(readVerdict(body)).toBe('unclear'));

	it.each<[unknown]>([
		[{ violations: [{ propertyPath: 'name', message: 'is blank' }] }],
		['{"Success":false,"Message":"No such user"}'],
		[{ d: '{"Success":false,"Message":"No such user"}' }],
		[{ success: false, error_count: 2, errors: ['a is required', 'b is required'] }],
		[{ success: false, code: 'E42', message: 'No such user' }],
		[{ success: false, status: 'VALIDATION' }],
		[{ alert: { type: 'danger', text: 'No' } }],
		[{ success: false, missing_fields: ['name'] }],
		[{ status: 'HTTP/1.1 422 Unprocessable Content' }],
	])('and refused where that is plain: %j', (body) => expect(readVerdict(body)).toBe('failure'));

	it.each<[object]>([
		[{ failedCount: 1 }],
		[{ failed_items: ['x'] }],
		[{ errorCount: 2 }],
		[{ number_of_errors: 1 }],
		[{ mail_failed: true }],
		[{ recipientsRejected: 1 }],
		[{ invalidRecipients: ['x'] }],
		[{ skipped_templates: [5] }],
		[{ missing_files: [5] }],
		[{ partial: true }],
	])('nor beside a success: %j', (body) => {
		expect(readVerdict({ success: true, ...ID, ...body })).toBe('unclear');
		expect(readVerdict({ success: true, data: { clientpoint_id: 1001, ...body } })).toBe('unclear');
	});
});

describe.each([
	...['NG', 'errored', 'notok', 'no_ok', 'problem', 'skipped', 'maintenance', 'Fehler', 'queued'],
	...['on hold', 7, 30100],
])('a status of %j', (word) => {
	it.each([
		[{ status: word }],
		[{ State: word, message: 'Hello' }],
		[{ response: { state: word } }],
		[{ message: 'Hello', data: { code: word } }],
	])('tells nothing: %j', (body) => expect(readVerdict(body)).toBe('unclear'));
});

describe.each(['eBrochure', 'Won', 'Lost', 'Pending', 'Archive', 'Trash', 30100])(
	'a status of %j',
	(status) => {
		it.each([
			[{ status, id: 1001 }],
			[{ status, clientpoint_url: 'https://login.clientpoint.net/v/1001/x' }],
			[{ status, view: 'https://login.clientpoint.net/p/abc' }],
			[{ status, view: ' www.clientpoint.example/p/abc' }],
			[{ success: true, data: { status } }],
			[{ status, success: true }],
			[{ status, message: 'ok' }],
			[{ status, message: 'ClientPoint updated' }],
		])('is that of what was done: %j', (body) => expect(readVerdict(body)).toBe('success'));
	},
);

describe('a sign that means nothing', () => {
	it.each<[unknown]>([
		[{ code: 0, message: 'success', data: { id: 1001 } }],
		[{ success: true, code: 0, data: { id: 1001 } }],
		[{ success: true, code: '000000' }],
		[{ code: '0', message: 'ok' }],
		[{ resultCode: 0, message: 'Created' }],
		[{ statusCode: '0', clientpoint_id: 1001 }],
		[{ success: true, data: { clientpoint_id: 1001, CustomFields: { Problem: 'Leaky roof' } } }],
		[{ success: true, custom_fields: { error: 'E-4' }, id: 5 }],
		[{ id: 1001, recipients: [{ email: 'a@x.example', state: 'Error' }] }],
		[{ success: true, request: { success: false }, input: { status: 'failed' } }],
		[{ success: true, payload: { ok: false } }],
		[{ success: true, message: 'Already up to date' }],
		[{ success: true, message: 'Recipient was already there and has been updated.' }],
		[{ failedCount: 0, failed_items: [], errorCount: '0', errors: [], id: 1 }],
		[{ stack: null, violations: [], exceptionMessage: '' }],
		['{"success":true}'],
		[{ d: '{"Success":true,"Id":5}' }],
		[{ status: '200 OK' }],
		[{ status: 'HTTP/1.1 201 Created', id: 5 }],
		[{ success: { message: 'Created', id: 5 } }],
		[{ success: [{ id: 5, status: 'Pending' }] }],
		[{ success: 2, failed: 0 }],
		[{ success: true, id: 5, address: { state: 'NO' }, country: { code: 'NO' } }],
		[{ success: true, id: 5, invalidated_at: '2024-06-15', mail_failed: false }],
		[{ statusCode: 200, body: '{"id":5}' }],
		['2 recipients added, 0 failed'],
		[{ message: 'CLIENTPOINT_CREATED' }],
		[{ message: 'ClientPoint created without limit' }],
		[{ success: true, message: 'ClientPoint created. No mail was sent.', id: 5 }],
	])('leaves it done: %j', (body) => expect(readVerdict(body)).toBe('success'));

	it.each<[unknown]>([
		[{ code: 0 }],
		[{ code: 0, message: 'Hello' }],
		[{ status: 0, message: 'success', data: { id: 1001 } }],
		[{ success: 0, data: { id: 1001 } }],
		[{ code: 0, success: false }],
		[{ success: true, message: 'Mail already failed' }],
		[{ success: true, message: 'The template could not be imported' }],
		[{ message: 'Already exists' }],
		[{ payload: { success: false }, trace: 1 }],
		[{ success: { id: 5, status: 'failed' } }],
		[{ success: [{ id: 5 }], failed: [{ name: 'x' }] }],
		[{ success: [] }],
		[{ success: 422 }],
	])('does not where it may mean something: %j', (body) =>
		expect(readVerdict(body)).toBe('unclear'),
	);

	it.each<[unknown]>([
		[{}],
		[[]],
		[[[]]],
		[{ data: {} }],
		[{ data: null }],
		[{ message: 'created' }],
		[{ message: 'Welcome to ClientPoint' }],
		[1001],
		['created'],
		['{x'],
		[{ status: 1 }],
		[{ status: 'created successfully' }],
		[{ name: 'ABC', created_at: '2024-06-15' }],
		[{ documentation: 'https://x.example/errors' }],
	])('as little as nothing does: %j', (body) => expect(readVerdict(body)).toBe('success'));
});

it('gives the link that comes with code 0', () => {
	const body = { code: 0, data: { clientpoint_url: 'https://login.clientpoint.net/v/7/PIN1' } };
	const outcome = outcomeOf(
		{
			kind: 'response',
			status: 200,
			headers: {},
			text: JSON.stringify(body),
			isComplete: true,
		},
		{ safeToRepeat: true },
	);
	expect(outcome).toEqual({ kind: 'done', json: body });
});

it.each<[boolean, string, string]>([
	[true, '1001', 'done'],
	[false, '1001', 'unknown'],
	[false, '[1001]', 'done'],
	[false, '"1001"', 'done'],
	[false, '{"id":1001}', 'done'],
])(
	'a reply whose end is marked (%s): %s is %s, because a number may be cut short',
	(isComplete, text, kind) => {
		const reply = { kind: 'response' as const, status: 200, headers: {}, text, isComplete };
		expect(outcomeOf(reply, { safeToRepeat: false }).kind).toBe(kind);
	},
);
