/** Everything that says nothing, in all its spellings. */
import fc from 'fast-check';

const UNSEEN = [
	...' \t\n\r\f\v\0\u0085\u00a0\u00ad\u034f\u061c\u115f\u1680\u180e\u2003\u200b\u200d\u200e',
	...'\u2028\u2029\u202f\u2060\u3000\u3164\ufe0f\ufeff\uffa0\u{e0001}\u{e0061}',
];

const nothing = fc.oneof(
	fc.constantFrom(undefined, null, {}),
	fc.string({ unit: fc.constantFrom(...UNSEEN), maxLength: 4 }),
);

export const blank: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 3 }, nothing, fc.array(tie('value'), { maxLength: 3 })),
})).value;

/** A row or an entry of a list: every member says nothing. */
export const blankEntry = (names: string[]) =>
	fc.oneof(
		fc.constantFrom<unknown>({}, null, '', []),
		fc
			.array(fc.tuple(fc.constantFrom(...names), blank), { maxLength: names.length })
			.map((members) => Object.fromEntries(members)),
	);
