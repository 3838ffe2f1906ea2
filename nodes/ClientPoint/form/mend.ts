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

/**
 * The end of a refusal, where it is certain what is meant: what to write, or else what to add to the expression
 * that gives it, since only its user knows which of the two stands in the field.
 */
const advice = (write: string, add: string) => `: write ${write}, or add ${add} to the expression`;

/** The advice for a refused amount. */
export function mendAmount(amount: unknown): string {
	const text = textOf(amount);
	if (WITH_POINT.test(text)) {
		return advice(text.replace(/[^0-9.]/g, ''), '.replace(/[^0-9.]/g, "")');
	}
	if (WITH_COMMA.test(text)) {
		const number = text.replace(/[^0-9,]/g, '').replace(',', '.');
		return advice(number, '.replace(/[^0-9,]/g, "").replace(",", ".")');
	}
	return '';
}

const FORMATS = ['d.M.yyyy', 'M/d/yyyy', 'd/M/yyyy', 'yyyy/M/d', 'yyyyMMdd'];

/** The same for a refused date: 5/6/2024 may be two days, and gets none. */
export function mendDate(date: unknown): string {
	const number = typeof date === 'number' ? Math.log10(date) : NaN;
	if (number >= 9 && number < 10) return ": add .toDateTime('s') to the expression";
	if (number >= 12 && number < 13) return ": add .toDateTime('ms') to the expression";
	const text = textOf(date);
	const [format, another] = FORMATS.filter((each) => DateTime.fromFormat(text, each).isValid);
	if (format === undefined || another !== undefined) return '';
	const day = DateTime.fromFormat(text, format).toFormat('yyyy-MM-dd');
	return advice(day, `.toDateTime('${format}')`);
}
