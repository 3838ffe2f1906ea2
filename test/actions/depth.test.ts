/** How deep JSON may be nested: what the check takes is sent as it is, what it does not take stops all. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** What saved workflows may count on. */
const LIMIT = 500;

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

it.each<[string, (text: string) => unknown]>([
	['text', (text) => text],
	['a value', (text) => JSON.parse(text)],
])('Data as %s', async (_, written) => {
	const parameters = { ...REQUIRED, additionalFields: { data: '={{ $json.value }}' } };
	const run = async (levels: number) => {
		const items = [{ value: written(nested(3)) }, { value: written(nested(levels)) }];
		return await runNode(sandbox, { parameters, items });
	};
	for (const levels of [LIMIT + 1, 1000]) {
		const { error } = await run(levels);
		expect(error?.message).toBe(`Item 1: Data must not be nested deeper than ${LIMIT} levels`);
	}
	expect(sandbox.received).toEqual([]);
	expect((await run(LIMIT)).error).toBeUndefined();
	expect(sentBodies(sandbox).map(({ data }) => JSON.stringify(data))).toContain(nested(LIMIT));
});
