/** How deep JSON may be nested: what the check takes is sent as it is, what it does not take stops all. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** What saved workflows may count on. */
const LIMIT = 500;

const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const recipients = (levels: number) =>
	`[{"more":${'['.repeat(levels - 2)}1${']'.repeat(levels - 2)},"email":"a@x.example"}]`;

const DATA = { additionalFields: { data: '={{ $json.value }}' } };
const RECIPIENTS = { specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' };

describe.each<[string, string, (levels: number) => string, object]>([
	['Data', 'data', objects, DATA],
	['Recipients (JSON)', 'recipients', recipients, RECIPIENTS],
])('%s', (label, member, nested, parameters) => {
	it.each<[string, (text: string) => unknown]>([
		['text', (text) => text],
		['a value', (text) => JSON.parse(text)],
	])('as %s', async (_, written) => {
		const run = async (levels: number) => {
			const items = [{ value: written(nested(3)) }, { value: written(nested(levels)) }];
			return await runNode(sandbox, { parameters: { ...REQUIRED, ...parameters }, items });
		};
		for (const levels of [LIMIT + 1, 1000]) {
			const { error } = await run(levels);
			expect(error?.message).toBe(
				`Item 1: ${label} must not be nested deeper than ${LIMIT} levels`,
			);
		}
		expect(sandbox.received).toEqual([]);
		expect((await run(LIMIT)).error).toBeUndefined();
		const sent = sentBodies(sandbox).map((body) => JSON.stringify(body[member]));
		expect(sent).toContain(nested(LIMIT));
	});
});
