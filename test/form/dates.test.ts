import { oneItem, optional, value } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const { bodyOf, refusalOf } = oneItem(useSandbox());

describe('Expiration Date', () => {
	// Auckland is ahead of the server's zone, wherever that is, and Honolulu behind it.
	it.each([
		['a day', '2024-06-15', '2024-06-15'],
		["what n8n's date picker stores", '2024-06-15T00:00:00', '2024-06-15'],
		['a date-time without offset', '2024-06-15T23:59:59', '2024-06-15'],
		['UTC', '2024-06-15T23:59:59.000Z', '2024-06-15'],
		['an offset ahead', '2024-06-15T00:30:00+12:00', '2024-06-15'],
		['an offset behind', '2024-06-15T23:30:00-10:00', '2024-06-15'],
		['what ClientPoint itself writes', '2024-06-15 10:20:30', '2024-06-15'],
		['a leap day', '2024-02-29', '2024-02-29'],
	])('takes %s, the day as written', async (_, json, sent) => {
		const parameters = optional({ expiration_date: '={{ $json.value }}' });
		expect((await bodyOf(parameters, value(json))).expiration_date).toBe(sent);
	});

	it.each([
		['={{ DateTime.fromISO("2024-06-15T23:30:00-10:00", { setZone: true }) }}', '2024-06-15'],
		['={{ new Date("2024-06-14T12:30:00Z") }}', '2024-06-15'],
		['={{ DateTime.fromISO("2024-06-15").plus({ days: 20 }) }}', '2024-07-05'],
	])('takes a date object, %s, in the workflow zone', async (expiration_date, sent) => {
		const body = await bodyOf(optional({ expiration_date }), {
			workflowSettings: { timezone: 'Pacific/Auckland' },
		});
		expect(body.expiration_date).toBe(sent);
	});

	it.each([
		['2024-02-31', '"2024-02-31"'],
		['2024-13-01', '"2024-13-01"'],
		['2023-02-29', '"2023-02-29"'],
		['next week', '"next week"'],
		['06/15/2024', '"06/15/2024"'],
		['20240615', '"20240615"'],
		['2024-06', '"2024-06"'],
		['2024-06-15Tea', '"2024-06-15Tea"'],
		[20240615, '20240615'],
		[true, 'true'],
		[{ a: 1 }, 'an object ({"a":1})'],
	])('refuses %j', async (json, shown) => {
		const parameters = optional({ expiration_date: '={{ $json.value }}' });
		expect(await refusalOf(parameters, value(json))).toBe(
			`Expiration Date must be a date such as 2024-06-15, not ${shown} [item 0]`,
		);
	});
});
