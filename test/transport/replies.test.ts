/** What a user reads about a reply: its words, behind the form's labels, and the raw reply beside them. */
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const page =
	'<!doctype html><html><head><title>Bad Gateway</title></head><body><h1>nginx</h1></body></html>';
const at = (body: unknown, status = 422): Fault => ({ status, body });
const DO = 'Nothing was done for this item. Correct what ClientPoint names.';
const LOOK =
	'The ClientPoint may have been created. Search ClientPoint for "ABC Company" before you run this again, or there may be two.';
const CHECK_URL = 'Nothing was done for this item. Check the API Base URL in the credential.';
const CHECK_KEY =
	'Nothing was done for this item. Check the API Key in the credential, and what its user is allowed to do in ClientPoint.';

/** A reply to a Create, what is said about it, and what to do. */
const REPLIES: Array<[Fault, string, string]> = [
	[at({ message: 'Unknown division.' }), '422: Unknown division', DO],
	[at({ error: { code: 'E17', message: 'Unknown division' } }), '422: Unknown division', DO],
	[at({ title: 'Invalid', detail: 'Unknown division' }), '422: Invalid; Unknown division', DO],
	[at({ message: 'No', error: 'No' }), '422: No', DO],
	[at({ data: { msg: 'No', reason: 'Closed' } }), '422: No; Closed', DO],
	[
		at({ message: 'Invalid.', errors: { assigned_to: ['is not active', 'is no user'] } }),
		'422: Assigned To: is not active; Assigned To: is no user; Invalid',
		DO,
	],
	[
		at({ errors: { 'recipients.0.email': ['is taken'], custom_fields: { 1: { tag: 'is odd' } } } }),
		'422: Recipients, row 1, Email: is taken; Custom Fields, row 2, Tag: is odd',
		DO,
	],
	[
		at({ errors: { recipients: [{}, { email: ['is taken'] }] } }),
		'422: Recipients, row 2, Email: is taken',
		DO,
	],
	[
		at({ errors: [{ field: 'assigned_to', message: 'is not active', code: 'x1' }] }),
		'422: Assigned To: is not active',
		DO,
	],
	[at({ errors: [{ param: 'zip_code', msg: 'is odd' }] }), '422: zip_code: is odd', DO],
	[at({ kind: 'X1', n: 7 }, 400), '400: {"kind":"X1","n":7}', DO],
	[at('No\n\u202eway\tat all', 400), '400: No way at all', DO],
	[at(`"${'x'.repeat(400)}"`, 400), `400: ${'x'.repeat(299)}…`, DO],
	[at('', 400), '400', DO],
	[at({ message: 'Invalid API key' }, 401), '401: Invalid API key', CHECK_KEY],
	[at('', 403), '403', CHECK_KEY],
	[at('', 307), '307', CHECK_URL],
	[{ status: 404, body: page }, '404: Bad Gateway nginx', CHECK_URL],
	[
		at('', 407),
		'407',
		'Nothing was done for this item. A proxy asks for a login: check the proxy settings of your n8n.',
	],
	[
		{ status: 429, body: { message: 'Slow down' }, headers: { 'retry-after': '3600' } },
		'429: Slow down',
		'Nothing was done for this item. Wait a while before you run it again.',
	],
	[at({ error: 'Oops' }, 500), '500: Oops', LOOK],
	[at({ success: false, message: 'No' }, 200), '200 and reports a failure: No', LOOK],
	[at({ status: 'error' }, 200), '200 and reports a failure: {"status":"error"}', LOOK],
	[
		at({ message: 'Limit reached' }, 200),
		'200 and names nothing that it created: Limit reached',
		LOOK,
	],
	[at(page, 200), '200 with no JSON: Bad Gateway nginx', LOOK],
];

it('each is told in its own words, with what to do', async () => {
	sandbox.answer((_, { body }) => REPLIES[Number(body.revenue)][0]);
	const { done } = await runNode(sandbox, {
		parameters: { ...REQUIRED, revenue: '={{ $json.number }}' },
		items: REPLIES.map((_, number) => ({ number })),
		settings: { onError: 'continueRegularOutput' },
	});
	const told = done.map(({ json: { error, details } }) => {
		const { description, httpCode } = Object(details);
		return [error, description, httpCode];
	});
	expect(told).toEqual(
		REPLIES.map(([{ status }, words, description]) => [
			`ClientPoint answered ${words}`,
			description,
			`${status}`,
		]),
	);
});

it.each([404, 410])('%i of an Update speaks of the ID', async (status) => {
	sandbox.answer(() => at('', status));
	const { error } = await runNode(sandbox, {
		parameters: { operation: 'update', clientpoint_id: 1001, status: 'won' },
	});
	expect(error?.description).toBe(
		'Nothing was done for this item. Check the ClientPoint ID, then the API Base URL in the credential.',
	);
});

it('says the seconds of a timeout, and where they are set', async () => {
	sandbox.answer(() => ({ delay: 3000, creates: true }));
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, options: { timeout: 1 } },
	});
	expect([error?.message, error?.description]).toEqual([
		'ClientPoint did not reply: nothing came within 1 second (see Timeout, under Options)',
		LOOK.replaceAll('"', '&#34;'),
	]);
});

describe('the raw reply', () => {
	const body = { message: 'No', debug: { line: 7 } };
	const headers = { 'x-request-id': 'r-1', 'x-powered-by': 'PHP' };
	const raw = {
		status: 422,
		headers: {
			'content-type': 'application/json',
			date: expect.any(String),
			'x-request-id': 'r-1',
		},
		body: JSON.stringify(body),
	};
	beforeEach(() => sandbox.answer(() => ({ ...at(body), headers })));

	it('stands in "Error data" of a run that stopped', async () => {
		const { error } = await runNode(sandbox);
		expect(error?.context?.data).toMatchObject({ outcomes: [{ item: 0, response: raw }] });
	});

	it('stands in the details of a failed item', async () => {
		const { failed } = await runNode(sandbox, { settings: { onError: 'continueErrorOutput' } });
		expect(failed[0].json.details).toMatchObject({ outcome: 'refused', response: raw });
	});

	it('is cut after 20,000 characters', async () => {
		sandbox.answer(() => at('x'.repeat(30_000)));
		const { error } = await runNode(sandbox);
		expect(error?.context?.data).toMatchObject({
			outcomes: [{ response: { body: 'x'.repeat(20_000) } }],
		});
	});
});

it.each<[string, unknown, object]>([
	['an object, as it is', { id: 1, deep: { a: [null] } }, { id: 1, deep: { a: [null] } }],
	['a list, wrapped', [1, { a: 2 }], { data: [1, { a: 2 }] }],
	['a number, wrapped', '5', { data: 5 }],
	['without an error that n8n would take for one', { id: 1, error: [] }, { id: 1, error: null }],
])('a success is put out: %s', async (_, body, json) => {
	sandbox.answer(() => at(body, 200));
	const { done } = await runNode(sandbox, { settings: { onError: 'continueErrorOutput' } });
	expect(done.map((item) => item.json)).toEqual([expect.objectContaining(json)]);
});
