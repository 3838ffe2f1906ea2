/** At most `length` characters of the text; no half of a surrogate pair is left at its end. */
export const shorten = (text: string, length: number) =>
	text.length > length ? `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
