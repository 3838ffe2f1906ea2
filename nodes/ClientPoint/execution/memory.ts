import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from './outcome/outcome';

/**
 * What became of the items of this run of the node, for when Retry On Fail runs it again.
 *
 * n8n's engine hands the very same item objects to each try, and new ones to each loop iteration,
 * node and execution. So a memory that hangs on these objects knows a retry from everything that
 * the user means to be sent, and dies with them: no clean-up, no clock, no file.
 */
const outcomes = new WeakMap<INodeExecutionData, Outcome>();

/** The outcome of the tries so far; `undefined` when none came to the item. */
export const recall = (item: INodeExecutionData) => outcomes.get(item);

/**
 * Adds what a try ended with, and returns what stands. It only learns: what is done stays done, and what is
 * unknown stays so until a try ends done; what later tries were told is added to its words.
 */
export function remember(item: INodeExecutionData, outcome: Outcome): Outcome {
	const combined = standing(item, outcome);
	outcomes.set(item, combined);
	return combined;
}

/** What stands when this try ends so, without remembering it: for a try that sent nothing. */
export const standing = (item: INodeExecutionData, outcome: Outcome): Outcome =>
	combine(outcomes.get(item), outcome);

function combine(before: Outcome | undefined, now: Outcome): Outcome {
	if (before?.kind === 'done') return before;
	if (before?.kind !== 'unknown' || now.kind === 'done') return now;
	const told = `A later try ended so: ${now.message.replace(/\.$/, '')}.`;
	// Five pauses that were asked for are told once.
	if (before.description.includes(told)) return before;
	return { ...before, description: `${before.description} ${told}` };
}

/** Whether the item is not sent again: it is done, or perhaps, and its user did not ask for that. */
export const isSettled = (outcome: Outcome | undefined, resendUnknown: boolean) =>
	outcome?.kind === 'done' || (outcome?.kind === 'unknown' && !resendUnknown);
