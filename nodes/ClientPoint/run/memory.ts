import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from './outcome';

/**
 * What became of the items of this run of the node, for when Retry On Fail runs it again.
 *
 * n8n's engine hands the very same item objects to each try, and new ones to each loop iteration,
 * node and execution. So a memory that hangs on these objects knows a retry from everything that
 * the user means to be sent, and dies with them: no clean-up, no clock, no file.
 */
const outcomes = new WeakMap<INodeExecutionData, Outcome>();

export function remember(item: INodeExecutionData, outcome: Outcome): void {
	outcomes.set(item, outcome);
}

/**
 * The outcome that stands, so that the item must not be sent again; `undefined` when it may be.
 * What is certain not to have been carried out may always be sent again.
 */
export function standingOutcome(
	item: INodeExecutionData,
	resendUnknown: boolean,
): Outcome | undefined {
	const outcome = outcomes.get(item);
	const stands = outcome?.kind === 'done' || (outcome?.kind === 'unknown' && !resendUnknown);
	return stands ? outcome : undefined;
}
