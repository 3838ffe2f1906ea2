/** What the form asks for starts the workflow; all else is answered alike. */
import type { INodeParameters } from 'n8n-workflow';
import { LEFT_OUT, PAYLOAD, callTrigger, refused, started } from './callTrigger';

/** Whether an event with these members starts the workflow. */
async function starts(parameters: INodeParameters, members: object): Promise<boolean> {
	const call = await callTrigger({ parameters }, { body: members });
	if (!call.items) expect(call).toEqual(LEFT_OUT);
	return call.items !== undefined;
}

const standing = (Status: unknown, ViewStatus?: unknown) => ({ Data: { Status, ViewStatus } });

describe('Trigger On', () => {
	it.each(['sent', 'signed', 'viewed', 'archive', 'lost', 'pending', 'trash', 'won'])(
		'%s, as status or view status, in any case',
		async (state) => {
			const parameters = { triggerOn: [state] };
			expect(await starts(parameters, standing(state.toUpperCase(), 'Unsent'))).toBe(true);
			expect(await starts(parameters, standing('eBrochure', state))).toBe(true);
			expect(await starts(parameters, standing('eBrochure', 'Unsent'))).toBe(false);
		},
	);

	it.each<[string, INodeParameters, boolean[]]>([
		['Any, as it stands there untouched', {}, [true, true, true]],
		['nothing at all', { triggerOn: [] }, [true, true, true]],
		['two states', { triggerOn: ['won', 'signed'] }, [true, true, false]],
		[
			'a state beside Any, which then does not count',
			{ triggerOn: ['any', 'won'] },
			[true, false, false],
		],
		['text that an expression gives', { triggerOn: '={{ "Won, Signed" }}' }, [true, true, false]],
	])('%s', async (_, parameters, [won, signed, none]) => {
		expect([
			await starts(parameters, standing('Won')),
			await starts(parameters, standing('Pending', 'Signed')),
			await starts(parameters, {}),
		]).toEqual([won, signed, none]);
	});
});

it.each<[string, boolean]>([
	['sent', true],
	['viewed, SENT', true],
	[' , ', true],
	['viewed', false],
	['={{ ["viewed", "sent"] }}', true],
])('Event Names %j: %s, and Trigger On must fit too', async (events, isStarted) => {
	expect(await starts({ options: { events } }, PAYLOAD)).toBe(isStarted);
	expect(await starts({ options: { events }, triggerOn: ['won'] }, PAYLOAD)).toBe(false);
});

it('of a list, only what the form asks for becomes items', async () => {
	const [won, lost] = [standing('Won'), standing('Lost')];
	const parameters = { triggerOn: ['won'], simple: false };
	expect(await callTrigger({ parameters }, { body: [won, lost, won] })).toEqual(
		started(expect.objectContaining(won), expect.objectContaining(won)),
	);
	expect(await callTrigger({ parameters }, { body: [] })).toEqual(LEFT_OUT);
});

it.each([
	{ triggerOn: "={{ $('Nowhere').item.json.x }}" },
	{ options: { events: "={{ $('Nowhere').item.json.x }}" } },
])('%j fails for a request: nothing starts, and nothing is thrown', async (parameters) => {
	expect(await callTrigger({ parameters })).toEqual(refused(400, 'The request cannot be read'));
});
