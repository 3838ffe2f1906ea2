/** @jest-environment node */
/** What a payload becomes: simplified, or as it came. */
import fc from 'fast-check';
import { PAYLOAD, useTrigger } from './useTrigger';

const trigger = useTrigger();

async function output(payload: object | string, simple: boolean) {
	trigger.set({ simple });
	await trigger.post(payload);
	return trigger.started();
}

it('simplified, it is one flat object', async () => {
	trigger.set({});
	await trigger.post(PAYLOAD);
	const json = {
		clientpoint_id: 1234567,
		clientpoint_url: 'https://login.clientpoint.net/v/1234567/AB12CD',
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
	expect(trigger.started()).toEqual([[{ json }]]);
	// In the order in which people look for it.
	expect(Object.keys(trigger.started()[0][0].json)).toEqual(Object.keys(json));
});

it('else it is as it came, with the ID and the link beside it', async () => {
	expect(await output(PAYLOAD, false)).toEqual([
		[
			{
				json: {
					clientpoint_id: 1234567,
					clientpoint_url: 'https://login.clientpoint.net/v/1234567/AB12CD',
					...PAYLOAD,
				},
			},
		],
	]);
});

const NONE = '"clientpoint_id":null,"clientpoint_url":null';

it.each([
	['{}', `{${NONE}}`],
	['{"Event":"new","Data":[1]}', `{${NONE},"Event":"new","Data":[1]}`],
	['{"Event":"new","Data":"text"}', `{${NONE},"Event":"new","Data":"text"}`],
	[
		'{"json":{"a":1},"binary":{"b":{}},"error":"no","pairedItem":7}',
		`{${NONE},"json":{"a":1},"binary":{"b":{}},"error":"no","pairedItem":7}`,
	],
	[
		'{"__proto__":{"polluted":1},"constructor":{"prototype":2}}',
		`{${NONE},"__proto__":{"polluted":1},"constructor":{"prototype":2}}`,
	],
	[
		'{"clientpoint_id":"mine","clientpoint_url":""}',
		'{"clientpoint_id":"mine","clientpoint_url":""}',
	],
])('%s, simplified or not: %s', async (payload, json) => {
	for (const simple of [true, false]) {
		expect(JSON.stringify(await output(payload, simple))).toBe(`[[{"json":${json}}]]`);
	}
});

it('what Data holds goes before what stands beside it, and before what is added', async () => {
	const payload = { Event: 'a', Also: ['b'], Data: { Event: 'c', clientpoint_id: 'd' } };
	const json = { clientpoint_id: 'd', clientpoint_url: null, Event: 'c', Also: ['b'] };
	expect(await output(payload, true)).toEqual([[{ json }]]);
});

describe('a simplified value', () => {
	const simplified = async (name: string, value: unknown) => {
		const [[{ json }]] = await output({ Data: { [name]: value } }, true);
		return json[name];
	};

	it.each([
		['ClientPointId', '7', 7],
		['Revenue', '-0.25', -0.25],
		['DivisionId', '007', 7],
		['HandDelivered', '1', 1],
		['Revenue', '', null],
		['Revenue', '1,000', '1,000'],
		['Revenue', '1e3', '1e3'],
		['Revenue', ['5'], ['5']],
		['Revenue', 5, 5],
		['Client', '5', '5'],
		['Client', ' ', null],
		['LastViewTime', '2026-03-01 10:00:00', '2026-03-01 10:00:00'],
		['CustomFields', { Estimator: '', Floor: '7' }, { Estimator: null, Floor: '7' }],
		['Recipients', ['', '7'], ['', '7']],
	])('%s %j becomes %j', async (name, value, becomes) => {
		expect(await simplified(name, value)).toEqual(becomes);
	});

	it('loses no digit', async () => {
		await fc.assert(
			fc.asyncProperty(fc.stringMatching(/^[1-9]\d{0,19}$/), async (digits) => {
				const [[{ json }]] = await output({ Data: { ClientPointId: digits } }, true);
				const { clientpoint_id, ClientPointId } = json;
				expect([clientpoint_id, ClientPointId].map(String)).toEqual([digits, digits]);
			}),
			{ numRuns: 30 },
		);
	});
});
