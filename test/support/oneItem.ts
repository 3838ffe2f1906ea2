/** Create with one item: what it sends, or what is said of it. */
import { sentBodies, REQUIRED, runNode, type NodeRunOptions } from './clientPoint';
import type { Sandbox } from '../../dev/sandbox/server';

export function oneItem(sandbox: Sandbox) {
	const run = async (parameters: object, options: NodeRunOptions) =>
		await runNode(sandbox, { parameters: { ...REQUIRED, ...parameters }, ...options });
	return {
		/** The body that it sends. */
		async bodyOf(parameters: object, options: NodeRunOptions = {}) {
			const { error } = await run(parameters, options);
			expect(error?.message).toBeUndefined();
			expect(sandbox.received).toHaveLength(1);
			return sentBodies(sandbox)[0];
		},
		/** What is said of it when it is refused before anything is sent. */
		async refusalOf(parameters: object, options: NodeRunOptions = {}) {
			const settings = { onError: 'continueErrorOutput' as const };
			const { failed } = await run(parameters, { ...options, settings });
			expect(sandbox.received).toHaveLength(0);
			return failed.map(({ json }) => String(json.error)).join();
		},
	};
}

export const optional = (additionalFields: object) => ({ additionalFields });

/** The upstream item whose `value` the parameters name. */
export const value = (json: unknown, more: NodeRunOptions = {}): NodeRunOptions => ({
	items: [{ value: json }],
	...more,
});
