import { shorten } from '../shorten';

/** How much of a value a message shows. */
const SHOWN = 60;

/** The value as a message quotes it: short, telling text from number and naming lists and objects. */
export function quote(value: unknown): string {
	if (typeof value === 'string') return short(JSON.stringify(value.slice(0, SHOWN)));
	if (typeof value !== 'object' || value === null) return short(String(value));
	const kind = Array.isArray(value) ? 'a list' : 'an object';
	try {
		const json = JSON.stringify(value);
		// Nothing else gives this; a valid one has become its text before.
		return json === 'null' ? 'a date that is not valid' : `${kind} (${short(json)})`;
	} catch {
		return kind;
	}
}

/** At most as much of the text as a message shows. */
export const short = (text: string) => shorten(text, SHOWN);
