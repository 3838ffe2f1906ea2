/** Whatever comes from upstream: either exactly what is documented leaves, or a clear error. */
import fc from 'fast-check';
import { withoutKey, type Received } from '../../dev/sandbox/server';
import { operations } from '../../nodes/ClientPoint/actions';
import { examples } from '../contract';
import { runNode, watchUnhandledRejections } from '../support/clientPoint';
import {
	choicesOf,
	fieldsOf,
	formWith,
	labelsOf,
	valueAt,
	type FormField,
} from '../support/formFields';
import { isLike } from '../support/likeDocumented';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What goes wrong upstream, whatever the field. */
const BAD = [null, '', ' ', -1, 1.5, '1,200', 'x', 'a@b', '2024-02-31', '[', [0], {}, 'yes', [{}]];

/** The members that no row goes without, which neither form nor example tells. */
const IN_EVERY_ROW: Record<string, string[]> = { custom_fields: ['tag', 'value'] };

describe.each(operations)('$resource > $value', ({ resource, value: operation, properties }) => {
	const { form, request } = examples[`${resource}.${operation}`];
	const documented: Record<string, unknown> = request.body ?? request.query ?? {};
	const fields = fieldsOf(properties);

	// However many fields the form has, about every other item has one that is not as meant.
	const meant = 2 * fields.length;

	/** Mostly what a user means to send, sometimes what goes wrong, and sometimes anything at all. */
	const upstreamFor = ({ path, property }: FormField) => {
		const good = [...choicesOf(property), ...spellings(valueAt(form, path))];
		const lists = Object.values(documented).filter(Array.isArray).flatMap(spellings);
		return fc.oneof(
			{
				weight: meant,
				arbitrary: fc.constantFrom(...good, ...(property.default === '[]' ? lists : [])),
			},
			{ weight: 1, arbitrary: fc.constantFrom(...BAD) },
			{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
		);
	};
	const upstream = fc.record(
		Object.fromEntries(fields.map((field) => [field.path, upstreamFor(field)])),
	);

	/** Every field of the form by one upstream member of the same name. */
	const parameters = {
		resource,
		operation,
		...formWith(fields.map(({ path }) => [path, `={{ $json[${JSON.stringify(path)}] }}`])),
	};

	const aboutTheForm = new RegExp(`^(${labelsOf(properties).map(escape).join('|')})[ ,:]`);
	const required = properties.flatMap(({ name, required }) =>
		required && name in documented ? [name] : [],
	);

	function expectDocumented(received: Received) {
		const { pathname, searchParams } = new URL(received.path, sandbox.url);
		expect(received.method).toBe(request.method);
		expect(pathname).toMatch(new RegExp(`^${escape(request.path).replace(/\d+$/, '[\\w-]+')}$`));
		const sent = withoutKey(
			received.method === 'GET' ? Object.fromEntries(searchParams) : received.body,
		);
		for (const name of required) expect(String(sent[name] ?? '').trim()).not.toBe('');
		for (const [name, value] of Object.entries(sent)) {
			expect([name, value, isLike(value, valueAt(documented, name))]).toEqual([name, value, true]);
			for (const member of IN_EVERY_ROW[name] ?? []) {
				expect(value).toEqual(Array.from(value as unknown[], () => havingMember(member)));
			}
		}
	}

	it('holds for any JSON as upstream data', async () => {
		const rejections = watchUnhandledRejections();
		let sent = 0;
		let refused = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(upstream, { minLength: 1, maxLength: 8 }), async (items) => {
				sandbox.reset();
				sandbox.answer((_, call) => ({ body: { success: true, link: linkFor(call) } }));
				const { done, failed, error } = await runNode(sandbox, {
					parameters,
					items,
					settings: { onError: 'continueErrorOutput' },
				});
				expect(error).toBeUndefined();
				expect(done).toHaveLength(sandbox.received.length);
				expect(done.length + failed.length).toBe(items.length);
				sandbox.received.forEach(expectDocumented);
				for (const { json } of failed) expect(json.error).toMatch(aboutTheForm);
				sent += done.length;
				refused += failed.length;
			}),
			{ numRuns: 40 },
		);
		expect(rejections.stop()).toEqual([]);
		// Both sides must have been met often, or the property says little.
		expect(sent).toBeGreaterThan(20);
		expect(refused).toBeGreaterThan(5);
	});
});

/** Ways in which upstream may write a good value. */
function spellings(value: unknown): unknown[] {
	if (typeof value === 'number') return [value, `${value}`, ` ${value} `];
	if (typeof value === 'boolean') return [value, `${value}`];
	return typeof value === 'object' ? [value, JSON.stringify(value)] : [value];
}

/** The link of the ClientPoint that a call is about. */
const linkFor = ({ path }: Received) => `https://a.example/v/${/\d+(?=\?|$)/.exec(path)?.[0]}/AB12`;

const havingMember = (name: string) => expect.objectContaining({ [name]: expect.any(String) });
