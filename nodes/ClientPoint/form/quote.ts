import { shorten } from '../shorten';
import { isPlain } from './blank';

/** How much of a value a message shows. */
const SHOWN = 60;

/** The value as a message quotes it: short, telling text from number and naming lists and objects. */
export function quote(value: unknown): string {
	if (typeof value === 'string') return short(quoteText(value.slice(0, SHOWN)));
	if (typeof value !== 'object' || value === null) return short(String(value));
	const kind = kindOf(value);
	try {
		const json = JSON.stringify(value);
		// A valid one has become its text before.
		return json === 'null' ? 'a date that is not valid' : `${kind} (${short(json)})`;
	} catch {
		return kind;
	}
}

function kindOf(value: object): string {
	if (Array.isArray(value)) return 'a list';
	return isPlain(value) ? 'an object' : `a ${Object.prototype.toString.call(value).slice(8, -1)}`;
}

/** The text in quotes, with what nobody would see as its code. */
const quoteText = (text: string) =>
	JSON.stringify(text).replace(
		/(?![ \p{M}])[\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu,
		(character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`,
	);

/** At most as much of the text as a message shows. */
export const short = (text: string) => shorten(text, SHOWN);
