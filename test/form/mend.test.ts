/** What is said of amounts and dates that are not as they seem, tried by what it sends. */
import { REQUIRED } from '../support/clientPoint';
import { wouldSend } from '../support/wouldSend';

const revenue = (written: unknown) => ({ revenue: written });
const expiration_date = (written: unknown) => ({ additionalFields: { expiration_date: written } });

it('an amount that may be two is refused with both', async () => {
	const rows = [
		['1.200', '1200 or 1.20'],
		[' 12.345 ', '12345 or 12.3450'],
		['+1.000', '1000 or 1.00'],
		['0.500', '500 or 0.50'],
		['1.200 €', '1200 or 1.20'],
	];
	expect(
		await wouldSend(
			revenue('={{ $json.value }}'),
			rows.map(([written]) => written),
		),
	).toEqual(
		rows.map(([written, ways]) => `Revenue may mean two amounts: write ${ways}, not "${written}"`),
	);
});

it.each<[string, (written: unknown) => object, unknown, unknown]>([
	['revenue', revenue, '$1,200.50', 1200.5],
	['revenue', revenue, '$5', 5],
	['revenue', revenue, '1,200,000', 1200000],
	['revenue', revenue, '1 200.5', 1200.5],
	['revenue', revenue, 'EUR 1.200,50', 1200.5],
	['revenue', revenue, '1.200.000', 1200000],
	['revenue', revenue, '12,50 €', 12.5],
	['expiration_date', expiration_date, '15.06.2024', '2024-06-15'],
	['expiration_date', expiration_date, '06/15/2024', '2024-06-15'],
	['expiration_date', expiration_date, '15/6/2024', '2024-06-15'],
	['expiration_date', expiration_date, '2024/06/15', '2024-06-15'],
	['expiration_date', expiration_date, '20240615', '2024-06-15'],
	['expiration_date', expiration_date, 1718445600000, '2024-06-15'],
	['expiration_date', expiration_date, 1718445600, '2024-06-15'],
])('%s: what is advised for %3$j sends %j', async (field, form, written, sent) => {
	const [said] = await wouldSend(form('={{ $json.value }}'), [written]);
	const [, , write, add] =
		/: (write (\S+), or )?add (\S+( ".*\))?) to the expression$/.exec(String(said)) ?? [];
	const wanted = [{ ...REQUIRED, [field]: sent }];
	if (write) expect(await wouldSend(form(write))).toEqual(wanted);
	expect(await wouldSend(form(`={{ $json.value${add} }}`), [written])).toEqual(wanted);
});

it.each<[(written: unknown) => object, unknown[]]>([
	[revenue, ["CHF 1'200.50", '5k', '12,5,0', '-€5']],
	[expiration_date, ['05/06/2024', '31.02.2024', 20240615]],
])('where it is not certain, nothing is advised (%#)', async (form, values) => {
	const said = await wouldSend(form('={{ $json.value }}'), values);
	values.forEach((value, index) => expect(said[index]).toMatch(`, not ${JSON.stringify(value)}`));
	for (const sentence of said) expect(sentence).not.toContain('expression');
});
