/** Whatever comes from upstream: either exactly the documented body leaves, or a clear error. */
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { runNode, sentBodies, watchUnhandledRejections } from './support/clientPoint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Every field of the form by one upstream member of the same name. */
const from = (name: string) => `={{ $json.${name} }}`;
const parameters = {
	name: from('name'),
	revenue: from('revenue'),
	assigned_to: from('assigned_to'),
	specifyRecipients: 'json',
	recipientsJson: from('recipients'),
	specifyCustomFields: 'json',
	customFieldsJson: from('custom_fields'),
	additionalFields: {
		data: from('data'),
		division: from('division'),
		expiration_date: from('expiration_date'),
		file_ids: from('file_ids'),
		send_recipient_mail: from('send_recipient_mail'),
		template_id: from('template_id'),
		test_mode: from('test_mode'),
	},
};

const DOCUMENTED: Record<string, (value: unknown) => boolean> = {
	name: (value) => typeof value === 'string' && value.trim() !== '',
	revenue: (value) => typeof value === 'number' && value >= 0,
	assigned_to: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
	recipients: (value) => Array.isArray(value) && value.length > 0 && value.every(isObject),
	custom_fields: (value) =>
		Array.isArray(value) &&
		value.every((row) => typeof row.tag === 'string' && typeof row.value === 'string'),
	data: isObject,
	division: (value) => typeof value === 'string',
	expiration_date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
	file_ids: isIdList,
	send_recipient_mail: (value) => typeof value === 'boolean',
	template_id: isIdList,
	test_mode: (value) => typeof value === 'boolean',
};

function isObject(value: unknown) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIdList(value: unknown) {
	return Array.isArray(value) && value.every((id) => Number.isSafeInteger(id) && id > 0);
}

const anything = fc.jsonValue({ maxDepth: 3 });
/** Mostly what a user means to send, sometimes what goes wrong, and sometimes anything at all. */
const mostly = (good: unknown[], bad: unknown[]) =>
	fc.oneof(
		{ weight: 20, arbitrary: fc.constantFrom(...good) },
		{ weight: 1, arbitrary: fc.constantFrom(...bad) },
		{ weight: 1, arbitrary: anything },
	);

const upstream = fc.record({
	name: mostly(['ABC', 42], [' ', null]),
	revenue: mostly([1, '500.50'], ['', -1, '1,200']),
	assigned_to: mostly(['a@b.co', ' a@b.co '], ['a@b', '']),
	recipients: mostly([[{ email: 'a@b.co' }], '[{"primary":true}]', []], [[{ email: 'x' }], '[']),
	custom_fields: mostly([[{ tag: 'a', value: 1 }], ''], [[{ tag: '', value: 1 }]]),
	data: mostly([{ a: 1 }, '{"a":1}', null], ['[1]']),
	division: mostly(['North', null], [{}]),
	expiration_date: mostly(['2024-06-15', '2024-06-15T10:00:00Z', ''], ['2024-02-31']),
	file_ids: mostly(['1, 2', 3, [4]], ['x']),
	send_recipient_mail: mostly([true, 'false', null], ['yes']),
	template_id: mostly(['1, 2', 3, [4]], [0]),
	test_mode: mostly([true, false], [1]),
});

const LABEL =
	/^((Name|Revenue|Assigned To|Division|Expiration Date|File IDs|Send Recipient Mail|Template IDs|Test Mode|Data) |Recipients \(JSON\)|Custom Fields \(JSON\))/;

it('holds for any JSON as upstream data', async () => {
	const rejections = watchUnhandledRejections();
	let sent = 0;
	let refused = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(upstream, { minLength: 1, maxLength: 8 }), async (items) => {
			sandbox.reset();
			const { done, failed, error } = await runNode(sandbox, {
				parameters,
				items: items as never,
				settings: { onError: 'continueErrorOutput' },
			});
			expect(error).toBeUndefined();
			expect(done).toHaveLength(sandbox.created.length);
			expect(done.length + failed.length).toBe(items.length);
			for (const body of sentBodies(sandbox)) {
				expect(Object.keys(body)).toEqual(
					expect.arrayContaining(['name', 'revenue', 'assigned_to']),
				);
				for (const [field, value] of Object.entries(body)) {
					expect([field, DOCUMENTED[field]?.(value)]).toEqual([field, true]);
				}
			}
			for (const { json } of failed) expect(json.error).toMatch(LABEL);
			sent += done.length;
			refused += failed.length;
		}),
		{ numRuns: 150 },
	);
	expect(rejections.stop()).toEqual([]);
	// Both sides must have been met often, or the property says little.
	expect(sent).toBeGreaterThan(50);
	expect(refused).toBeGreaterThan(50);
});
