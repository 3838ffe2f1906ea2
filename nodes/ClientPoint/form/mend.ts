import { DateTime } from 'luxon';
import { dropInvisible } from './blank';

/** What may stand around an amount, and be taken off it without a doubt. */
const around = (number: string) =>
	new RegExp(String.raw`^(?:\p{Sc}|USD|EUR|GBP)?\s*${number}\s*(?:\p{Sc}|USD|EUR|GBP)?$`, 'u');

const WITH_POINT = around(String.raw`(?:\d{1,3}(?:[,'’\s]\d{3})+|\d+)(?:\.\d+)?`);
const WITH_COMMA = around(String.raw`(?:\d{1,3}(?:[.'’\s]\d{3})+|\d+)(?:,\d+)?`);
const AMBIGUOUS = around(String.raw`\+?(\d*)\.(\d{3})`);

/** A text without what is invisible; what is no text is none. */
const textOf = (value: unknown) => (typeof value === 'string' ? dropInvisible(value) : '');

/** Both ways to write a text of one dot and three digits, which may be thousands or a fraction. */
export function waysToWrite(amount: unknown): string | undefined {
	const [, whole, fraction] = AMBIGUOUS.exec(textOf(amount)) ?? [];
	if (fraction === undefined) return undefined;
	const thousands = (whole + fraction).replace(/^0+(?=\d)/, '');
	const decimals = fraction.endsWith('0') ? fraction.slice(0, -1) : `${fraction}0`;
	return `${thousands} or ${whole || '0'}.${decimals}`;
}

/** The end of a refusal: an expression that mends this amount, where it is certain what it means. */
export function mendAmount(amount: unknown): string {
	const text = textOf(amount);
	if (WITH_POINT.test(text)) return ": try {{ Number($json.budget.replace(/[^0-9.]/g, '')) }}";
	return WITH_COMMA.test(text)
		? ": try {{ Number($json.budget.replace(/[^0-9,]/g, '').replace(',', '.')) }}"
		: '';
}

const FORMATS = ['d.M.yyyy', 'M/d/yyyy', 'd/M/yyyy', 'yyyy/M/d', 'yyyyMMdd'];

/** The same of a date: 5/6/2024 may be two days, and has none. */
export function mendDate(date: unknown): string {
	const number = typeof date === 'number' ? Math.log10(date) : NaN;
	if (number >= 9 && number < 10) return ': try {{ DateTime.fromSeconds($json.date) }}';
	if (number >= 12 && number < 13) return ': try {{ DateTime.fromMillis($json.date) }}';
	const fitting = FORMATS.filter((each) => DateTime.fromFormat(textOf(date), each).isValid);
	return fitting.length === 1 ? `: try {{ DateTime.fromFormat($json.date, '${fitting[0]}') }}` : '';
}
