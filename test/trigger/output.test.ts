/** Which bodies start the workflow, and what becomes of them: simplified, or as they came. */
import { PAYLOAD, callTrigger, refused, started } from './callTrigger';

const simplified = async (body: object | string) => await callTrigger({}, { body });
const asItCame = async (body: object | string) =>
	await callTrigger({ parameters: { simple: false } }, { body });

const ADDED = {
	clientpoint_id: 1234567,
	clientpoint_url: 'https://login.clientpoint.net/v/1234567/AB12CD',
};
const NONE = { clientpoint_id: null, clientpoint_url: null };

it('simplified, it is one flat object', async () => {
	const json = {
		...ADDED,
		Event: 'sent',
		ClientPointId: 1234567,
		Revenue: 500,
		Client: 'ABC Company',
		ViewStatus: 'sent',
		HandDelivered: 0,
		CreatedDate: '2024-06-15 10:20:30',
		WonDate: null,
		OpportunityId: null,
		Status: 'Pending',
		DivisionId: 12,
		CustomFields: { Location: 'Boston', Estimator: null },
		ClientPointLink: 'https://login.clientpoint.net/v/1234567/AB12CD',
	};
	const call = await simplified(PAYLOAD);
	expect(call).toEqual(started(json));
	// In the order in which people look for it.
	expect(Object.keys(call.items?.[0] ?? {})).toEqual(Object.keys(json));
});

it('else it is as it came, with the ID and the link beside it', async () => {
	expect(await asItCame(PAYLOAD)).toEqual(started({ ...ADDED, ...PAYLOAD }));
});

it.each([
	{},
	{ Event: 'new', Data: [1] },
	{ json: { a: 1 }, binary: { b: {} }, error: 'no', pairedItem: 7 },
	JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":2}}'),
	{ clientpoint_id: 'mine', clientpoint_url: 'mine' },
])('%j arrives as it came, simplified or not', async (payload) => {
	const json = { ...NONE, ...payload };
	expect(await simplified(payload)).toEqual(started(json));
	expect(await asItCame(payload)).toEqual(started(json));
});

it.each([
	['ClientPointId', '12345678901234567890', '12345678901234567890'],
	['Revenue', '-0.25', -0.25],
	['Revenue', '1,000', '1,000'],
	['Revenue', '1e3', '1e3'],
	['Revenue', '', null],
	['Revenue', 5, 5],
	['Client', '5', '5'],
	['Client', ' ', null],
	['CustomFields', { Floor: '7', Estimator: '' }, { Floor: '7', Estimator: null }],
])('simplified, %s %j becomes %j', async (name, value, becomes) => {
	const { items } = await simplified({ Data: { [name]: value } });
	expect(items).toMatchObject([{ [name]: becomes }]);
});

it.each([
	['a byte order mark', '\uFEFF{"Event":"sént"}', [{ Event: 'sént' }]],
	['a list', '[{"Event":"a"},{"Event":"b"}]', [{ Event: 'a' }, { Event: 'b' }]],
])('a body with %s is read', async (_, body, payloads) => {
	const items = payloads.map((payload) => ({ ...NONE, ...payload }));
	expect(await asItCame(body)).toEqual(started(...items));
});

it.each([
	['a list of objects and something else', '[{},[]]'],
	['null', 'null'],
	['nothing', ''],
	['half of it', '{"Event": '],
	['a form', 'Event=sent'],
	['a multipart form', null],
	['more levels than n8n can store', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
])('a body that is no JSON object starts nothing: %s', async (_, body) => {
	expect(await callTrigger({}, { body })).toEqual(refused(400, 'The request cannot be read'));
});
