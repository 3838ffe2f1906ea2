import type { INodeExecutionData } from 'n8n-workflow';
import { remember } from './memory';
import type { ApiRequest } from './operation';
import type { RunOptions } from './options';
import { judge, type Outcome } from './outcome';
import { createPace } from './pace';
import type { FormReader } from './parameters';
import { runPool } from './pool';
import type { Api } from './transport';

/** What is to be done for one item: its request, or the outcome that it has already. */
export type Plan = ApiRequest | Outcome;

/** What all items of a run share. */
export interface Run {
	api: Api;
	options: RunOptions;
	read: FormReader;
	stopsOnError: boolean;
	cancelled: AbortSignal | undefined;
}

/**
 * Sends what is planned, several at a time, and remembers what became of it. Returns the outcome of
 * each item, by index; `undefined` where none was tried, because the run stopped before.
 */
export async function sendAll(
	items: INodeExecutionData[],
	plans: Plan[],
	{ api, options, stopsOnError, cancelled }: Run,
): Promise<Array<Outcome | undefined>> {
	if (options.previewOnly) return plans.map((plan) => ('kind' in plan ? plan : preview(plan)));
	// What stands from an earlier try stands in the report too, wherever this try stops.
	const outcomes = plans.map((plan) => ('kind' in plan ? plan : undefined));
	const failure = new AbortController();
	const stop = cancelled ? AbortSignal.any([cancelled, failure.signal]) : failure.signal;
	const sendPatiently = createPace(stop);

	const send = async (index: number) => {
		const plan = plans[index];
		if ('kind' in plan) return;
		const outcome = await sendPatiently(async () => judge(await api.send(plan), plan.method));
		outcomes[index] = outcome;
		if (!outcome) return;
		remember(items[index], outcome);
		if (stopsOnError && outcome.kind !== 'done') failure.abort();
	};

	if (stopsOnError && outcomes.some((outcome) => outcome && outcome.kind !== 'done'))
		failure.abort();
	const open = [...plans.keys()].filter((index) => !outcomes[index]);
	await runPool(open, options.concurrency, send);
	return outcomes;
}

/** The body that would be sent, or what would be asked for. */
const preview = (request: ApiRequest): Outcome => ({
	kind: 'done',
	json: 'body' in request ? request.body : request,
});
