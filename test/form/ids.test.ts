/** IDs: positive whole numbers that lose no digit. */
import fc from 'fast-check';
import { toId } from '../../nodes/ClientPoint/form/schemas';

const MOST = Number.MAX_SAFE_INTEGER;

it.each([
	[1, 1],
	['1', 1],
	[' 007\u200b', 7],
	[12n, 12],
	[MOST, MOST],
	[String(MOST), MOST],
])('%p is one', (written, id) => expect(toId(written)).toBe(id));

it.each([
	...[0, -1, 1.5, NaN, Infinity, MOST + 1, -0, 0n, -1n, BigInt(MOST) + 1n],
	...['0', '-1', '+1', '1.0', '1e3', '0x1', '1_000', '1,000', '', ' ', 'x1', '1x'],
	...[String(MOST + 1), '99999999999999999999', true, null, undefined, [1], {}],
])('%p is none', (written) => expect(toId(written)).toBeUndefined());

it('is read as it is written, or not at all', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: -10n, max: 10n ** 18n }), (number) => {
			const fits = number > 0n && number <= BigInt(MOST);
			expect(toId(String(number))).toBe(fits ? Number(number) : undefined);
			expect(toId(number)).toBe(fits ? Number(number) : undefined);
		}),
	);
});
