/** Executions as n8n has stored them. */
import { parse } from 'flatted';
import { until } from '../../../dev/n8n/program';
import type { Rest } from '../../../dev/n8n/rest';

/** What came of an execution, as the text that it is stored in, as soon as there is any. */
export async function storedExecution(rest: Rest, id: string): Promise<string> {
	return await until(`execution ${id}`, async () => {
		const { data } = await rest('GET', `/executions/${id}`);
		// n8n 1 tells a moment before it stores it that it has ended.
		return String(data) !== '[]' && String(data);
	});
}

export async function executionIds(rest: Rest): Promise<string[]> {
	const { results } = await rest('GET', '/executions?limit=100');
	// n8n lists one that just ends among those that run, and among those that have ended.
	return [...new Set(Array.from(results, ({ id }: { id: string }) => id))];
}

/** The executions that came after those known, as soon as there is one. */
export async function newExecutionIds(rest: Rest, known: string[]): Promise<string[]> {
	return await until('a new execution', async () => {
		const ids = (await executionIds(rest)).filter((id) => !known.includes(id));
		return ids.length > 0 && ids;
	});
}

interface Stored {
	resultData: {
		runData: Record<string, Array<{ data?: { main: Array<Array<{ json: unknown }> | null> } }>>;
		error?: { message: string };
	};
}

/** Each node's items, once the execution has ended. */
export async function itemsOfExecution(rest: Rest, id: string): Promise<Record<string, unknown[]>> {
	await until(`the end of execution ${id}`, async () => {
		const { status } = await rest('GET', `/executions/${id}`);
		return ['success', 'error', 'crashed'].includes(status);
	});
	const { resultData }: Stored = parse(await storedExecution(rest, id));
	if (resultData.error) throw new Error(resultData.error.message);
	return Object.fromEntries(
		Object.entries(resultData.runData).map(([node, [run]]) => [
			node,
			(run.data?.main ?? []).flatMap((items) => items ?? []).map(({ json }) => json),
		]),
	);
}
