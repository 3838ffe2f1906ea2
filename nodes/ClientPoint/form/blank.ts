/** White space, control characters, halves of characters, and what no font shows. */
const UNSEEN = String.raw`[\s\p{Z}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]`;
/** Marks and tags belong to the character before them, as in an emoji. */
const OWN_UNSEEN = String.raw`(?:(?![\p{M}\u{E0020}-\u{E007F}])${UNSEEN})`;
/** The look back keeps it from starting anew at every blank of a long row of them. */
const around = (last: string) => new RegExp(`^${UNSEEN}+|(?<!${last})${last}+$`, 'gu');
const AROUND = around(OWN_UNSEEN);
const ALL_AROUND = around(UNSEEN);
/** Line breaks and tabs do not count: they part words. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** The text without what nobody sees around it. */
export const trim = (text: string) => text.replace(AROUND, '');

/** Half an emoji, as cutting a text leaves it: PHP, for one, reads nothing of a JSON that has one. */
const HALF = /\p{Cs}/gu;
export const dropHalves = (text: string) => text.replace(HALF, '');

/** The text without invisible characters anywhere; white space inside stays. */
export const dropInvisible = (text: string) => trim(text.replace(INVISIBLE, ''));

/**
 * Whether a value says nothing: nothing at all, unseen characters, an empty list or object, a list of
 * nothing but these, or the JSON text of one of them. All that asks whether something was filled in asks here.
 */
export function isBlank(value: unknown): boolean {
	// A list of its own and not the call stack, which thousands of levels overflow.
	const toVisit = new Set([value]);
	for (const each of toVisit) {
		if (Array.isArray(each)) for (const entry of each) toVisit.add(entry);
		else if (typeof each === 'string' ? !isBlankText(each) : !isNothing(each)) return false;
	}
	return true;
}

/** The same of an entry of a list, in whose objects the members may all be blank. */
export function isBlankThroughout(value: unknown): boolean {
	if (isBlank(value)) return true;
	const inner = isPlain(value) ? Object.values(value) : value;
	return Array.isArray(inner) && inner.every(isBlankThroughout);
}

const isNothing = (value: unknown) =>
	value === undefined || value === null || (isPlain(value) && Object.keys(value).length === 0);

/** A plain object. A Date or a Map has no members either, and is not empty. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
	Object.prototype.toString.call(value) === '[object Object]';

/** Whatever has other characters in it is not worth parsing. Backslashes pile up where JSON holds JSON. */
const BLANK_JSON = new RegExp(
	String.raw`^[[{](?:[\]{}[,:"]|${UNSEEN}|null|\\+(?:["bfnrt]|u[\da-f]{4}))*$`,
	'iu',
);

function isBlankText(written: string): boolean {
	const text = written.replace(ALL_AROUND, '');
	if (text === '') return true;
	if (!BLANK_JSON.test(text)) return false;
	try {
		return isBlank(JSON.parse(text));
	} catch {
		return false;
	}
}
