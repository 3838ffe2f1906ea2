import type { INodeExecutionData } from 'n8n-workflow';
import { asError } from './errors';
import { sentence } from './labels';
import { standingOutcome } from './memory';
import type { Operation } from './operation';
import { refusal } from './outcome';
import type { Plan, Run } from './sendAll';

/** Reads and checks one item; what stands from an earlier try is not asked for again. */
export function plan(
	operation: Operation,
	item: INodeExecutionData,
	itemIndex: number,
	{ api: { secret }, options, read }: Run,
): Plan {
	const standing = standingOutcome(item, options.resendUnknown);
	if (standing) return standing;
	try {
		const prepared = operation.prepare(read(itemIndex));
		if (!Array.isArray(prepared)) return prepared;
		const sentences = prepared.map((issue) => sentence(operation.properties, issue));
		return refusal(secret.text(sentences.join('; ')));
	} catch (error) {
		return refusal(secret.text(asError(error).message));
	}
}
