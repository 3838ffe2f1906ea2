/** Whatever a field is given: a request or a FormError, short and in linear time, in any field. */
import fc from 'fast-check';
import { MAX_DEPTH } from '../../nodes/ClientPoint/form/json';
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named, prepared, withValue, type Form } from '../support/prepare';

/** Ten sentences of a field, a rule and a shortened value, at most. */
const LONGEST = 3_000;

const anything = fc.anything({
	maxDepth: 4,
	withBigInt: true,
	withBoxedValues: true,
	withDate: true,
	withMap: true,
	withNullPrototype: true,
	withObjectString: true,
	withSet: true,
	withSparseArray: true,
	withTypedArray: true,
	withUnicodeString: true,
});

/** Every place that can be filled in, the collections, lists and rows themselves among them. */
const pathsOf = (operation: (typeof named)[number][1]) => {
	const leaves = fieldsOf(operation.properties).map(({ path }) => path);
	const above = leaves.flatMap((path) => {
		const steps = path.split('.');
		return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
	});
	return [...new Set(above)];
};

const cases = named.flatMap(([name, operation]) => {
	const { form } = examples[name];
	const json = operation.properties.flatMap(({ type, displayOptions }) =>
		type === 'json' ? Object.keys(displayOptions?.show ?? {}) : [],
	);
	const asJson = { ...form, ...Object.fromEntries(json.map((specify) => [specify, 'json'])) };
	const forms: Form[] = json.length > 0 ? [form, asJson] : [form];
	return forms.flatMap((each) =>
		pathsOf(operation).map((path) => ({ operation, form: each, path })),
	);
});

/** One place for each field, for what takes long: a field that operations share is one object. */
const fields = [
	...new Map(cases.map((each) => [each.path.split('.').slice(-2).join('.'), each])).values(),
];

/** Prepares a form whose value at the path is this very one, and not a copy. */
function put({ operation, form, path }: (typeof cases)[number], value: unknown) {
	const marked = withValue(form, path, 'MARK');
	const replace = (inner: unknown): unknown => {
		if (inner === 'MARK') return value;
		if (Array.isArray(inner)) return inner.map(replace);
		if (typeof inner !== 'object' || inner === null) return inner;
		return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, replace(each)]));
	};
	return prepared(operation, replace(marked) as Form);
}

it('anything at all, anywhere', () => {
	let sent = 0;
	let refused = 0;
	fc.assert(
		fc.property(fc.constantFrom(...cases), anything, (place, value) => {
			const result = put(place, value);
			if (typeof result === 'string') expect(result.length).toBeLessThan(LONGEST);
			else expect(() => JSON.stringify(result)).not.toThrow();
			if (typeof result === 'string') refused += 1;
			else sent += 1;
		}),
		{ numRuns: 2_000 },
	);
	expect(Math.min(sent, refused)).toBeGreaterThan(100);
});

const deep = (levels: number, wrap: (inner: unknown) => unknown) => {
	let value: unknown = 1;
	for (let level = 0; level < levels; level += 1) value = wrap(value);
	return value;
};
const circular: unknown[] = [1];
circular.push(circular, { circular });
const fail = () => {
	throw Object.create(null);
};
const handler = { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail };

it.each<[string, unknown]>([
	['a function', () => 1],
	['a symbol', Symbol('x')],
	[
		'a getter that throws',
		{
			get a() {
				return fail();
			},
		},
	],
	['toJSON that throws', { a: 1, toJSON: fail }],
	['toString that throws', { a: 1, toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }],
	[
		'a type tag that throws',
		{
			a: 1,
			get [Symbol.toStringTag]() {
				return fail();
			},
		},
	],
	['a false Date', { a: 1, [Symbol.toStringTag]: 'Date' }],
	['a false DateTime', { isLuxonDateTime: true, isValid: true }],
	['a proxy that throws', new Proxy({}, handler)],
	['a list as a proxy that throws', new Proxy([], handler)],
	['a list that is in itself', circular],
	[
		'a class',
		class {
			a = 1;
		},
	],
	['a date that is not valid', new Date(NaN)],
	['4,150 objects', deep(4_150, (a) => ({ a }))],
	['4,150 lists', deep(4_150, (a) => [a])],
	['50,000 objects', deep(50_000, (a) => ({ a }))],
	['50,000 lists', deep(50_000, (a) => [a])],
	['the text of 200,000 lists', '['.repeat(200_000)],
	['lone surrogates', '\ud83d'.repeat(100)],
	['emoji cut by the message', `x${'👍'.repeat(100)}`],
])('%s, anywhere', (_, value) => {
	for (const place of fields) {
		const result = put(place, value);
		if (typeof result !== 'string') JSON.stringify(result);
		else expect([place.path, result.length < LONGEST]).toEqual([place.path, true]);
	}
});

it.each(['{"a":', '['])('JSON nested too deep by %s is told with the name of its field', (open) => {
	const close = open === '[' ? ']' : '}';
	const levels = 4_150;
	const places = cases.filter(
		({ path }) => path.endsWith('.data') || path.endsWith('.furtherFields'),
	);
	expect(places.length).toBeGreaterThan(2);
	for (const place of places) {
		const [text, value] = [
			`{"b":${open.repeat(levels)}1${close.repeat(levels)}}`,
			{ b: deep(levels, (a) => (open === '[' ? [a] : { a })) },
		].map((each) => put(place, each));
		const label = place.path.endsWith('.data') ? 'Data' : 'Further Fields (JSON)';
		const said = `${label} must not be nested deeper than ${MAX_DEPTH} levels`;
		expect([text, value]).toEqual([said, said]);
	}
});

const SIZE = 200_000;
const repeat = (text: string) => text.repeat(SIZE / text.length);

it.each<[string, string]>([
	['blanks inside', `a${repeat(' ')}b`],
	['invisible and blank inside', `a${repeat('\u200b ')}b`],
	['digits', `${repeat('1')}x`],
	['digits and a point', `${repeat('1')}.${repeat('1')}x`],
	['dots', repeat('a.')],
	['dashes', `a@${repeat('a-')}`],
	['at signs', repeat('@')],
	['quotes', repeat('"')],
	['backslashes', `["${repeat('\\')}`],
	['escapes', `["${repeat('\\"')}`],
	['commas', repeat(',')],
	['brackets', repeat('[{')],
	['slashes', `https://${repeat('v/')}`],
	['a host of dots', `${repeat('a.')}/v/x`],
	['a long time', `2024-06-15T${repeat('0')}`],
	['long keys', `{"${repeat('a')}":1,"e${repeat('_')}mial":2}`],
	['many keys', `{${Array.from({ length: 10_000 }, (_, key) => `"key${key}":""`).join()}}`],
])('a text of 200,000 characters, %s, takes no time anywhere', (_, value) => {
	for (const place of fields) {
		const start = performance.now();
		const result = put(place, value);
		expect([place.path, performance.now() - start < 2_000]).toEqual([place.path, true]);
		if (typeof result === 'string') expect(result.length).toBeLessThan(LONGEST);
	}
});

describe('thousands of rows', () => {
	const [[, create]] = named;
	const { form } = examples['clientPoint.create'];
	const bad = { email: 'x', first_name: { a: 1 }, primary: 'y', last_name: 'ok' };

	it.each([[500], [5_000]])('%d bad ones are told in ten sentences', (count) => {
		const rows = Array.from({ length: count }, () => bad);
		for (const [label, more] of [
			['Recipients', { recipients: { values: rows } }],
			['Recipients (JSON)', { specifyRecipients: 'json', recipientsJson: rows }],
			['Recipients (JSON)', { specifyRecipients: 'json', recipientsJson: JSON.stringify(rows) }],
		] as const) {
			const said = String(prepared(create, { ...form, ...more })).split('; ');
			expect(said).toHaveLength(11);
			expect(said[0]).toMatch(`${label}, row 1: `);
			expect(said[10]).toBe(`and ${count * 3 - 10} more of the kind`);
			expect(said.join('; ').length).toBeLessThan(LONGEST);
		}
	});

	it('5,000 good ones are all sent', () => {
		const values = Array.from({ length: 5_000 }, (_, row) => ({ email: `a${row}@b.co` }));
		const request = prepared(create, { ...form, recipients: { values } });
		expect(request).toMatchObject({ body: { recipients: values } });
	});
});
