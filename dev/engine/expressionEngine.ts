/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
import { Expression } from 'n8n-workflow';

/** Whether this process was asked for isolates, so that it does not run without them. */
export const isIsolated = process.env.N8N_EXPRESSION_ENGINE === 'vm';

/**
 * Starts the isolates in which n8n evaluates expressions. Node 20 has no binary for them: there, n8n's
 * older evaluator takes their place, unless N8N_EXPRESSION_ENGINE asks for isolates.
 */
export async function startExpressionEngine(): Promise<void> {
	const started = Expression.initExpressionEngine({
		engine: 'vm',
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
	await (isIsolated ? started : started.catch(() => Expression.setExpressionEngine('legacy')));
}
