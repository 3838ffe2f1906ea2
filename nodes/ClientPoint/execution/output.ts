import type { Prepared } from '../operation';
import type { Client } from '../transport/client';
import { asError } from '../untyped';
import type { Outcome } from './outcome/outcome';

/**
 * The outcome with what the operation makes of its reply. What changed something stays done, whatever is
 * made of the reply; what only reads is refused when the reply does not hold what was asked for.
 */
export function withOutput(
	outcome: Outcome,
	{ request, output }: Prepared,
	{ accountUrl, redact }: Pick<Client, 'accountUrl' | 'redact'>,
): Outcome {
	if (outcome.kind !== 'done') return outcome;
	try {
		const json = output(outcome.json, accountUrl);
		// The reply itself is free of the key already.
		return { ...outcome, json: json === outcome.json ? json : redact.json(json) };
	} catch (error) {
		if (request.effect !== 'reads') return outcome;
		return {
			kind: 'refused',
			message: redact.text(asError(error).message),
			description: 'Nothing was changed, because this operation only reads.',
		};
	}
}
