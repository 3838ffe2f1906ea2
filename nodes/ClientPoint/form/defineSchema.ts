import { z } from 'zod';
import { trim } from './blank';

/** What a conversion gives for a value that it does not take. No Error: thousands of stacks take seconds. */
export class Refusal {
	constructor(readonly message: string) {}
}

/** @param message completes the sentence "<field's label> …" */
export const refuse = (message: string) => new Refusal(message);

const isTaken = <Given>(given: Given): given is Exclude<Given, Refusal> =>
	!(given instanceof Refusal);

/**
 * A schema from what an expression gives to what the API takes. The value is never blank: fields see
 * to that before, and to values that throw when they are looked at.
 */
export const defineSchema = <Given>(convert: (value: unknown) => Given) =>
	z.unknown().transform((value, context): Exclude<Given, Refusal> => {
		const given = convert(value);
		if (isTaken(given)) return given;
		if (given instanceof Refusal) {
			// Fatal: zod 4 would otherwise hand the refused value on to what follows.
			context.addIssue({ code: 'custom', message: given.message, fatal: true });
		}
		return z.NEVER;
	});

/** A schema for one value; a list of one, as many nodes give it, stands for its entry. */
export const single = <Given>(convert: (value: unknown) => Given) =>
	defineSchema((value) => convert(entryOf(value)));

/** A list of one as its entry, anything else as it is. */
export const entryOf = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? value[0] : value;

/** A text without what nobody sees around it, or anything else as it is. */
export const trimmed = (value: unknown) => (typeof value === 'string' ? trim(value) : value);
