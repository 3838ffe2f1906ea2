/** Workflows as n8n stores them, written down by what matters in them. */
import { NodeConnectionTypes, type INode } from 'n8n-workflow';
import type { WorkflowFile } from './engine/engine';

/** A workflow that n8n can import. */
export interface StoredWorkflow extends WorkflowFile {
	id: string;
	name: string;
	active: boolean;
}

/** The credential that workflows for a real n8n name; n8n's engine alone looks at its type only. */
export const CLIENTPOINT_CREDENTIAL = { id: 'clientPointSandbox', name: 'ClientPoint account' };

/** A node of n8n's own package, where `type` names no other. */
export function node(name: string, type: string, more: Partial<INode> = {}): INode {
	return {
		id: name,
		name,
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	};
}

/** A ClientPoint node, for Create where its parameters name no other operation. */
export function clientPoint(name: string, { parameters, ...more }: Partial<INode> = {}): INode {
	return node(name, 'n8n-nodes-clientpoint.clientPoint', {
		parameters: { resource: 'clientPoint', operation: 'create', ...parameters },
		credentials: { clientPointApi: CLIENTPOINT_CREDENTIAL },
		...more,
	});
}

/** Webhook, version 2, that answers a POST with what the last node puts out. */
export function webhook(name: string, path: string, parameters: INode['parameters'] = {}): INode {
	return node(name, 'webhook', {
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {}, ...parameters },
	});
}

/** Makes an item of each of a list's entries. */
export const splitOut = (name: string, fieldToSplitOut: string): INode =>
	node(name, 'splitOut', { parameters: { fieldToSplitOut, options: {} } });

/** The nodes of a run by hand that begins with these items. */
export const startWith = (items: object[]): INode[] => [
	node('Start', 'manualTrigger'),
	node('Items', 'set', {
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
	}),
	splitOut('Each item', 'items'),
];

/**
 * A workflow of these nodes. `outputs` has the names of the nodes behind each output of a node; without
 * it, each node hands its items on to the next.
 */
export function workflow(
	id: string,
	nodes: INode[],
	outputs: Record<string, string[][]> = inLine(nodes),
): StoredWorkflow {
	return {
		id,
		name: id,
		active: false,
		settings: { executionOrder: 'v1' },
		// Side by side, so that the editor shows them all.
		nodes: nodes.map((one, index) => {
			const [x, y] = one.position;
			return { ...one, position: [x + 220 * index, y] };
		}),
		connections: Object.fromEntries(
			Object.entries(outputs).map(([name, targets]) => [name, { main: targets.map(connect) }]),
		),
	};
}

const connect = (names: string[]) =>
	names.map((name) => ({ node: name, type: NodeConnectionTypes.Main, index: 0 }));

const inLine = (nodes: INode[]): Record<string, string[][]> =>
	Object.fromEntries(nodes.slice(1).map(({ name }, index) => [nodes[index].name, [[name]]]));
