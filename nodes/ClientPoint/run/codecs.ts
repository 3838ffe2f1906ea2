/**
 * Small schemas from what a form or an expression gives to what the API takes.
 * A message completes the sentence "<field's label> …", e.g. "Revenue must be a number".
 */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { jsonErrorPosition } from './json';

/** What a codec returns for a value it refuses. */
class Refused {
	constructor(readonly message: string) {}
}

const required = new Refused('is required');

function codec<T>(decode: (value: unknown) => T | Refused) {
	return z.unknown().transform((value, context): T => {
		const decoded = decode(value);
		if (!(decoded instanceof Refused)) return decoded;
		// Fatal: zod 4 would otherwise hand the refused value on to what follows.
		context.addIssue({ code: 'custom', message: decoded.message, fatal: true });
		return z.NEVER;
	});
}

const isBlank = (value: unknown) =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

/** The value as a message quotes it: short, and telling text from number. */
function quote(value: unknown): string {
	const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Blank (nothing, empty or white space only, an empty list) is left out; all else goes to `schema`. */
export function optional<Schema extends z.ZodTypeAny>(schema: Schema) {
	return (
		z
			.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional())
			// Most fields are not in a form at all; for those, this spares zod most of its work and memory.
			.optional()
	);
}

/** Deletes what is `undefined`, in place, so that an object shows exactly what will be sent. */
export function dropUndefined<T extends object>(object: T): T {
	for (const [key, value] of Object.entries(object)) {
		if (value === undefined) Reflect.deleteProperty(object, key);
	}
	return object;
}

/** The fields of a form, of a collection or of a row. An unknown one is refused, not dropped. */
export function fields<Shape extends z.ZodRawShape>(shape: Shape) {
	return z
		.object(shape)
		.strict()
		.transform((object) => dropUndefined(object));
}

function toText(value: unknown): string | Refused {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && !Number.isFinite(value)) return new Refused('must be text');
	if (['number', 'boolean', 'bigint'].includes(typeof value)) return String(value);
	return new Refused(`must be text, not ${Array.isArray(value) ? 'a list' : typeof value}`);
}

/** Text that is not blank; a number or a boolean becomes its text. */
export const text = codec((value) => (isBlank(value) ? required : toText(value)));

/** Text that may be blank, but not missing. */
export const textOrBlank = codec((value) =>
	value === undefined || value === null ? required : toText(value),
);

/** A finite number of 0 or more, as a number or as plain digits with a decimal point. */
export const amount = codec((value) => {
	if (isBlank(value)) return required;
	const written = typeof value === 'string' ? value.trim() : value;
	const isNumeric =
		typeof written === 'number' ||
		typeof written === 'bigint' ||
		(typeof written === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written));
	const number = isNumeric ? Number(written) : NaN;
	if (!Number.isFinite(number)) {
		return new Refused(
			`must be a number such as 1200.50, without currency sign or thousands separator, not ${quote(value)}`,
		);
	}
	return number < 0 ? new Refused(`must not be negative, not ${quote(value)}`) : number;
});

/**
 * A plausible e-mail address: one @, a dot in the domain, no white space. Whether it exists is
 * the mail server's to say.
 */
export const email = codec((value) => {
	if (isBlank(value)) return required;
	const address = typeof value === 'string' ? value.trim() : '';
	return /^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+$/.test(address)
		? address
		: new Refused(`must be a valid e-mail address, not ${quote(value)}`);
});

/** True or false, also as the words, which is what expressions in text and AI models give. */
export const flag = codec((value) => {
	if (typeof value === 'boolean') return value;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
	if (word === 'true') return true;
	if (word === 'false') return false;
	return new Refused(`must be true or false, not ${quote(value)}`);
});

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number) {
	return codec((value) => {
		const number = typeof value === 'string' ? Number(value) : value;
		const fits = Number.isInteger(number) && Number(number) >= least && Number(number) <= most;
		return fits
			? Number(number)
			: new Refused(`must be a whole number from ${least} to ${most}, not ${quote(value)}`);
	});
}

/** One of the values an options field stores. */
export function oneOf<Value extends string>(...values: Value[]) {
	return codec(
		(value) =>
			values.find((known) => known === value) ??
			new Refused(`must be one of ${values.join(', ')}, not ${quote(value)}`),
	);
}

/**
 * A calendar day as `YYYY-MM-DD`: the day as it is written, or a DateTime's day in its own zone.
 * Nothing is shifted by the server's zone.
 */
export const date = codec((value) => {
	if (DateTime.isDateTime(value) && value.isValid) return value.toISODate();
	const written = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
	return /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(written) && DateTime.fromISO(written).isValid
		? written.slice(0, 'YYYY-MM-DD'.length)
		: new Refused(`must be a date such as 2024-06-15, not ${quote(value)}`);
});

/** Positive whole numbers: one, a list, or text with commas between them. Order and repeats are kept. */
export const ids = codec((value) => {
	const entries: unknown[] =
		typeof value === 'string'
			? value.replace(/^\s*\[|\]\s*$/g, '').split(',')
			: Array.isArray(value)
				? value
				: [value];
	const numbers = entries.map((entry) =>
		typeof entry === 'number' || (typeof entry === 'string' && /^\s*\d+\s*$/.test(entry))
			? Number(entry)
			: NaN,
	);
	const wrong = numbers.findIndex((number) => !Number.isSafeInteger(number) || number <= 0);
	return wrong === -1
		? numbers
		: new Refused(
				`must be one or more IDs (positive whole numbers) such as 567834, 673498, not ${quote(entries[wrong])}`,
			);
});

/** One ID for a path, as text: letters, digits, `-` and `_`, so never a slash or a query. */
export const pathId = codec((value) => {
	if (isBlank(value)) return required;
	const id = ['string', 'number'].includes(typeof value) ? String(value).trim() : '';
	return /^[\w-]+$/.test(id)
		? id
		: new Refused(`must be an ID such as 1234567, not ${quote(value)}`);
});

/** One ID for a body, as a positive whole number. */
export const id = codec((value) => {
	if (isBlank(value)) return required;
	const number = /^\s*\d+\s*$/.test(String(value)) ? Number(value) : NaN;
	return Number.isSafeInteger(number) && number > 0
		? number
		: new Refused(`must be an ID such as 1234567 (a positive whole number), not ${quote(value)}`);
});

/**
 * JSON as text or as a value, as a fresh copy: what cannot be written as JSON is found here and
 * not in mid-run, and keys such as `__proto__` stay plain keys.
 */
function toJson(value: unknown, kind: string): unknown {
	const position = typeof value === 'string' ? jsonErrorPosition(value) : undefined;
	if (position) return new Refused(`must be ${kind}; it is not valid JSON at ${position}`);
	try {
		return JSON.parse(typeof value === 'string' ? value : JSON.stringify(value));
	} catch (error) {
		return new Refused(`must be ${kind}; it cannot be written as JSON (${String(error)})`);
	}
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any JSON object. */
export const jsonObject = codec((value) => {
	const json = toJson(value, 'a JSON object');
	return json instanceof Refused || isObject(json) ? json : new Refused('must be a JSON object');
});

const jsonArray = codec((value) => {
	const json = toJson(value, 'a JSON array');
	return json instanceof Refused || Array.isArray(json)
		? json
		: new Refused('must be a JSON array');
});

/** A collection in which something must be filled in. */
export function filledIn<Schema extends z.ZodTypeAny>(schema: Schema) {
	return codec((value) =>
		isBlank(value) || (isObject(value) && Object.keys(value).length === 0) ? required : value,
	).pipe(schema);
}

/** A fixedCollection's rows, `{ values: […] }`, as the array they stand for. */
export function rows<Row extends z.ZodTypeAny>(row: Row) {
	return fields({ values: optional(z.array(row)) }).transform(({ values }) => values);
}

/** A JSON array of rows. */
export function jsonRows<Row extends z.ZodTypeAny>(row: Row) {
	return jsonArray.pipe(z.array(row));
}

/** A JSON object whose known keys are parsed and whose further keys pass through as they are. */
export function openFields<Shape extends z.ZodRawShape>(shape: Shape) {
	const known = z.object(shape);
	return z.unknown().transform((value, context): object => {
		const parsed = isObject(value) ? known.safeParse(value) : undefined;
		if (parsed?.success) return dropUndefined({ ...Object(value), ...parsed.data });
		const issues = parsed?.error.issues ?? [{ path: [], message: 'must be a JSON object' }];
		for (const { path, message } of issues) {
			context.addIssue({ code: 'custom', path: [...path], message, fatal: true });
		}
		return z.NEVER;
	});
}
