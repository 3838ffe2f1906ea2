import { z } from 'zod';
import { quote } from './quote';

/**
 * A schema from what an expression gives to what the API takes. `convert` gives `undefined` for what it does
 * not take; the value is never blank, because fields see to that before. A list of one, as many nodes give
 * it, stands for its entry. Not zod's `preprocess`: zod 3 and 4 have no common way to show the value in a message.
 *
 * @param wanted completes the sentence "<field's label> …, not <value>", or is the whole of it
 */
export const single = <Given>(
	convert: (value: unknown) => Given | undefined,
	wanted: string | ((value: unknown) => string),
) =>
	z.unknown().transform((given, context): Given => {
		const value = entryOf(given);
		const converted = convert(value);
		if (converted !== undefined) return converted;
		const message = typeof wanted === 'string' ? `${wanted}, not ${quote(value)}` : wanted(value);
		// Fatal: zod 4 would otherwise hand the refused value on to what follows.
		context.addIssue({ code: 'custom', message, fatal: true });
		return z.NEVER;
	});

/** A list of one as its entry, anything else as it is. */
export const entryOf = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? value[0] : value;
