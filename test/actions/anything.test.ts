/** Whatever a field is given, in any field: a request that can be written, or a short refusal. */
import fc from 'fast-check';
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named, prepared, withValue } from '../support/prepare';

/** Ten sentences of a field, a rule and a shortened value, at most. */
const LONGEST = 3_000;

/** Every place that can be filled in, the collections, lists and rows themselves among them. */
const places = named.flatMap(([name, operation]) => {
	const { form } = examples[name];
	const json = operation.properties.flatMap(({ type, displayOptions }) =>
		type === 'json' ? Object.keys(displayOptions?.show ?? {}) : [],
	);
	const asJson = { ...form, ...Object.fromEntries(json.map((specify) => [specify, 'json'])) };
	const paths = fieldsOf(operation.properties).flatMap(({ path }) => {
		const steps = path.split('.');
		return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
	});
	return [...new Set(paths)].flatMap((path) =>
		[form, asJson].map((each) => ({ operation, form: each, path })),
	);
});

/** What becomes of the value there; a refusal as its text. */
function put({ operation, form, path }: (typeof places)[number], value: unknown) {
	const result = prepared(operation, withValue(form, path, value));
	if (typeof result === 'string') expect(result.length).toBeLessThan(LONGEST);
	else JSON.stringify(result);
	return result;
}

it('anything at all, anywhere', () => {
	const anything = fc.anything({
		maxDepth: 4,
		withBigInt: true,
		withDate: true,
		withMap: true,
		withObjectString: true,
		withUnicodeString: true,
	});
	let refused = 0;
	fc.assert(
		fc.property(fc.constantFrom(...places), anything, (place, value) => {
			if (typeof put(place, value) === 'string') refused += 1;
		}),
		{ numRuns: 300 },
	);
	expect(refused).toBeGreaterThan(10);
});

/** One place for each field: a field that operations share is one object. */
const fields = [
	...new Map(places.map((each) => [each.path.split('.').slice(-2).join('.'), each])).values(),
];

const SIZE = 50_000;
const repeat = (text: string) => text.repeat(SIZE / text.length);

it.each([
	['blanks inside', `a${repeat(' ')}b`],
	['digits', `${repeat('1')}.${repeat('1')}x`],
	['dots and dashes', `a@${repeat('a-.')}`],
	['brackets', repeat('[{')],
	['slashes', `https://${repeat('v/')}`],
	['many keys', `{${Array.from({ length: 10_000 }, (_, key) => `"key${key}":""`).join()}}`],
])('a text of 50,000 characters anywhere: %s', (_, value) => {
	for (const place of fields) put(place, value);
});

const bad = { email: 'x', first_name: { a: 1 }, primary: 'y', last_name: 'ok' };
const rows = Array.from({ length: 5_000 }, () => bad);

it.each([
	['Recipients', { recipients: { values: rows } }],
	['Recipients (JSON)', { specifyRecipients: 'json', recipientsJson: rows }],
	['Recipients (JSON)', { specifyRecipients: 'json', recipientsJson: JSON.stringify(rows) }],
])('5,000 bad %s are told in ten sentences', (label, more) => {
	const [[, create]] = named;
	const said = String(prepared(create, { ...examples['clientPoint.create'].form, ...more }));
	const sentences = said.split('; ');
	expect(sentences).toHaveLength(11);
	expect(sentences[0]).toMatch(`${label}, row 1: `);
	expect(sentences[10]).toBe('and 14990 more');
});
