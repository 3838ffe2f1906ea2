/** Which day a JavaScript Date stands for, in processes of other zones, by n8n's own evaluation. */
import { runScript } from '../support/runScript';

const NOON = 'new Date("2024-06-15T12:34:56Z")';
const UTC = 'new Date("2024-06-15")';
/** What a database's DATE column gives: midnight where the process is. */
const LOCAL = 'new Date(2024, 5, 15)';

it.each([
	['America/New_York', 'Asia/Tokyo', '2024-06-15'],
	['Asia/Tokyo', 'America/New_York', '2024-06-15'],
	['Pacific/Auckland', 'Pacific/Honolulu', '2024-06-15'],
	['UTC', 'Pacific/Auckland', '2024-06-16'],
])('a process in %s, a workflow in %s', (TZ, workflow, noon) => {
	const dates = [UTC, LOCAL, NOON];
	const expressions = [...dates, `[${UTC}]`].map((each) => `={{ ${each} }}`);
	const printed = runScript({
		file: '../test/support/daysInZone.ts',
		args: [workflow, ...expressions],
		env: { TZ },
	});
	const days: unknown = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
	expect(days).toEqual(['2024-06-15', '2024-06-15', noon, '2024-06-15']);
});

it.each([
	['America/Sao_Paulo', 'America/Los_Angeles', 'new Date(2018, 10, 4)', '2018-11-04'],
	['Asia/Beirut', 'America/Los_Angeles', 'new Date(2022, 2, 27)', '2022-03-27'],
])(
	'a process in %s, a workflow in %s: a day that begins at 01:00 is that day',
	(TZ, workflow, date, day) => {
		const printed = runScript({
			file: '../test/support/daysInZone.ts',
			args: [workflow, `={{ ${date} }}`],
			env: { TZ },
		});
		expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual([day]);
	},
);
