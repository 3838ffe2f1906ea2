/** A text, and where each of its characters stood in the one that it was made of. */
export interface View {
	text: string;
	/** The offset of each character, with one more entry for the end; none where it is the text itself. */
	at?: Int32Array;
}

/** Where a character of the view stood. */
export const offsetIn = ({ at }: View, index: number) => (at ? at[index] : index);

/** The ways of writing a character by others, and what parts a long text into lines. */
export type Escape = '%' | '\\' | '&' | '\n' | '\r';

/**
 * The view with one level of escapes undone: URL (`%2F`), JSON (`\u002f`, `\/`), HTML (`&#x2f;`, `&amp;`).
 * A line break goes, and the indent of the next line.
 * In one pass from the left, so in linear time; `undefined` where there is nothing to undo.
 */
export function decode(view: View, escapes: Escape[]): View | undefined {
	const { text } = view;
	if (!escapes.some((escape) => text.includes(escape))) return undefined;
	const codes = new Uint16Array(text.length);
	const offsets = new Int32Array(text.length + 1);
	let length = 0;
	let index = 0;
	while (index < text.length) {
		const char = text[index];
		const found = escapes.find((escape) => escape === char);
		const [written, end] = (found && READERS[found](text, index)) || [char, index + 1];
		for (let unit = 0; unit < written.length; unit += 1) {
			codes[length] = written.charCodeAt(unit);
			offsets[length] = offsetIn(view, index);
			length += 1;
		}
		index = end;
	}
	offsets[length] = offsetIn(view, text.length);
	return {
		text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes.subarray(0, length)),
		at: offsets.subarray(0, length + 1),
	};
}

/** What stands for a character, and where it ends; `undefined` where it is no escape. */
type Reader = (text: string, index: number) => [string, number] | undefined;

/** Without what begins a line. */
const joinLines: Reader = (text, index) => {
	let end = index + 1;
	while (text[end] === ' ' || text[end] === '\t') end += 1;
	return ['', end];
};

/** Behind a backslash; other characters stand for themselves. */
const LETTERS: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

const READERS: Record<Escape, Reader> = {
	'\n': joinLines,
	'\r': joinLines,
	'\\'(text, index) {
		if (index + 1 >= text.length) return undefined;
		const code = text[index + 1] === 'u' ? hexAt(text, index + 2, 4) : -1;
		if (code >= 0) return [String.fromCharCode(code), index + 6];
		return [LETTERS[text[index + 1]] ?? text[index + 1], index + 2];
	},
	'%'(text, index) {
		const first = hexAt(text, index + 1, 2);
		if (first < 0) return undefined;
		const next = index + 3;
		if (first < 0x80) return [String.fromCharCode(first), next];
		// The first byte of UTF-8 tells how many follow, the others hold six bits each.
		const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
		let code = more === 0 ? first : first & (0x3f >> more);
		for (let count = 0; count < more; count += 1) {
			const byte = text[next + count * 3] === '%' ? hexAt(text, next + count * 3 + 1, 2) : -1;
			// No UTF-8, then Latin-1, as older programs write it.
			if (byte < 0x80 || byte > 0xbf) return [String.fromCharCode(first), next];
			code = code * 64 + (byte & 0x3f);
		}
		return [String.fromCodePoint(Math.min(code, 0x10ffff)), next + more * 3];
	},
	'&'(text, index) {
		const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/i.exec(
			text.slice(index, index + 11),
		);
		if (!match) return undefined;
		const [whole, decimal, hex, name] = match;
		const code = decimal ? Number(decimal) : parseInt(hex ?? '0', 16);
		const char = name ? NAMED[name.toLowerCase()] : String.fromCodePoint(Math.min(code, 0x10ffff));
		return [char, index + whole.length];
	},
};

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The number that so many hexadecimal digits write there; -1 where there are fewer. */
function hexAt(text: string, from: number, digits: number): number {
	let number = 0;
	for (let index = from; index < from + digits; index += 1) {
		const code = text.charCodeAt(index);
		const isDigit = code >= 48 && code <= 57;
		const lower = code | 32;
		if (!isDigit && !(lower >= 97 && lower <= 102)) return -1;
		number = number * 16 + (isDigit ? code - 48 : lower - 87);
	}
	return number;
}
