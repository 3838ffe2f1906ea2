/** Blank is blank: in every field of every operation, in every spelling, in rows, collections and lists. */
import fc from 'fast-check';
import { examples } from '../contract';
import { blank, blankEntry } from '../support/blanks';
import { fieldsOf, valueAt } from '../support/formFields';
import { named, prepared, withValue, type Form } from '../support/prepare';

/** The one field in which an empty text is a value: it clears the custom field. */
const CLEARED = 'custom_fields.values.0.value';

describe.each(named)('%s', (name, operation) => {
	const { form } = examples[name];
	const places = fieldsOf(operation.properties);
	const isCleared = (path: string, value: unknown) => path === CLEARED && value === '';

	it.each(places)('$path, blank, is as if it were left out', ({ path, property }) => {
		const leftOut = prepared(operation, withValue(form, path, undefined));
		if (property.required) expect(leftOut).toBe(`${property.displayName} is required`);
		fc.assert(
			fc.property(blank, (value) => {
				fc.pre(!isCleared(path, value));
				expect(prepared(operation, withValue(form, path, value))).toStrictEqual(leftOut);
			}),
			{ numRuns: 200 },
		);
	});

	it('any fields, blank at once, send what leaving them out sends', () => {
		const some = fc.array(fc.tuple(fc.constantFrom(...places), blank), { maxLength: 12 });
		fc.assert(
			fc.property(some, (chosen) => {
				let filledIn: Form = form;
				let leftOut: Form = form;
				for (const [{ path }, value] of chosen) {
					if (isCleared(path, value)) continue;
					filledIn = withValue(filledIn, path, value);
					leftOut = withValue(leftOut, path, undefined);
				}
				expect(prepared(operation, filledIn)).toStrictEqual(prepared(operation, leftOut));
			}),
			{ numRuns: 300 },
		);
	});
});

const lists = named.flatMap(([name, operation]) =>
	operation.properties
		.filter(({ type }) => type === 'fixedCollection')
		.map((rows) => {
			const [[specify]] = Object.entries(rows.displayOptions?.show ?? {});
			const json = operation.properties.find(
				({ type, displayOptions }) => type === 'json' && displayOptions?.show?.[specify],
			);
			return { list: `${name}: ${rows.displayName}`, name, operation, rows, specify, json };
		}),
);

describe.each(lists)('$list', ({ name, operation, rows, specify, json }) => {
	const { form } = examples[name];
	const entries = valueAt(form, `${rows.name}.values`) as Form[];
	const columns = [...new Set(entries.flatMap(Object.keys))];
	/** Up to four blank entries, each anywhere between the good ones. */
	const mixed = fc
		.array(fc.tuple(fc.nat(entries.length), blankEntry(columns)), { maxLength: 4 })
		.map((blanks) =>
			blanks.reduce<unknown[]>((all, [at, entry]) => all.toSpliced(at, 0, entry), entries),
		);
	const flat = (entry: unknown) => {
		const { additionalFields, ...own } = Object(entry);
		return { ...own, ...(typeof additionalFields === 'object' && additionalFields) };
	};

	it('leaves out rows of nothing but blanks', () => {
		const clean = prepared(operation, form);
		fc.assert(
			fc.property(mixed, (values) => {
				expect(prepared(operation, { ...form, [rows.name]: { values } })).toStrictEqual(clean);
			}),
		);
	});

	it('leaves out entries of nothing but blanks, as a value and as text', () => {
		const asJson = (value: unknown) =>
			prepared(operation, { ...form, [specify]: 'json', [json?.name ?? '']: value });
		const clean = prepared(operation, form);
		fc.assert(
			fc.property(mixed, (values) => {
				const list = values.map((entry) => (entries.includes(entry as Form) ? flat(entry) : entry));
				expect(asJson(list)).toStrictEqual(clean);
				expect(asJson(JSON.stringify(list))).toStrictEqual(clean);
			}),
		);
	});

	it('is left out when nothing is left of it', () => {
		const leftOut = prepared(operation, withValue(form, rows.name, undefined));
		fc.assert(
			fc.property(fc.array(blankEntry(columns), { maxLength: 4 }), (values) => {
				expect(prepared(operation, { ...form, [rows.name]: { values } })).toStrictEqual(leftOut);
				const asJson = { ...form, [specify]: 'json', [json?.name ?? '']: values };
				expect(prepared(operation, asJson)).toStrictEqual(leftOut);
			}),
		);
	});
});
