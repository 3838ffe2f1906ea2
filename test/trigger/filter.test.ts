/** @jest-environment node */
/** What the form asks for starts the workflow; all else is answered alike. */
import { PAYLOAD, RECEIVED, answer, useTrigger } from './useTrigger';

const trigger = useTrigger();

it.each([
	[{ events: 'sent' }, true],
	[{ events: 'viewed, SENT' }, true],
	[{ events: ' , ' }, true],
	[{ events: 'viewed' }, false],
	[{ events: '={{ ["viewed", "sent"] }}' }, true],
	[{ events: '={{ [{ toString: 1 }, 7, null] }}' }, true],
	[{ options: { status: ['pending', 'won'] } }, true],
	[{ options: { status: ['won'] } }, false],
	[{ options: { status: '={{ "Won, Pending" }}' } }, true],
	[{ options: { viewStatus: ['sent'] } }, true],
	[{ options: { viewStatus: ['signed'] } }, false],
	[{ events: 'sent', options: { status: ['pending'], viewStatus: ['signed'] } }, false],
])('%j: %s', async (parameters, starts) => {
	trigger.set(parameters);
	expect(await trigger.post(PAYLOAD)).toEqual(RECEIVED);
	expect(trigger.started()).toHaveLength(starts ? 1 : 0);
});

it.each([
	'{}',
	'{"Event":null}',
	'{"Event":["sent"],"Data":{"Status":"won"}}',
	'{"Event":"sent","Data":"won"}',
	'{"Event":"sent","Data":{"Status":{"toString":1}}}',
])('leaves out %s', async (body) => {
	trigger.set({ events: 'sent', options: { status: ['won'] } });
	expect(await trigger.post(body)).toEqual(RECEIVED);
	expect(trigger.started()).toEqual([]);
});

it('an expression that cannot cope with the request starts nothing, and the log says so', async () => {
	trigger.set({ events: "={{ $('Nowhere').item.json.x }}" });
	const refused = answer(400, { message: 'The request cannot be filtered' });
	expect(await trigger.post(PAYLOAD)).toEqual(refused);
	expect(trigger.started()).toEqual([]);
	expect(trigger.log()).toContain('The request cannot be filtered');
});
