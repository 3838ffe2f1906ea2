import type { IExecuteFunctions, NodeOutput } from 'n8n-workflow';
import { builtPackage } from './clientPoint';

/** What is run in n8n's context for the node; it is given the node's own `execute`, to call or not. */
export type Inside = (
	context: IExecuteFunctions,
	execute: (context: IExecuteFunctions) => Promise<NodeOutput>,
) => Promise<NodeOutput>;

/** Has n8n's engine call `inside` in the place of the node's `execute`, as long as `run` takes. */
export async function insideExecute<Result>(
	inside: Inside,
	run: () => Promise<Result>,
): Promise<Result> {
	const { type } = (await builtPackage()).getNode('clientPoint');
	if (!('execute' in type) || !type.execute) throw new Error('No such node');
	const { execute } = type;
	const spy = jest.spyOn(type, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		return await inside(this, async (context) => await execute.call(context));
	});
	try {
		return await run();
	} finally {
		spy.mockRestore();
	}
}
