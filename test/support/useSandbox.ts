import { createSandbox, type Sandbox } from '../../dev/sandbox/server';

/**
 * A sandbox for all tests of the file, or of the `describe` block, and as new for each of them. It listens elsewhere
 * each time: the node remembers what an account bears.
 */
export function useSandbox(): Sandbox {
	const sandbox = createSandbox();
	beforeAll(async () => await sandbox.listen());
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		await sandbox.close();
		await sandbox.listen();
		sandbox.reset();
	});
	return sandbox;
}
