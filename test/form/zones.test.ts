/** What a JavaScript Date stands for in processes of other zones, as a day and as text, by n8n's own evaluation. */
import { runScript } from '../support/runScript';

const NOON = 'new Date("2024-06-15T12:34:56Z")';
const UTC = 'new Date("2024-06-15")';
/** What a database's DATE column gives: midnight where the process is. */
const LOCAL = 'new Date(2024, 5, 15)';
const DAY = ['2024-06-15', '2024-06-15'];

it.each<[string, string, Record<string, string[]>]>([
	[
		'Europe/Berlin',
		'Europe/Berlin',
		{ [UTC]: DAY, [LOCAL]: DAY, [NOON]: ['2024-06-15', '2024-06-15T14:34:56.000+02:00'] },
	],
	[
		'Asia/Tokyo',
		'Pacific/Auckland',
		{ [UTC]: DAY, [LOCAL]: DAY, [NOON]: ['2024-06-16', '2024-06-16T00:34:56.000+12:00'] },
	],
	[
		'America/Sao_Paulo',
		'America/Los_Angeles',
		// Clocks leave out this midnight.
		{ 'new Date(2018, 10, 4)': ['2018-11-04', '2018-11-04'], [`[${LOCAL}]`]: DAY },
	],
])('a process in %s, a workflow in %s', (TZ, workflow, dates) => {
	const printed = runScript({
		file: '../test/support/daysInZone.ts',
		args: [workflow, ...Object.keys(dates).map((code) => `={{ ${code} }}`)],
		env: { TZ },
	});
	expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual(Object.values(dates));
});
