/** @jest-environment node */
/** Which bodies start the workflow, and that they arrive. */
import { PAYLOAD, RECEIVED, answer, useTrigger } from './useTrigger';

const trigger = useTrigger();
/** Without what the trigger adds to a payload; output.test.ts is about that. */
const ADDED = ['clientpoint_id', 'clientpoint_url'];
const payloads = () =>
	trigger
		.started()
		.map((items) =>
			items.map(({ json }) =>
				Object.fromEntries(Object.entries(json).filter(([name]) => !ADDED.includes(name))),
			),
		);
beforeEach(() => trigger.set({ simple: false }));

it('passes the payload on, and answers with what is always the same', async () => {
	expect(await trigger.post(PAYLOAD)).toEqual(RECEIVED);
	expect(payloads()).toEqual([[PAYLOAD]]);
});

describe('a body is read whatever its content type', () => {
	const text = '{"Event":"sént","Data":{"Client":"Müller"}}';
	it.each([
		['with a BOM', 'application/json', Buffer.from(`\uFEFF${text}`)],
		['in UTF-16', 'application/json; charset=utf-16le', Buffer.from(text, 'utf16le')],
		['in Latin-1', 'application/json; charset=latin1', Buffer.from(text, 'latin1')],
		['of another JSON type', 'application/vnd.clientpoint+json', Buffer.from(text)],
		['of text', 'text/plain', Buffer.from(text)],
		['of the type that curl names', 'application/x-www-form-urlencoded', Buffer.from(text)],
		['of bytes', 'application/octet-stream', Buffer.from(text)],
		['of no type', null, Buffer.from(text)],
	])('%s', async (_, type, body) => {
		expect(await trigger.post(body, { type })).toEqual(RECEIVED);
		expect(payloads()).toEqual([[JSON.parse(text)]]);
	});
});

describe('a list gives one item for each object in it', () => {
	const won = { Event: 'won', Data: { Status: 'Won' } };

	it('in one execution', async () => {
		expect(await trigger.post([PAYLOAD, won])).toEqual(RECEIVED);
		expect(payloads()).toEqual([[PAYLOAD, won]]);
	});

	it('that the form asks for', async () => {
		trigger.set({ triggerOn: ['won'], simple: false });
		expect(await trigger.post([PAYLOAD, won, won])).toEqual(RECEIVED);
		expect(payloads()).toEqual([[won, won]]);
	});

	it.each([[[PAYLOAD, PAYLOAD]], [[]]])(
		'left out, or empty, it is answered alike',
		async (body) => {
			trigger.set({ triggerOn: ['won'], simple: false });
			expect(await trigger.post(body)).toEqual(RECEIVED);
			expect(trigger.started()).toEqual([]);
		},
	);
});

describe('a body that is no JSON object gets 400 and starts nothing', () => {
	const form =
		'--x\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nhi\r\n--x--';
	it.each([
		['a list of something else', '[1]', 'application/json'],
		['a list of objects and something else', '[{},[]]', 'application/json'],
		['a list of lists of objects', '[[{}]]', 'application/json'],
		['null', 'null', 'application/json'],
		['nothing', '', 'application/json'],
		['half of it', '{"Event": ', 'text/plain'],
		['a form', 'Event=sent', 'application/x-www-form-urlencoded'],
		['a multipart form', form, 'multipart/form-data; boundary=x'],
		['JSON, called multipart', '{"Event":"sent"}', 'multipart/mixed'],
		['a charset that nobody knows', '{"Event":"sent"}', 'text/json; charset=klingon'],
		['more levels than n8n can store', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'text/json'],
	])('%s', async (_, body, type) => {
		const refused = answer(400, { message: 'The body is not a JSON object or a list of them' });
		expect(await trigger.post(body, { type })).toEqual(refused);
		expect(trigger.started()).toEqual([]);
	});
});
