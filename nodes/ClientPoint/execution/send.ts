import type { INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../transport/client';
import type { Redactor } from '../transport/redaction';
import type { Label } from '../transport/words';
import { asError, isDataObject } from '../untyped';
import type { Plan, SendPlan } from './check';
import { recall, remember } from './memory';
import { outcomeOf, type Outcome } from './outcome/outcome';
import { gateOf } from './pace/gate';
import { sendItems, type Task } from './pace/items';
import type { Outcomes } from './report/items';

/** What all items of a run share. */
interface SendOptions {
	redact: Redactor;
	maxConcurrency: number;
	stopsOnError: boolean;
	cancelled: AbortSignal | undefined;
	labelOf: Label;
}

/**
 * Sends what is planned, several at a time. Each entry of `outcomes`, which holds what is known before, becomes what
 * became of the item, and is remembered; each of `plans` is overwritten then, so that its request can be freed.
 *
 * @returns the first item that was not done in this try or, where that stands, in an earlier one
 */
export async function sendAll(
	items: INodeExecutionData[],
	plans: Plan[],
	outcomes: Outcomes,
	{ redact, maxConcurrency, stopsOnError, cancelled, labelOf }: SendOptions,
): Promise<number | undefined> {
	const failure = new AbortController();
	const stop = cancelled ? AbortSignal.any([cancelled, failure.signal]) : failure.signal;
	let failedAt: number | undefined;

	const end = (index: number, outcome: Outcome) => {
		outcomes[index] = outcome;
		plans[index] = { kind: 'settled', outcome };
		if (outcome.kind === 'done') return;
		failedAt = Math.min(failedAt ?? index, index);
		if (stopsOnError) failure.abort();
	};

	const sendRequest = async (index: number, plan: SendPlan, heard: Parameters<Task>[1]) => {
		const { request, client } = plan;
		const sentAt = Date.now();
		const answer = await client.send(request);
		const outcome = withOutput(outcomeOf(answer, plan, labelOf), plan, redact);
		const stands = remember(items[index], outcome);
		outcomes[index] = stands;
		const isSentAgain = heard({
			// To the gate a lost connection is trouble, also of a read, whose outcome is "refused".
			kind: answer.kind === 'connectionFailure' ? 'unknown' : outcome.kind,
			milliseconds: Date.now() - sentAt,
			effect: request.effect,
			retryAfter: outcome.kind === 'postponed' ? outcome.retryAfter : undefined,
		});
		if (!isSentAgain) end(index, stands);
	};

	const send: Task = async (index, heard) => {
		const plan = plans[index];
		if (plan.kind !== 'send') return;
		const item = items[index];
		const claim = await plan.claim?.();
		try {
			if (claim?.outcome) {
				end(index, remember(item, claim.outcome));
				// The run may have been stopped while n8n stored the key.
			} else if (!stop.aborted) {
				if (claim?.doubt && recall(item)?.kind !== 'unknown') remember(item, claim.doubt);
				await sendRequest(index, plan, heard);
			}
		} finally {
			const warning = await claim?.settle(outcomes[index]);
			const outcome = outcomes[index];
			if (warning && outcome) {
				outcomes[index] = { ...outcome, warnings: [...(outcome.warnings ?? []), warning] };
			}
		}
	};

	for (const [index, plan] of plans.entries()) if (plan.kind !== 'send') end(index, plan.outcome);
	// What one account asks for holds no other up.
	await Promise.all(
		[...byClient(plans)].map(([{ account }, indexes]) =>
			sendItems(indexes, { gate: gateOf(account), max: maxConcurrency, stop }, send),
		),
	);
	return failedAt;
}

/** The items that are to be sent, by their client. */
function byClient(plans: Plan[]): Map<Client, number[]> {
	const items = new Map<Client, number[]>();
	for (const [index, plan] of plans.entries()) {
		if (plan.kind !== 'send') continue;
		const others = items.get(plan.client);
		if (others) others.push(index);
		else items.set(plan.client, [index]);
	}
	return items;
}

/**
 * The outcome with what the item is about, and with what the operation makes of its reply. What changed something
 * stays done, whatever is made of the reply; what only reads is refused when the reply does not hold what was asked for.
 */
function withOutput(
	outcome: Outcome,
	{ request, output, about, inDoubt, client }: SendPlan,
	redact: Redactor,
): Outcome {
	const { warnings } = request;
	const ofItem = { about, ...(warnings && { warnings }) };
	if (outcome.kind !== 'done') return { ...outcome, ...ofItem };
	const done = { ...outcome, ...ofItem };
	try {
		const json = redact.json(output(outcome.json, client.accountUrl));
		return isDataObject(json) ? { ...done, json } : done;
	} catch (error) {
		if (request.effect !== 'reads') return done;
		return {
			kind: 'refused',
			about,
			message: redact.text(asError(error).message),
			description: inDoubt,
		};
	}
}
