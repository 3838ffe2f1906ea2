/** @jest-environment node */
/** What the form asks for starts the workflow; all else is answered alike. */
import { PAYLOAD, RECEIVED, answer, useTrigger } from './useTrigger';

const trigger = useTrigger();

/** Whether a ClientPoint starts the workflow that stands so. */
async function starts(Status: unknown, ViewStatus: unknown): Promise<boolean> {
	const before = trigger.started().length;
	const body = { ...PAYLOAD, Data: { ...PAYLOAD.Data, Status, ViewStatus } };
	expect(await trigger.post(body)).toEqual(RECEIVED);
	return trigger.started().length > before;
}

describe('Trigger On', () => {
	it.each(['sent', 'signed', 'viewed'])('%s is a view status', async (state) => {
		trigger.set({ triggerOn: [state] });
		const title = state[0].toUpperCase() + state.slice(1);
		expect(await starts('Pending', title)).toBe(true);
		expect(await starts('Pending', 'Unsent')).toBe(false);
	});

	it.each(['archive', 'lost', 'pending', 'trash', 'won'])('%s is a status', async (state) => {
		trigger.set({ triggerOn: [state] });
		expect(await starts(state.toUpperCase(), 'Viewed')).toBe(true);
		expect(await starts('eBrochure', 'Viewed')).toBe(false);
	});

	it.each([
		['Any, as it stands there untouched', {}, [true, true, true]],
		['nothing at all', { triggerOn: [] }, [true, true, true]],
		['two states', { triggerOn: ['won', 'signed'] }, [true, true, false]],
		['a state beside Any, which then does not count', { triggerOn: ['any', 'won'] }, [true]],
		['text that an expression gives', { triggerOn: '={{ "Won, Signed" }}' }, [true, true, false]],
	])('%s', async (_, parameters, [won, signed = false, sent = false]) => {
		trigger.set(parameters);
		expect([
			await starts('Won', 'Sent'),
			await starts('Pending', 'Signed'),
			await starts('Pending', 'Sent'),
		]).toEqual([won, signed, sent]);
	});

	it.each([[undefined], [null], ['won '.repeat(2)], [['won']], [{ toString: 1 }], [1]])(
		'leaves out the status %j',
		async (status) => {
			trigger.set({ triggerOn: ['won'] });
			expect(await starts(status, status)).toBe(false);
		},
	);
});

describe('Event Names', () => {
	it.each([
		['sent', true],
		['viewed, SENT', true],
		[' , ', true],
		['viewed', false],
		['={{ ["viewed", "sent"] }}', true],
		['={{ [{ toString: 1 }, 7, null] }}', true],
	])('%j: %s', async (events, isStarted) => {
		trigger.set({ options: { events } });
		expect(await starts('Pending', 'Sent')).toBe(isStarted);
		// Both must fit.
		trigger.set({ triggerOn: ['won'], options: { events } });
		expect(await starts('Pending', 'Sent')).toBe(false);
	});

	it.each(['{}', '{"Event":null}', '{"Event":["sent"]}', '{"Event":{"toString":1},"Data":1}'])(
		'leave out %s',
		async (body) => {
			trigger.set({ options: { events: 'sent' } });
			expect(await trigger.post(body)).toEqual(RECEIVED);
			expect(trigger.started()).toEqual([]);
		},
	);
});

it.each([
	{ triggerOn: "={{ $('Nowhere').item.json.x }}" },
	{ options: { events: "={{ $('Nowhere').item.json.x }}" } },
])('%j cannot be read for a request: nothing starts, and the log says so', async (parameters) => {
	trigger.set(parameters);
	const refused = answer(400, { message: 'The request cannot be filtered' });
	expect(await trigger.post(PAYLOAD)).toEqual(refused);
	expect(trigger.started()).toEqual([]);
	expect(trigger.log()).toContain('The request cannot be filtered');
});
