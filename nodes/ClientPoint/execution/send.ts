import type { INodeExecutionData } from 'n8n-workflow';
import type { Prepared } from '../operation';
import type { Client } from '../transport/client';
import type { Redactor } from '../transport/redaction';
import type { Label } from '../transport/words';
import { asError, isDataObject } from '../untyped';
import type { Plan } from './check';
import { recall, remember, standing } from './memory';
import type { Keys } from './once/once';
import type { RunOptions } from './options';
import { outcomeOf, type Outcome } from './outcome/outcome';
import { createConcurrency } from './pace/concurrency';
import { createPace } from './pace/pace';
import { runPool } from './pace/pool';
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
	const concurrency = createConcurrency(options.maxConcurrency);
	const pace = createPace(stop);
	const toSend = [...plans.keys()].filter((index) => plans[index].kind === 'send');
	const progress = createProgress(toSend.length, tell);

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

	const sendRequest = async (index: number, plan: Prepared & { client: Client }) => {
		const { request, client } = plan;
		const sentAt = Date.now();
		const answer = await client.send(request);
		const outcome = withOutput(outcomeOf(answer, plan, labelOf), plan, redact);
		const now = Date.now();
		// A connection that fails says that there were too many, even where reading makes the outcome known.
		const kind = answer.kind === 'connectionFailure' ? 'unknown' : outcome.kind;
		concurrency.settled(kind, now - sentAt, now);
		const stands = remember(items[index], outcome);
		outcomes[index] = stands;
		if (outcome.kind === 'postponed' && !stop.aborted && pace.postpone(index, outcome.retryAfter)) {
			return 'again';
		}
		end(index, stands);
		return undefined;
	};

	const keysNotStored: number[] = [];
	const send = async (index: number) => {
		const plan = plans[index];
		if (plan.kind !== 'send') return undefined;
		const { key, resendsUnknown } = plan;
		if (!key || keys.kind !== 'kept') return await sendRequest(index, plan);
		const item = items[index];
		let isToldByKey = true;
		let again: 'again' | undefined;
		const { outcome, isStored } = await keys.once(key, plan, resendsUnknown, async (doubt) => {
			isToldByKey = false;
			// The run may have been stopped while n8n stored the key.
			if (stop.aborted) return outcomes[index];
			if (doubt && recall(item)?.kind !== 'unknown') remember(item, doubt);
			again = await sendRequest(index, plan);
			return outcomes[index];
		});
		if (!isStored) keysNotStored.push(index);
		if (outcome && isToldByKey) end(index, remember(item, outcome));
		return again;
	};

	for (const [index, { kind }] of plans.entries()) {
		if (kind === 'settled' && outcomes[index]?.kind !== 'done') fail(index);
	}
	await runPool(
		toSend,
		{
			limit: () => concurrency.limit,
			stopped: () => stop.aborted,
			quiet: () => pace.quiet(),
		},
		send,
	);
	return { outcomes, failed, keysNotStored };
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
	{ request, output, about, client }: Prepared & { client: Client },
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
			description: 'Nothing was changed, because this operation only reads.',
		};
	}
}
