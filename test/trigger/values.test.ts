/** What Convert Numbers and Blanks makes of each value. */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { convertNumbersAndBlanks } from '../../nodes/ClientPointTrigger/values';

/** What becomes of a member of Data. */
const converted = (name: string, value: IDataObject[string]) =>
	convertNumbersAndBlanks({ Event: '', Data: { [name]: value } });
const as = (name: string, value: unknown) => ({ Event: '', Data: { [name]: value } });

const NUMBERS = ['ClientPointId', 'DivisionId', 'HandDelivered', 'Revenue'];

describe.each(NUMBERS)('%s', (name) => {
	it.each([
		['0', 0],
		['7', 7],
		['-7', -7],
		['500.50', 500.5],
		['-0.25', -0.25],
		['007', 7],
		['123456789012345', 123456789012345],
		['-123456789012345', -123456789012345],
		['1234567890.12345', 1234567890.12345],
		['', null],
	])('%j becomes %j', (written, value) => {
		expect(converted(name, written)).toEqual(as(name, value));
	});

	it.each([
		...['1234567890123456', '-1234567890123456', '1234567890.123456', '9007199254740993'],
		...['1.', '.5', '+5', '1e3', ' 5', '5 ', '1,000', '1.2.3', '--5', 'x5', '5x', '0x10', 'NaN'],
		...[5, 0, true, false, null, ['5'], { a: '' }],
	])('%j stays', (value) => expect(converted(name, value)).toEqual(as(name, value)));

	it('loses no digit', () => {
		const digits = fc.stringMatching(/^[1-9]\d{0,19}$/);
		fc.assert(
			fc.property(digits, (written) => {
				const value = written.length <= 15 ? Number(written) : written;
				expect(converted(name, written)).toEqual(as(name, value));
				expect(String(value)).toBe(written);
			}),
		);
	});
});

it.each([
	['Status', '', null],
	['Status', '5', '5'],
	['Status', ' ', ' '],
	['Sent', '2026-03-01 10:00:00', '2026-03-01 10:00:00'],
	['CustomFields', { Estimator: '', Location: '7', Deep: { inner: '' } }],
	['Recipients', ['', '7']],
])('%s %j', (name, value, becomes: unknown = value) => {
	const wanted = name === 'CustomFields' ? { ...Object(value), Estimator: null } : becomes;
	expect(converted(name, value)).toEqual(as(name, wanted));
});

it.each([[{ Event: '' }], [{ Event: '', Data: '' }], [{ Data: ['', '7'] }], [{ Data: null }]])(
	'leaves %j, which has no members of Data',
	(payload) => expect(convertNumbersAndBlanks(payload)).toBe(payload),
);
