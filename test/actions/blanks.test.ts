/** Blank is blank: in every field of every operation, in every spelling. Blank rows are in `form/rows.test.ts`. */
import fc from 'fast-check';
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named, prepared, withValue } from '../support/prepare';

const UNSEEN = [
	...' \t\n\r\f\v\0\u0085\u00a0\u00ad\u034f\u061c\u115f\u1680\u180e\u2003\u200b\u200d\u200e',
	...'\u2028\u2029\u202f\u2060\u3000\u3164\ufe0f\ufeff\uffa0\u{e0001}\u{e0061}',
];

const nothing = fc.oneof(
	fc.constantFrom(undefined, null, {}),
	fc.string({ unit: fc.constantFrom(...UNSEEN), maxLength: 4 }),
);
const blank = fc.oneof(nothing, fc.array(fc.oneof(nothing, fc.array(nothing)), { maxLength: 3 }));

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
