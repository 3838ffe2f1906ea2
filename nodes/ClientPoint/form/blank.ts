/** White space, control characters, and what no font shows. */
const UNSEEN = String.raw`\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800`;
const SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
/** Marks and tags belong to the character before them, as in an emoji. */
const AT_END = String.raw`(?![\p{M}\u{E0020}-\u{E007F}])[${UNSEEN}]`;
/** The look back keeps it from starting anew at every blank of a long row of them. */
const AROUND = new RegExp(`^[${UNSEEN}]+|(?<!${AT_END})(?:${AT_END})+$`, 'gu');
/** Line breaks and tabs do not count: they part words. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The text without what nobody sees around it. */
export const trim = (text: string) => text.replace(AROUND, '');

/** The text without invisible characters anywhere; white space inside stays. */
export const dropInvisible = (text: string) => trim(text.replace(INVISIBLE, ''));

/**
 * Whether a value says nothing: nothing at all, unseen characters, an empty list or object, or a list of
 * nothing but these. Every check whether something was filled in uses this.
 */
export function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return !SEEN.test(value);
	if (Array.isArray(value)) return value.every(isBlank);
	return (
		value === undefined || value === null || (isPlain(value) && Object.keys(value).length === 0)
	);
}

/** The same of an entry of a list, in whose objects the members may all be blank. */
export function isBlankThroughout(value: unknown): boolean {
	const inner = isPlain(value) ? Object.values(value) : value;
	return isBlank(value) || (Array.isArray(inner) && inner.every(isBlankThroughout));
}

/** A plain object. A Date has no members either, and is not empty. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
	Object.prototype.toString.call(value) === '[object Object]';
