/**
 * White space and what no font shows, which comes along when something is copied. More than what is blank in a
 * field of the form (`form/blank.ts`): a key or a URL holds no characters of private use either.
 */
export const UNSEEN = String.raw`[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]`;

/** The look back keeps it from starting anew at every blank of a long row of them. */
const AROUND = new RegExp(`^${UNSEEN}+|(?<!${UNSEEN})${UNSEEN}+$`, 'gu');

/** The text without what nobody sees around it. */
export const trimUnseen = (text: string) => text.replace(AROUND, '');
