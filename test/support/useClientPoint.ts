import { runNode } from './clientPoint';
import { useSandbox } from './useSandbox';

/** The ID of the first ClientPoint that a sandbox creates. */
export const ID = 1001;

/** A sandbox in which one ClientPoint was created before each test. */
export function useClientPoint() {
	const sandbox = useSandbox();
	beforeEach(async () => {
		await runNode(sandbox);
		sandbox.received.length = 0;
	});
	return sandbox;
}
