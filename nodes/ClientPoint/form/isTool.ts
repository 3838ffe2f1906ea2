import type { INode } from 'n8n-workflow';

/**
 * Whether the node runs as the tool of an AI Agent. Leans on the name that n8n (2.41.1, 1.123.81) gives to the
 * twin it makes of a node for that; `test/e2e/parts/agent.ts` turns red when it gives another.
 */
export const isTool = (node: INode) => node.type.endsWith('Tool');
