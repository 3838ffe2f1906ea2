/** How deep JSON may be nested: what the check takes is sent as it is, what it does not take stops all. */
import { MAX_DEPTH } from '../../nodes/ClientPoint/form/json';
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** A list or an object, nested so many levels deep in all. */
const lists = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Each place that takes JSON of any form: what is written there, and what is sent. */
const PLACES: Array<[string, string, (levels: number) => string, object]> = [
	['Data', 'data', objects, { additionalFields: { data: '={{ $json.value }}' } }],
	[
		'Data',
		'data',
		(levels) => `{"a":${lists(levels - 1)}}`,
		{ additionalFields: { data: '={{ $json.value }}' } },
	],
	[
		'Recipients (JSON)',
		'recipients',
		(levels) => `[{"more":${objects(levels - 2)},"email":"a@x.example"}]`,
		{ specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' },
	],
	[
		'Recipients (JSON)',
		'recipients',
		(levels) => `[{"more":${lists(levels - 2)},"email":"a@x.example"}]`,
		{ specifyRecipients: 'json', recipientsJson: '={{ $json.value }}' },
	],
];

const FORMS: Array<[string, (text: string) => unknown]> = [
	['text', (text) => text],
	['a value', (text) => JSON.parse(text)],
];

it('the limit is one that saved workflows may count on', () => expect(MAX_DEPTH).toBe(500));

describe.each(PLACES)('%s (%s) %#', (label, member, nested, parameters) => {
	describe.each(FORMS)('as %s', (_, written) => {
		const run = async (levels: number) =>
			await runNode(sandbox, {
				parameters: { ...REQUIRED, name: '={{ $json.name }}', ...parameters },
				items: [
					{ name: 'A', value: written(nested(3)) },
					{ name: 'B', value: written(nested(levels)) },
				],
			});

		it('takes it at the limit', async () => {
			const { done, error } = await run(MAX_DEPTH);
			expect([error?.message, done.length, sandbox.created.length]).toEqual([undefined, 2, 2]);
			expect(sentBodies(sandbox).map((body) => JSON.stringify(body[member]))).toContain(
				nested(MAX_DEPTH),
			);
		});

		it.each([MAX_DEPTH + 1, 1000])('sends nothing at %d levels', async (levels) => {
			const { error } = await run(levels);
			expect(error?.message).toBe(
				`${label} must not be nested deeper than ${MAX_DEPTH} levels [item 1]`,
			);
			expect(sandbox.received).toEqual([]);
		});
	});
});
