/** What a 2xx reply's body tells, against an oracle that knows what the body was made of. */
import fc from 'fast-check';
import { readVerdict } from '../../nodes/ClientPoint/execution/outcome/verdict';
import { NOT_CARRIED_OUT } from '../support/notCarriedOut';

describe('examples', () => {
	it.each<[string, unknown]>([
		['error: false', { error: false, message: 'ClientPoint created' }],
		['error: null', { error: null, message: 'ClientPoint created' }],
		['a number of six digits for a status', { status: 201000, message: 'ok' }],
		['an id', { id: 1 }],
		['a status that is none of a failure', { status: 'pending', id: 1 }],
		['no error', { errors: [], id: 1 }],
		['code 0', { error_code: 0, data: { id: 1 } }],
		['nothing at all', {}],
		['null', null],
		['a number', 5],
		['a text', 'created'],
		['a list', [1, { a: 2 }]],
		['an id beside what was sent', { id: 1001, request: { success: false } }],
		['a success with an id', { success: true, id: 1001, message: 'The e-mail is invalid' }],
		['an id and how it is', { id: 1001, message: 'Approval pending' }],
		['what was there before', { success: true, message: 'It is already there, already stored' }],
	])('success: %s', (_, body) => expect(readVerdict(body)).toBe('success'));

	it.each<[string, unknown]>([
		['error: true', { error: true }],
		['an error that is a number', { error: 401 }],
		['an error that is an object', { error: { code: 401 } }],
		['errors with a text', { errors: ['x is wrong'] }],
		['an error with a text', { error: 'no such user', data: null }],
		['success: 0', { success: 0 }],
		['success: "false"', { success: 'false' }],
		['Success with a capital, and a message', { Success: false, Message: 'No' }],
		['ok: false', { ok: false }],
		['status: rejected', { status: 'rejected' }],
		['a status of HTTP as text', { status: '422', message: 'Invalid' }],
		['status: error, in a list', [{ status: 'error' }]],
		['a result that is a word', { Result: 'NOK' }],
		['IsSuccess: "False"', { IsSuccess: 'False' }],
		['a failure in a wrapper', { response: { status: 'error' } }],
		['a problem of RFC 9457', { type: 'https://x.example/problem', title: 'Invalid', status: 422 }],
		['a failure with an id of the call', { success: false, request_id: 'abc' }],
		['a name of somebody', { success: false, name: 'Timed Out Ltd' }],
	])('failure: %s', (_, body) => expect(readVerdict(body)).toBe('failure'));

	it.each<[string, unknown]>([
		[
			'status: error beside an id',
			{
				status: 'error',
				message: 'created, but the mail could not be sent',
				data: { clientpoint_id: 1001 },
			},
		],
		['an error beside an id', { error: 'No mail sent', id: 1 }],
		['a code beside an id', { code: 400, id: 1 }],
		['a contradiction', { success: true, error: 'Something' }],
		['success that cannot be read', { success: 'maybe' }],
		['success without a value', { success: null }],
		['a failure told deeper', { request: 1, data: { result: { success: false } } }],
		['words alone', { message: 'The mail could not be sent' }],
		['an error that is empty, which n8n takes for one', { error: {} }],
		['time that ran out', { status: 'timeout' }],
		['a failure beside a link', { success: false, url: 'https://x.example/v/1/abc' }],
		['a server that failed', { status: 500, message: 'Internal' }],
		['words that leave it open', { message: 'exists' }],
		['an id and words of a failure', { id: 1001, message: 'The e-mail is invalid' }],
		['a bare number of HTTP', 500],
		['the same in a list', [404]],
	])('unclear: %s', (_, body) => expect(readVerdict(body)).toBe('unclear'));
});

describe('a status of HTTP, told in the body of a 2xx', () => {
	const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);

	it.each(statuses)('%i', (status) => {
		const bodies = [
			{ status },
			{ code: `${status}` },
			{ error: status },
			{ status_code: status, message: 'No' },
			{ status: `${status} Some Reason` },
			{ data: { statusCode: status } },
		];
		// 429 asks for the same request later.
		const isClear = status === 429 || NOT_CARRIED_OUT.includes(status);
		expect(bodies.map(readVerdict)).toEqual(bodies.map(() => (isClear ? 'failure' : 'unclear')));
	});
});

describe('a failure, by its words', () => {
	it.each([
		'ClientPoint could not be created',
		'Not created: no such user',
		'created_by is unknown',
		'Already exists',
		'Invalid file IDs',
		'assigned_to must be the e-mail of an active user',
		'Email is required',
		'The e-mail address is not valid',
		'No user with this e-mail',
		'Send Recipient Mail must be true or false',
		'send_recipient_mail is not valid',
	])('is clear: %s', (message) =>
		expect([
			readVerdict({ success: false, message }),
			readVerdict({ status: 'error', errors: [message] }),
			readVerdict({ error: message }),
		]).toEqual(['failure', 'failure', 'failure']),
	);

	// No id and no link, and yet it may have been done.
	it.each([
		'ClientPoint created, but the mail could not be sent',
		'Recipient was added. Mail failed',
		'ClientPoint deleted, but the log was not written',
		'Status changed. Mail failed',
		'Saved; notification failed',
		'Created without recipients',
		'ClientPoint created with failed mail',
		'ClientPoint generated. PDF failed',
		'Record made; sending failed',
		'Imported 2 of 3 templates',
		'Failed to import template 5',
		'Template import failed',
		'Queued',
		'Processing',
		'Pending approval',
		'ClientPoint submitted for approval',
		'Mail could not be delivered',
		'Could not send mail to a@x.example: invalid address',
		'SMTP error',
		'Email not sent',
		'E-Mail konnte nicht verschickt werden',
		'Webhook failed',
		'The request timed out',
		'Internal server error',
	])('is open: %s', (message) =>
		expect([
			readVerdict({ success: false, message }),
			readVerdict({ status: 'error', errors: [message] }),
			readVerdict({ error: message }),
			readVerdict({ Result: { Success: 'false', ErrorMessage: message } }),
		]).toEqual(['unclear', 'unclear', 'unclear', 'unclear']),
	);
});

describe('what is hollow, bare or counted', () => {
	it.each<[string, unknown]>([
		['success', { errors: { name: [] } }],
		['success', { errors: [[]], id: 1 }],
		['success', { errors: [{}] }],
		['success', { errors: [null, ''] }],
		['unclear', { error: { message: '' } }],
		['failure', { errors: { name: ['is required'] } }],
		['failure', { errors: [{ code: 5 }] }],
		['unclear', [false]],
		['unclear', [0]],
		['unclear', { data: false }],
		['unclear', { response: { data: [false] } }],
		['unclear', { id: 0 }],
		['unclear', { clientpoint_id: -1 }],
		['success', { id: 1001 }],
		['success', [1, 2]],
		['success', { clientpoint_url: 'https://x.example/v/1/error' }],
		['unclear', { success: false, data: 1001 }],
		['unclear', { success: false, data: '1001' }],
		['unclear', { success: false, result: '1001' }],
		['unclear', { success: false, data: [1001] }],
		['unclear', { success: false, clientpoints: [1001] }],
		['unclear', { success: false, created: 1 }],
		['unclear', { success: false, created: 0 }],
		['failure', { success: false, created: [] }],
		['failure', { success: false, data: 0 }],
		['failure', { success: false, data: null }],
		['failure', { success: false, created: '2024-06-15' }],
		['unclear', { created: 0 }],
		['success', { created: 0, updated: 1 }],
		['unclear', { status: 'exists' }],
	])('%s: %j', (verdict, body) => expect(readVerdict(body)).toBe(verdict));
});

describe('a reply made of', () => {
	const separators = fc.constantFrom('', '_', '-', ' ');
	const spelled = (name: string) =>
		fc.tuple(separators, fc.constantFrom('lower', 'Upper', 'UPPER')).map(([separator, form]) => {
			const words = name.split(' ');
			if (form === 'lower') return words.join(separator);
			if (form === 'UPPER') return words.join(separator).toUpperCase();
			return words.map((word) => word[0].toUpperCase() + word.slice(1)).join(separator);
		});
	const member = (names: string[], values: unknown[]) =>
		fc
			.tuple(fc.constantFrom(...names).chain(spelled), fc.constantFrom(...values))
			.map(([name, value]) => ({ [name]: value }));

	const failure = fc.oneof(
		member(['success', 'is success', 'ok', 'succeeded'], [false, 0, '0', 'false', 'No', 'FALSE']),
		member(['status', 'result', 'state'], ['error', 'Failed', 'FAILURE', 'rejected', 'invalid']),
		member(['status', 'code', 'status code', 'http code'], [400, 404, 422, '403', '422']),
		member(['error', 'errors', 'error message'], ['No such user', ['x is wrong'], { a: ['bad'] }]),
		member(['error', 'has error', 'failed'], [true, 1, 'true']),
	);
	const success = fc.oneof(
		member(['success', 'is success', 'ok'], [true, 1, 'true', 'Yes']),
		member(['status', 'result'], ['ok', 'OK', 'success', 'created', 200, '201']),
	);
	const silent = fc.oneof(
		member(['name', 'company', 'total', 'created at'], ['ABC', 1, null, '2024-06-15']),
		member(['error', 'errors', 'message'], [null, '', false]),
	);
	const thing = fc.oneof(
		member(['id', 'clientpoint id', 'proposal id'], [1, '1001', 567834]),
		member(['link', 'url', 'clientpoint url'], ['https://login.clientpoint.net/v/1/x']),
	);
	const wrapped = (body: fc.Arbitrary<object>) =>
		fc.oneof(
			body,
			body.map((inner) => ({ response: inner })),
			body.map((inner) => ({ result: { data: inner } })),
			body.map((inner) => [inner]),
		);
	const all = (...parts: Array<fc.Arbitrary<object>>) =>
		fc.tuple(...parts).map((members): object => Object.assign({}, ...members));
	const check = (body: fc.Arbitrary<object>, verdict: string) =>
		fc.assert(
			fc.property(wrapped(body), (reply) => expect(readVerdict(reply)).toBe(verdict)),
			{ numRuns: 500 },
		);

	it('a sign of failure and nothing else is a failure', () =>
		check(all(silent, failure), 'failure'));
	it('a sign of failure beside an id or a link is unclear', () =>
		check(all(failure, thing), 'unclear'));
	it('a sign of failure beside one of success is not believed', () => {
		const bothKept = fc
			.tuple(failure, success)
			.map(([bad, good]): [object, number] => [
				Object.assign({}, good, bad),
				Object.keys(good).length + Object.keys(bad).length,
			])
			.filter(([body, count]) => Object.keys(body).length === count)
			.map(([body]) => body);
		check(bothKept, 'unclear');
	});
	it('signs of success are a success, whatever else is there', () =>
		check(all(silent, thing, success), 'success'));
	it('no sign at all is a success', () => check(all(silent, thing), 'success'));
});
