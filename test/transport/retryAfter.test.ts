import { readRetryAfter } from '../../nodes/ClientPoint/transport/response';

const IN_AN_HOUR = new Date(Date.UTC(2030, 0, 5, 13, 0, 0));
beforeAll(() => {
	jest.useFakeTimers({ now: Date.UTC(2030, 0, 5, 12, 0, 0) });
});
afterAll(() => {
	jest.useRealTimers();
});

it.each<[unknown, number | undefined]>([
	['0', 0],
	[' 120 ', 120_000],
	[IN_AN_HOUR.toUTCString(), 3_600_000],
	['Sun, 06 Nov 1994 08:49:37 GMT', 0],
	[undefined, undefined],
	['Wait 5', undefined],
	['-5', undefined],
	['Sat, 99 Jan 2030 13:00:00 GMT', undefined],
])('%j', (header, milliseconds) => expect(readRetryAfter(header)).toBe(milliseconds));
