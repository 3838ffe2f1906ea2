/** Executions as n8n has stored them. */
import { parse } from 'flatted';
import { sleep } from 'n8n-workflow';
import type { Rest } from '../../../dev/n8n/rest';

interface Execution {
	status: string;
	/** What came of it, as the text it is stored in. */
	data: string;
}

/** What n8n has before it stores what came of an execution; n8n 1 tells a moment before that it has ended. */
const NOTHING_YET = '[]';

/** One execution, as soon as n8n has stored what came of it. */
export async function storedExecution(rest: Rest, id: string): Promise<Execution> {
	for (;;) {
		const { status, data } = await rest('GET', `/executions/${id}`);
		if (data !== NOTHING_YET) return { status, data };
		await sleep(200);
	}
}

export async function executionIds(rest: Rest): Promise<string[]> {
	const { results } = await rest('GET', '/executions?limit=100');
	// n8n lists one that just ends among those that run, and among those that have ended.
	return [...new Set(Array.from(results, ({ id }: { id: string }) => id))];
}

/** Each node's items, once the execution has ended. */
export async function itemsOfExecution(rest: Rest, id: string): Promise<Record<string, unknown[]>> {
	for (;;) {
		const { status, data } = await storedExecution(rest, id);
		if (['success', 'error', 'crashed'].includes(status)) return itemsOf(parse(data));
		await sleep(200);
	}
}

/** The executions that came after those known, as soon as there is one. */
export async function newExecutionIds(rest: Rest, known: string[]): Promise<string[]> {
	for (;;) {
		const ids = (await executionIds(rest)).filter((id) => !known.includes(id));
		if (ids.length > 0) return ids;
		await sleep(200);
	}
}

interface Run {
	data?: { main: Array<Array<{ json: unknown }> | null> };
}

interface Stored {
	resultData: { runData: Record<string, Run[]>; error?: { message: string } };
}

function itemsOf({ resultData: { runData, error } }: Stored): Record<string, unknown[]> {
	if (error) throw new Error(error.message);
	return Object.fromEntries(
		Object.entries(runData).map(([node, [run]]) => [
			node,
			(run.data?.main ?? []).flatMap((items) => items ?? []).map(({ json }) => json),
		]),
	);
}
