import { createSandbox, type Sandbox } from '../../dev/sandbox/server';

/** A sandbox for all tests of the file, or of the `describe` block, and as new for each of them. */
export function useSandbox(): Sandbox {
	const sandbox = createSandbox();
	beforeAll(async () => await sandbox.listen());
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());
	return sandbox;
}
