/** What a field takes. A message completes the sentence "<field's label> …". */
import { DateTime } from 'luxon';
import { dropInvisible, isBlank } from './blank';
import { addressIn, hasAddress } from './email';
import { mendAmount, mendDate, waysToWrite } from './mend';
import { quote } from './quote';
import { IN_QUOTES, isRounded } from './rounded';
import { single } from './single';

export { jsonObject } from './json';

/** Text, without white space around it; a number or a boolean becomes its text. */
export const text = single(
	(value) => (isWord(value) ? String(value).trim() : undefined),
	(value) => `must be text, not ${quote(value)}${isRounded(value) ? IN_QUOTES : ''}`,
);

const isWord = (value: unknown) =>
	['string', 'boolean'].includes(typeof value) || (Number.isFinite(value) && !isRounded(value));

/** The number that it is, or that its text says in this notation; NaN for all else. */
function numberOf(value: unknown, notation: RegExp): number {
	const written = typeof value === 'string' ? dropInvisible(value) : value;
	if (typeof written === 'number') return written;
	return typeof written === 'string' && notation.test(written) ? Number(written) : NaN;
}

const DIGITS = /^\d+$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * A finite number of 0 or more, as a number or as plain digits with a decimal point. What binary fractions
 * leave of a sum, as in 0.1 + 0.2, is rounded off.
 */
export const amount = single(
	(value) => {
		const number = Number(numberOf(value, DECIMAL).toFixed(10));
		const isClear = Number.isFinite(number) && number >= 0 && !waysToWrite(value);
		// Without the sign of -0.
		return isClear ? Math.abs(number) : undefined;
	},
	(value) => {
		const ways = waysToWrite(value);
		if (ways) return `may mean two amounts: write ${ways}, not ${quote(value)}`;
		if (numberOf(value, DECIMAL) < 0) return `must not be negative, not ${quote(value)}`;
		return `must be a number such as 1200.50, without currency sign or thousands separator, not ${quote(value)}${mendAmount(value)}`;
	},
);

/** An e-mail address that a mail server can take. Whether it exists is the mail server's to say. */
export const email = single(
	(value) => (typeof value === 'string' ? addressIn(value) : undefined),
	(value) => {
		const more = typeof value === 'string' && hasAddress(value) ? ' and nothing beside it' : '';
		return `must be a valid e-mail address${more}, not ${quote(value)}`;
	},
);

/** True or false, also as the words, which is what expressions in text and AI models give. */
export const flag = single((value) => {
	const word = typeof value === 'string' ? dropInvisible(value).toLowerCase() : value;
	if (word === 'true') return true;
	if (word === 'false') return false;
	return typeof word === 'boolean' ? word : undefined;
}, 'must be true or false');

/** Of a whole number, both included. */
export interface Bounds {
	minValue: number;
	maxValue: number;
}

/** A whole number within the bounds of its property. */
export const wholeNumber = ({ minValue, maxValue }: Bounds) =>
	single((value) => {
		const number = numberOf(value, DIGITS);
		const fits = Number.isInteger(number) && number >= minValue && number <= maxValue;
		return fits ? number : undefined;
	}, `must be a whole number from ${minValue} to ${maxValue}`);

/** One of the values of a dropdown. */
export const oneOf = <Value extends string>(values: Value[]) =>
	single(
		(value) => values.find((known) => typeof value === 'string' && known === dropInvisible(value)),
		`must be one of ${values.join(', ')}`,
	);

/** A day, alone or with a time. */
const DAY = /^(\d{4}-\d\d-\d\d)(?:[T\s]+\d\d:\d\d.*)?$/;

/** A calendar day as `YYYY-MM-DD`: as it is written, never shifted by a zone. */
export const date = single(
	(value) => {
		if (typeof value !== 'string') return undefined;
		const [, day] = DAY.exec(dropInvisible(value)) ?? [];
		return day && DateTime.fromISO(day).isValid ? day : undefined;
	},
	(value) => `must be a date such as 2024-06-15, not ${quote(value)}${mendDate(value)}`,
);

/** Positive whole numbers: one, a list, or text with commas between them. Order and repeats are kept. */
export const ids = single(
	(value) => {
		const entries = entriesOf(value);
		const found = entries.flatMap((entry) => toId(entry) ?? []);
		return found.length === entries.length ? found : undefined;
	},
	(value) => {
		const wrong = entriesOf(value).find((entry) => toId(entry) === undefined);
		return `must be one or more IDs (positive whole numbers) such as 567834, 673498, not ${quote(wrong)}`;
	},
).transform((found) => (found.length > 0 ? found : undefined));

function entriesOf(value: unknown): unknown[] {
	// A list in JSON has brackets and quotes too.
	const entries = typeof value === 'string' ? value.split(/[,[\]"']/) : [value].flat();
	return entries.filter((entry) => !isBlank(entry));
}

/** A positive whole number, also as its digits; `undefined` for all else. */
export function toId(value: unknown): number | undefined {
	const number = numberOf(value, DIGITS);
	return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
