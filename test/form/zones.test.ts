/** What a JavaScript Date stands for in a process of another zone, as a day and as text, by n8n's own evaluation. */
import { runScript } from '../support/runScript';

const DAY = ['2024-06-15', '2024-06-15'];

it('a process in Sao Paulo, a workflow in Los Angeles', () => {
	const dates: Record<string, string[]> = {
		'new Date("2024-06-15")': DAY,
		// What a database's DATE column gives: midnight where the process is.
		'new Date(2024, 5, 15)': DAY,
		'[new Date(2024, 5, 15)]': DAY,
		'new Date("2024-06-15T02:34:56Z")': ['2024-06-14', '2024-06-14T19:34:56.000-07:00'],
		// Clocks leave out this midnight.
		'new Date(2018, 10, 4)': ['2018-11-04', '2018-11-04'],
	};
	const printed = runScript({
		file: '../test/support/daysInZone.ts',
		args: ['America/Los_Angeles', ...Object.keys(dates).map((code) => `={{ ${code} }}`)],
		env: { TZ: 'America/Sao_Paulo' },
	});
	expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual(Object.values(dates));
});
