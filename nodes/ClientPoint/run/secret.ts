const REPLACEMENT = '[API key removed]';

/** Takes a secret out of what is about to be shown. */
export interface SecretFilter {
	text(shown: string): string;
	/** The same for text that may be JSON, which it stays; a secret in a key or a number goes too. */
	jsonText(shown: string): string;
}

/**
 * A filter for one secret. It knows the secret as it is and as it stands after URL, JSON or HTML
 * escaping, also where only some characters are escaped or a text was escaped more than once.
 */
export function secretFilter(secret: string): SecretFilter {
	if (secret === '') return { text: (shown) => shown, jsonText: (shown) => shown };
	const pattern = new RegExp([...secret].map(escapedForms).join(''), 'g');
	const text = (shown: string) => shown.replace(pattern, REPLACEMENT);

	const inJson = (value: unknown): unknown => {
		if (typeof value === 'string') return text(value);
		if (typeof value === 'number') return String(value) === secret ? REPLACEMENT : value;
		if (Array.isArray(value)) return value.map(inJson);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [text(key), inJson(inner)]),
		);
	};
	const jsonText = (shown: string) => {
		if (text(shown) === shown) return shown;
		try {
			return JSON.stringify(inJson(JSON.parse(shown)));
		} catch {
			return text(shown);
		}
	};
	return { text, jsonText };
}

/** A pattern for one character in every form it may take; each begins differently, so no backtracking. */
function escapedForms(char: string): string {
	const literal = char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
	const units = [...Array(char.length).keys()].map((i) => char.charCodeAt(i));
	const forms = [
		literal,
		hex(encodeBytes(char), '%', 2),
		hex(units, 'u', 4),
		`&#0*${char.codePointAt(0)};`,
		`&#[xX]0*${ignoreCase((char.codePointAt(0) ?? 0).toString(16))};`,
		...(NAMED_FORMS[char] ?? []),
	];
	return `\\\\*(?:${forms.join('|')})`;
}

/** Forms that no rule gives. */
const NAMED_FORMS: Record<string, string[]> = {
	' ': ['\\+'],
	'&': ['&amp;'],
	'<': ['&lt;'],
	'>': ['&gt;'],
	'"': ['&quot;'],
	"'": ['&apos;'],
};

const encodeBytes = (char: string) => [...new TextEncoder().encode(char)];

const hex = (numbers: number[], prefix: string, digits: number) =>
	numbers.map((n) => prefix + ignoreCase(n.toString(16).padStart(digits, '0'))).join('\\\\*');

const ignoreCase = (digits: string) =>
	digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
