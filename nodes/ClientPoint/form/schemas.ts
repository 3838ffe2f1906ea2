/** What a field takes. A message completes the sentence "<field's label> …". */
import { DateTime } from 'luxon';
import { dropHalves, dropInvisible, isBlank, trim } from './blank';
import { isDate, isDateTime } from './dates';
import { addressIn, isValidEmail } from './email';
import { defineSchema, entryOf, refuse, single, trimmed } from './defineSchema';
import { quote } from './quote';

export { jsonObject } from './json';

/** Text, without white space around it; a number, a boolean or a date becomes its text. */
export const text = single((value) => {
	if (typeof value === 'number' ? Number.isFinite(value) : isWord(value)) {
		return trim(dropHalves(String(value)));
	}
	const instant = isDateTime(value) ? value.toJSDate() : value;
	return isDate(instant) && isValid(instant)
		? instant.toISOString()
		: refuse(`must be text, not ${quote(value)}`);
});

const isWord = (value: unknown) => ['string', 'boolean', 'bigint'].includes(typeof value);

const isValid = (date: Date) => !Number.isNaN(date.getTime());

/** The number that it is, or that its text says in this notation; NaN for all else. */
function numberOf(value: unknown, notation: RegExp): number {
	const written = typeof value === 'string' ? dropInvisible(value) : value;
	if (typeof written === 'number' || typeof written === 'bigint') return Number(written);
	return typeof written === 'string' && notation.test(written) ? Number(written) : NaN;
}

const DIGITS = /^\d+$/;

/** A finite number of 0 or more, as a number or as plain digits with a decimal point. */
export const amount = single((value) => {
	const number = numberOf(value, /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i);
	if (!Number.isFinite(number)) {
		return refuse(
			`must be a number such as 1200.50, without currency sign or thousands separator, not ${quote(value)}`,
		);
	}
	return number < 0 ? refuse(`must not be negative, not ${quote(value)}`) : number;
});

/** An e-mail address that a mail server can take. Whether it exists is the mail server's to say. */
export const email = single((value) => {
	if (typeof value !== 'string') {
		return refuse(`must be a valid e-mail address, not ${quote(value)}`);
	}
	const address = addressIn(value);
	if (isValidEmail(address)) return address;
	const isMore = address.split(/[\s,;<>()"']+/).some(isValidEmail);
	const wanted = isMore ? ' and nothing beside it' : '';
	return refuse(`must be a valid e-mail address${wanted}, not ${quote(value)}`);
});

/** True or false, also as the words, which is what expressions in text and AI models give. */
export const flag = single((value) => {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? dropInvisible(value).toLowerCase() : undefined;
	if (word === 'true') return true;
	if (word === 'false') return false;
	return refuse(`must be true or false, not ${quote(value)}`);
});

/** A whole number within the bounds of its property, both included. */
export function wholeNumber({ minValue, maxValue }: Bounds) {
	return single((value) => {
		const number = numberOf(value, DIGITS);
		return Number.isInteger(number) && number >= minValue && number <= maxValue
			? number
			: refuse(`must be a whole number from ${minValue} to ${maxValue}, not ${quote(value)}`);
	});
}
/** Of a whole number, both included. */
export interface Bounds {
	minValue: number;
	maxValue: number;
}

/** One of the values of a dropdown. */
export function oneOf<Value extends string>(values: Value[]) {
	return single((value) => {
		const written = trimmed(value);
		return (
			values.find((known) => known === written) ??
			refuse(`must be one of ${values.join(', ')}, not ${quote(value)}`)
		);
	});
}

/**
 * A calendar day as `YYYY-MM-DD`: as it is written, never shifted by a zone. A JavaScript Date has got its
 * zone from the form's reader.
 */
export const date = single((value) => {
	const written = isDateTime(value) ? value.toISODate() : writtenDay(value);
	return written && /^\d{4}-\d{2}-\d{2}$/.test(written)
		? written
		: refuse(`must be a date such as 2024-06-15, not ${quote(value)}`);
});

/** The day of a date, with or without a time; `undefined` for what is in no calendar. */
function writtenDay(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const [day, ...time] = dropInvisible(value).split(/T|\s+/);
	return DateTime.fromISO([day, ...time].join('T')).isValid ? day : undefined;
}

/** Positive whole numbers: one, a list, or text with commas between them. Order and repeats are kept. */
export const ids = defineSchema((value) => {
	const entries = entriesOf(value).filter((entry) => !isBlank(entry));
	const wrong = entries.find((entry) => toId(entry) === undefined);
	if (wrong !== undefined) {
		return refuse(
			`must be one or more IDs (positive whole numbers) such as 567834, 673498, not ${quote(wrong)}`,
		);
	}
	return entries.length > 0 ? entries.flatMap((entry) => toId(entry) ?? []) : undefined;
});

function entriesOf(given: unknown): unknown[] {
	const value = typeof entryOf(given) === 'string' ? entryOf(given) : given;
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return [value];
	const written = dropInvisible(value);
	const list = listIn(written);
	return list ? entriesOf(list) : partsOf(/^\[(.*)\]$/s.exec(written)?.[1] ?? written);
}

/** The list that a text is in JSON. */
function listIn(written: string): unknown[] | undefined {
	try {
		const json: unknown = JSON.parse(written);
		return Array.isArray(json) ? json : undefined;
	} catch {
		// `[567834, ]` for example, as an expression without a value leaves it.
		return undefined;
	}
}

const partsOf = (written: string) =>
	written.split(',').map((part) => part.replace(/^\s*(["'])(.*)\1\s*$/, '$2'));

/** A positive whole number, also as its digits; `undefined` for all else. */
export function toId(value: unknown): number | undefined {
	const number = numberOf(value, DIGITS);
	return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
