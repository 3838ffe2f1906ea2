/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
import { Expression } from 'n8n-workflow';

/** Starts the isolates in which n8n 2 evaluates expressions, where they are asked for; not every Node has them. */
export async function startExpressionEngine(): Promise<void> {
	if (process.env.N8N_EXPRESSION_ENGINE !== 'vm') return;
	await Expression.initExpressionEngine({
		engine: 'vm',
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
	});
}
