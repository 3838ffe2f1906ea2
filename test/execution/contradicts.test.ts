/** A status that says "not carried out", with a body that may say otherwise. */
import type { Fault } from '../../dev/sandbox/server';
import { LOOK_FIRST, outcomeOf } from '../../nodes/ClientPoint/execution/outcome/outcome';
import { runNode } from '../support/clientPoint';
import { toldOf } from '../support/report';
import { inUpperCase } from '../support/upperCase';
import { useSandbox } from '../support/useSandbox';

const read = (status: number, body: unknown, safeToRepeat = false) =>
	outcomeOf(
		{
			kind: 'response',
			status,
			headers: {},
			text: typeof body === 'string' ? body : JSON.stringify(body),
			isComplete: true,
		},
		{ safeToRepeat },
	);
const inCapitals = (bodies: unknown[]) => [...bodies, ...bodies.map(inUpperCase)];
const STATUSES = [307, 308, 400, 401, 403, 404, 409, 410, 422, 424, 451];

const TELL_OF_A_DEED: unknown[] = [
	{ success: true },
	{ success: true, data: { clientpoint_id: 1001 } },
	{ Result: { Status: 'created' } },
	{ status: 'ok', error: 'Invalid' },
	{ created: true },
	{ message: 'ClientPoint created, but recipient invalid', data: { clientpoint_id: 1001 } },
	{ message: 'Invalid recipient. The ClientPoint was saved', clientpoint_id: 1001 },
	{ error: 'Recipient was already there; ClientPoint created', id: 1001 },
	{ data: { clientpoint_id: 1001 } },
	{ clientpoint_url: 'https://login.clientpoint.net/v/1001/x' },
	{ message: 'Welcome', id: 1001 },
	[{ id: 1001 }],
	{ message: 'Saved, but the mail failed' },
	{ error: 'The ClientPoint was created; recipient 2 is invalid' },
	{ errors: ['ClientPoint #1001 created with errors'] },
	{ failed: [{ email: 'x' }], created: [{ name: 'ABC' }] },
	{ error: 'Invalid recipient, all else stored by us', clientpoint_id: 1001 },
	// Words alone, as JSON and as they are.
	'"ClientPoint created, but the mail failed"',
	'ClientPoint created, but the mail failed',
	' Saved. Recipient 2 is invalid',
	'ClientPoint 1001 was added without recipients',
	'See ClientPoint #1001',
];

const PLAIN: unknown[] = [
	'',
	'<html>No</html>',
	'<!doctype html><style>a { color: #333 }</style><p>Saved</p>',
	'"ClientPoint not created"',
	'ClientPoint was not created',
	'No such ClientPoint: 1001',
	'ClientPoint 1001 already exists',
	'Bad Request',
	'no JSON',
	{},
	[],
	'null',
	'1001',
	{ message: 'No' },
	{ success: false },
	{ success: false, id: 1001 },
	{ errors: { template_id: ['Unknown template'] } },
	{ message: 'No such ClientPoint', clientpoint_id: 1001 },
	{ message: 'ClientPoint is not active', clientpoint_id: 1001 },
	{ message: 'Email is already registered' },
	{ message: 'Email is already registered', recipient_id: 7 },
	{ message: 'Conflict', clientpoint_id: 1001 },
	{ message: 'ClientPoint has been deleted', clientpoint_id: 1001, error: true },
	{ message: 'The file was deleted' },
	{ message: 'Not created: no such user', id: 5 },
	{ message: 'Slow down', account_id: 5 },
	{ message: "ClientPoint wasn't created", id: 1001 },
	{ message: 'ClientPoint 1001 is archived', id: 1001 },
	{ message: 'Key is for another company', company_id: 7 },
	{ message: 'You sent too many requests', user_id: 5 },
	{ message: 'You sent an invalid e-mail', user_id: 5 },
	{ message: 'User must be created first' },
	{ message: 'This key was generated for another account' },
	{ message: 'Only 5 ClientPoints can be created per minute' },
	{ message: 'ClientPoint has been sent and cannot be changed' },
	{ message: 'Already created' },
	{ message: 'Rate limit reached', account_id: 5 },
	{ code: 'NOT_FOUND', clientpoint_id: 1001 },
	{ type: 'https://x.example/problem', title: 'Not Found', status: 404 },
];

describe.each(STATUSES)('%i', (status) => {
	it.each(inCapitals(TELL_OF_A_DEED))('is not believed beside %j', (body) =>
		expect(read(status, body)).toMatchObject({ kind: 'unknown', description: LOOK_FIRST }),
	);
	it.each(inCapitals(PLAIN))('is believed beside %j', (body) =>
		expect(read(status, body).kind).toBe('refused'),
	);
	it.each([...TELL_OF_A_DEED, ...PLAIN])('is refused of what only reads, beside %j', (body) => {
		const { description } = Object(read(status, body, true));
		expect([read(status, body, true).kind, description]).toEqual([
			'refused',
			expect.stringMatching(/^Nothing was done/),
		]);
	});
});

describe('429', () => {
	it.each(TELL_OF_A_DEED)('is not believed beside %j', (body) =>
		expect(read(429, body).kind).toBe('unknown'),
	);
	it.each(PLAIN)('is believed beside %j', (body) => expect(read(429, body).kind).toBe('postponed'));
	it.each(TELL_OF_A_DEED)('is postponed of what only reads, beside %j', (body) =>
		expect(read(429, body, true).kind).toBe('postponed'),
	);
});

describe('in the engine, with the server counting', () => {
	const sandbox = useSandbox();
	const headers = { 'retry-after': '0' };
	const FAULTS: Fault[] = [409, 422, 429, 307].flatMap((status) =>
		[TELL_OF_A_DEED[1], TELL_OF_A_DEED[5]].map((body) => ({ status, body, headers })),
	);

	describe.each(FAULTS)('$status $body', (fault) => {
		it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
			'is created once, %s',
			async (onError) => {
				sandbox.answer(() => ({ ...fault, creates: true }));
				const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
				const result = await runNode(sandbox, { settings: { onError, ...retry } });
				expect(toldOf(result, 1)).toEqual([['unknown']]);
				expect([sandbox.received.length, sandbox.created.length]).toEqual([1, 1]);
			},
		);
	});
});
