import { isObject } from '../untyped';

/** What is shown in the place of a key. */
const REMOVED_KEY = '[API key removed]';

/** Takes API keys out of what is about to be shown. */
export interface Redactor {
	text(shown: string): string;
	/** The same for JSON: its texts, its numbers and the names of its members. */
	json(shown: unknown): unknown;
}

/**
 * A redactor for these keys, which are visible ASCII (`credentials/apiKey.ts`): as they are in any case,
 * percent-encoded, escaped as in JSON, and in base64. Takes linear time and never throws for JSON that is not
 * nested too deep for the stack.
 */
export function createRedactor(keys: string[]): Redactor {
	const forms = [...new Set(keys.flatMap(formsOf))].map((form) =>
		form.replace(/[^a-z\d]/gi, '\\$&'),
	);
	// What never matches stands for no key.
	const pattern = new RegExp(forms.join('|') || '(?!)', 'gi');
	const text = (shown: string) => shown.replace(pattern, REMOVED_KEY);
	const json = (shown: unknown): unknown => {
		if (typeof shown === 'string') return text(shown);
		if (typeof shown === 'number') return text(`${shown}`) === `${shown}` ? shown : REMOVED_KEY;
		if (Array.isArray(shown)) return shown.map(json);
		if (!isObject(shown)) return shown;
		return Object.fromEntries(
			Object.entries(shown).map(([name, value]) => [text(name), json(value)]),
		);
	};
	return { text, json };
}

/** The longest first where one begins like another. */
function formsOf(key: string): string[] {
	const escaped = JSON.stringify(key).slice(1, -1);
	return [encodeURIComponent(key), escaped.replace(/\//g, '\\/'), escaped, ...base64Of(key), key];
}

/** The characters that hold nothing but bits of the key, wherever it begins in what was encoded; in both alphabets. */
const base64Of = (key: string) =>
	[0, 1, 2].flatMap((before) => {
		const encoded = btoa('\0'.repeat(before) + key);
		const own = encoded.slice(
			Math.ceil((before * 8) / 6),
			Math.floor(((before + key.length) * 8) / 6),
		);
		return [own, own.replace(/\+/g, '-').replace(/\//g, '_')];
	});
