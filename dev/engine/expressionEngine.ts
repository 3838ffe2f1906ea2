/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
import { Expression } from 'n8n-workflow';

/** Whether this process was asked for the isolates in which n8n 2 evaluates expressions. */
export const isIsolated = process.env.N8N_EXPRESSION_ENGINE === 'vm';

/** Starts them where they are asked for; n8n's older evaluator runs without, and on a Node that has none. */
export async function startExpressionEngine(): Promise<void> {
	if (!isIsolated) return;
	await Expression.initExpressionEngine({
		engine: 'vm',
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
}
