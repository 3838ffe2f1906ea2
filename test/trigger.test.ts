import { startWebhookServer, type WebhookServer } from './support/webhookServer';

let server: WebhookServer;
beforeAll(async () => {
	server = await startWebhookServer();
});
afterAll(() => server.close());
beforeEach(() => {
	server.parameters = {};
	server.started.length = 0;
});

/** The documented payload. */
const PAYLOAD = {
	Event: 'sent',
	Data: {
		ClientPointId: '1234567',
		Revenue: '500.00',
		Client: 'ABC Company',
		ViewStatus: 'sent',
		HandDelivered: '0',
		CreatedDate: '2024-06-15 10:20:30',
		SendDate: '2024-06-15 10:25:00',
		WonDate: null,
		OpportunityId: '',
		Status: 'Pending',
		DivisionId: '12',
		CustomFields: { Location: 'Boston', Estimator: '' },
		ClientPointLink: 'https://login.clientpoint.net/x',
	},
};

async function post(body: unknown, query = '') {
	const response = await fetch(server.url + query, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: response.status, text: await response.text() };
}

it('passes the payload on as it came, and answers 200', async () => {
	expect((await post(PAYLOAD)).status).toBe(200);
	expect(server.started).toEqual([[PAYLOAD]]);
});

it('lets an unknown event and further members pass', async () => {
	const payload = { Event: 'somethingNew', Data: { More: [1] }, Also: true };
	await post(payload);
	expect(server.started).toEqual([[payload]]);
});

it.each([['[1]'], ['"text"'], ['null'], [''], ['{"Event": '], ['Event=sent']])(
	'refuses %j with 400 and starts nothing',
	async (body) => {
		expect(await post(body)).toEqual({
			status: 400,
			text: '{"message":"The body is no JSON object"}',
		});
		expect(server.started).toEqual([]);
	},
);

describe('Secret', () => {
	beforeEach(() => {
		server.parameters = { secret: 's3cret/&ü' };
	});

	it('in the URL lets a request in', async () => {
		expect((await post(PAYLOAD, `?secret=${encodeURIComponent('s3cret/&ü')}`)).status).toBe(200);
		expect(server.started).toHaveLength(1);
	});

	it.each([[''], ['?secret='], ['?secret=wrong'], ['?secret=s3cret/'], ['?other=s3cret']])(
		'refuses %j with 403 and starts nothing',
		async (query) => {
			const { status, text } = await post(PAYLOAD, query);
			expect([status, text]).toEqual([403, '{"message":"The secret is missing or wrong"}']);
			expect(server.started).toEqual([]);
		},
	);
});

describe('filters', () => {
	it.each([
		[{ events: 'sent' }, true],
		[{ events: 'viewed, SENT' }, true],
		[{ events: 'viewed' }, false],
		[{ status: ['pending', 'won'] }, true],
		[{ status: ['won'] }, false],
		[{ viewStatus: ['sent'] }, true],
		[{ viewStatus: ['signed'] }, false],
		[{ events: 'sent', status: ['pending'], viewStatus: ['signed'] }, false],
	])('%j: %s', async (parameters, starts) => {
		server.parameters = parameters;
		expect((await post(PAYLOAD)).status).toBe(200);
		expect(server.started).toHaveLength(starts ? 1 : 0);
	});
});

it('Convert Values gives numbers and null, and leaves dates and IDs of other systems', async () => {
	server.parameters = { convertValues: true };
	await post({ ...PAYLOAD, Data: { ...PAYLOAD.Data, DivisionId: '12345678901234567890' } });
	expect(server.started).toEqual([
		[
			{
				Event: 'sent',
				Data: {
					...PAYLOAD.Data,
					ClientPointId: 1234567,
					Revenue: 500,
					HandDelivered: 0,
					OpportunityId: null,
					DivisionId: '12345678901234567890',
					CustomFields: { Location: 'Boston', Estimator: null },
				},
			},
		],
	]);
});
