import { text } from '../../form/schemas';

/** Nobody needs more, and it is put out again. */
const LONGEST = 1000;

/** What an expression gives for a value that is not there; as a key, the same for all items. */
const NOTHING = /^(true|false|null)$|\b(undefined|NaN|Invalid Date(Time)?)\b|\[object /;

/** Text that tells one thing from another. */
export const idempotencyKey = text
	.refine((written) => !NOTHING.test(written), {
		message: 'must tell one item from another, which an expression without a value does not',
	})
	.refine((written) => written.length <= LONGEST, {
		message: `must have at most ${LONGEST} characters`,
	});
