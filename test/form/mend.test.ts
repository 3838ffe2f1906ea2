/** Amounts that are not as they seem, and expressions that mend what is refused, tried by what they send. */
import { oneItem, optional, value } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf, refusalOf } = oneItem(sandbox);

const AMOUNT =
	'Revenue must be a number such as 1200.50, without currency sign or thousands separator';
const DATE = 'Expiration Date must be a date such as 2024-06-15';

it.each([
	['={{ 0.1 + 0.2 }}', 0.3],
	['={{ 0.3 - 0.1 - 0.2 }}', 0],
	['={{ 1.1 * 3 }}', 3.3],
	['={{ "0.30000000000000004" }}', 0.3],
	['={{ 1234.5678 }}', 1234.5678],
	['={{ 1.200 }}', 1.2],
])('Revenue %s sends %d', async (revenue, sent) => {
	expect((await bodyOf({ revenue })).revenue).toBe(sent);
});

it.each([
	['1.200', '1200 or 1.20'],
	[' 12.345 ', '12345 or 12.3450'],
	['+1.000', '1000 or 1.00'],
	['0.500', '500 or 0.50'],
	['$1.200', '1200 or 1.20'],
	['1.200 €', '1200 or 1.20'],
])('Revenue %j may mean two amounts', async (written, ways) => {
	expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(written))).toBe(
		`Revenue may mean two amounts: write ${ways}, not ${JSON.stringify(written)}`,
	);
});

it.each<[string, number]>([
	['$1,200.50', 1200.5],
	['$5', 5],
	['1,200', 1200],
	['1,200,000', 1200000],
	['1 200.5', 1200.5],
	["CHF 1'200.50", NaN],
	['EUR 1.200,50', 1200.5],
	['1.200.000', 1200000],
	['12,50 €', 12.5],
	['5k', NaN],
	['12,5,0', NaN],
	['-€5', NaN],
])('Revenue %j is refused with what makes it %d, where that is certain', async (written, sent) => {
	const said = await refusalOf({ revenue: '={{ $json.value }}' }, value(written));
	const start = `${AMOUNT}, not ${JSON.stringify(written)}`;
	if (Number.isNaN(sent)) return expect(said).toBe(`${start}`);
	const [, expression] = /: try (\{\{ .* \}\})$/.exec(said ?? '') ?? [];
	expect(said).toBe(`${start}: try ${expression}`);
	const revenue = `=${expression.replace('budget', 'value')}`;
	expect((await bodyOf({ revenue }, value(written))).revenue).toBe(sent);
});

it.each<[unknown, string | undefined]>([
	['15.06.2024', '2024-06-15'],
	['5.6.2024', '2024-06-05'],
	['06/15/2024', '2024-06-15'],
	['15/6/2024', '2024-06-15'],
	['2024/06/15', '2024-06-15'],
	['20240615', '2024-06-15'],
	[1718445600000, '2024-06-15'],
	[1718445600, '2024-06-15'],
	['05/06/2024', undefined],
	['31.02.2024', undefined],
	[20240615, undefined],
])('Expiration Date %j is refused with what makes it %s', async (written, sent) => {
	const form = (expression: string) => optional({ expiration_date: expression });
	const said = await refusalOf(form('={{ $json.value }}'), value(written));
	const start = `${DATE}, not ${JSON.stringify(written)}`;
	if (sent === undefined) return expect(said).toBe(`${start}`);
	const [, expression] = /: try (\{\{ .* \}\})$/.exec(said ?? '') ?? [];
	expect(said).toBe(`${start}: try ${expression}`);
	const mended = form(`=${expression.replace('$json.date', '$json.value')}`);
	expect((await bodyOf(mended, value(written))).expiration_date).toBe(sent);
});
