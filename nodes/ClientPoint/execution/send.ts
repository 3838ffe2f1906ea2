import type { INodeExecutionData } from 'n8n-workflow';
import type { Client } from '../transport/client';
import type { Redactor } from '../transport/redaction';
import type { Label } from '../transport/words';
import { asError, isDataObject } from '../untyped';
import type { Plan, SendPlan } from './check';
import { recall, remember, standing } from './memory';
import type { Keys } from './once/once';
import type { RunOptions } from './options';
import { outcomeOf, type Outcome } from './outcome/outcome';
import { gateOf } from './pace/gate';
import { sendItems, type Task } from './pace/items';
import { createProgress } from './progress';

/** What all items of a run share. */
export interface Run {
	redact: Redactor;
	keys: Keys;
	options: RunOptions;
	stopsOnError: boolean;
	cancelled: AbortSignal | undefined;
	/** Tells the user something while the run goes on. */
	tell(line: string): void;
	labelOf: Label;
}

export interface Sent {
	/** By item: of this try, or of an earlier one that stands; `undefined` where none was tried. */
	outcomes: Array<Outcome | undefined>;
	/** The items that were sent and not done, in this try or, where that stands, in an earlier one; in no order. */
	failed: number[];
	/** The items whose keys stay in doubt because n8n did not store what became of them, in no order. */
	keysNotStored: number[];
}

/**
 * Sends what is planned, several at a time, and remembers what became of it. Each entry of `plans` is overwritten
 * once its item has ended, so that its request can be freed.
 */
export async function sendAll(
	items: INodeExecutionData[],
	plans: Plan[],
	{ redact, keys, options, stopsOnError, cancelled, tell, labelOf }: Run,
): Promise<Sent> {
	const outcomes = plans.map((plan, index) => outcomeBefore(plan, items[index]));
	const failure = new AbortController();
	const stop = cancelled ? AbortSignal.any([cancelled, failure.signal]) : failure.signal;
	const progress = createProgress(plans.filter(({ kind }) => kind === 'send').length, tell);

	const failed: number[] = [];
	const fail = (index: number) => {
		failed.push(index);
		if (stopsOnError) failure.abort();
	};
	const end = (index: number, outcome: Outcome) => {
		outcomes[index] = outcome;
		plans[index] = { kind: 'settled', outcome };
		progress.oneEnded();
		if (outcome.kind !== 'done') fail(index);
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

	const keysNotStored: number[] = [];
	const send: Task = async (index, heard) => {
		const plan = plans[index];
		if (plan.kind !== 'send') return;
		const { key, resendsUnknown } = plan;
		if (!key || keys.kind !== 'kept') {
			await sendRequest(index, plan, heard);
			return;
		}
		const item = items[index];
		let isToldByKey = true;
		const { outcome, isStored } = await keys.once(key, plan, resendsUnknown, async (doubt) => {
			isToldByKey = false;
			// The run may have been stopped while n8n stored the key.
			if (stop.aborted) return outcomes[index];
			if (doubt && recall(item)?.kind !== 'unknown') remember(item, doubt);
			await sendRequest(index, plan, heard);
			return outcomes[index];
		});
		if (!isStored) keysNotStored.push(index);
		if (outcome && isToldByKey) end(index, remember(item, outcome));
	};

	for (const [index, { kind }] of plans.entries()) {
		if (kind === 'settled' && outcomes[index]?.kind !== 'done') fail(index);
	}
	const max = options.maxConcurrency;
	// What one account asks for holds no other up.
	await Promise.all(
		[...byClient(plans)].map(([{ account }, indexes]) =>
			sendItems(indexes, { gate: gateOf(account), max, stop }, send),
		),
	);
	return { outcomes, failed, keysNotStored };
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

/** What is known of an item before anything is sent. */
function outcomeBefore(plan: Plan, item: INodeExecutionData): Outcome | undefined {
	if (plan.kind === 'settled') return plan.outcome;
	return plan.kind === 'refused' ? standing(item, plan.failure) : recall(item);
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
