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

	it.each(fieldsOf(operation.properties))(
		'$path, blank, is as if it were left out',
		({ path, property }) => {
			const leftOut = prepared(operation, withValue(form, path, undefined));
			if (property.required) expect(leftOut).toBe(`${property.displayName} is required`);
			fc.assert(
				fc.property(blank, (value) => {
					fc.pre(path !== CLEARED || value !== '');
					expect(prepared(operation, withValue(form, path, value))).toStrictEqual(leftOut);
				}),
				{ numRuns: 20 },
			);
		},
	);
});

const lists = named.flatMap(([name, operation]) =>
	[
		['recipients', 'specifyRecipients', 'recipientsJson'],
		['custom_fields', 'specifyCustomFields', 'customFieldsJson'],
	].flatMap(([list, specify, json]) =>
		list in examples[name].form ? [{ name, operation, list, specify, json }] : [],
	),
);

describe.each(lists)('$name: $list', ({ name, operation, list, specify, json }) => {
	const { form } = examples[name];
	const entries = valueAt(form, `${list}.values`) as Form[];
	const flat = ({ additionalFields, ...own }: Form): Form => ({
		...own,
		...Object(additionalFields),
	});
	/** Up to four blank entries, each anywhere between the good ones. */
	const among = (good: Form[]) => {
		const columns = [...new Set((good.length > 0 ? good : entries).flatMap(Object.keys))];
		return fc
			.array(fc.tuple(fc.nat(good.length), blankEntry(columns)), { maxLength: 4 })
			.map((blanks) =>
				blanks.reduce<unknown[]>((all, [at, entry]) => all.toSpliced(at, 0, entry), good),
			);
	};
	const asJson = (value: unknown) =>
		prepared(operation, { ...form, [specify]: 'json', [json]: value });

	it('is sent without its blank rows', () => {
		const clean = prepared(operation, form);
		fc.assert(
			fc.property(among(entries), (values) => {
				expect(prepared(operation, { ...form, [list]: { values } })).toStrictEqual(clean);
			}),
		);
	});

	it('is sent without its blank entries of JSON, as a value and as text', () => {
		const clean = prepared(operation, form);
		fc.assert(
			fc.property(among(entries.map(flat)), (values) => {
				expect(asJson(values)).toStrictEqual(clean);
				expect(asJson(JSON.stringify(values))).toStrictEqual(clean);
			}),
		);
	});

	it('is left out when nothing is left of it', () => {
		const leftOut = prepared(operation, withValue(form, list, undefined));
		fc.assert(
			fc.property(among([]), (values) => {
				expect(prepared(operation, { ...form, [list]: { values } })).toStrictEqual(leftOut);
				expect(asJson(values)).toStrictEqual(leftOut);
			}),
		);
	});
});
