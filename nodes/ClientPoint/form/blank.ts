import { isObject } from '../untyped';

/** Control characters, and what no font shows. Line breaks and tabs are white space. */
const INVISIBLE = /(?![\t-\r])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The text as it is read: without invisible characters, nor white space around it. */
export const dropInvisible = (text: string) => text.replace(INVISIBLE, '').trim();

/**
 * Whether a value says nothing: nothing at all, unseen characters, an empty list or object, or a list of
 * nothing but these. Every check whether something was filled in uses this.
 */
export function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return dropInvisible(value) === '';
	if (Array.isArray(value)) return value.every(isBlank);
	return (
		value === undefined || value === null || (isObject(value) && Object.keys(value).length === 0)
	);
}
