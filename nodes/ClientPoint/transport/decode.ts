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

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The byte that a URL writes there as `%` and two digits. */
const byteAt = (text: string, index: number) =>
	text[index] === '%' ? hexAt(text, index + 1, 2) : undefined;

const READERS: Record<Escape, Reader> = {
	'\n': joinLines,
	'\r': joinLines,
	'\\'(text, index) {
		const char = text[index + 1];
		if (char === undefined) return undefined;
		const code = char === 'u' ? hexAt(text, index + 2, 4) : undefined;
		if (code !== undefined) return [String.fromCharCode(code), index + 6];
		return [LETTERS[char] ?? char, index + 2];
	},
	'%'(text, index) {
		const first = byteAt(text, index);
		if (first === undefined) return undefined;
		const asLatin1: [string, number] = [String.fromCharCode(first), index + 3];
		// The first byte of UTF-8 tells how many there are.
		if (first < 0xc0) return asLatin1;
		const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
		const bytes = Array.from({ length }, (_, count) => byteAt(text, index + count * 3) ?? 0);
		const char = UTF_8.decode(Uint8Array.from(bytes));
		// No UTF-8, then Latin-1, as older programs write it.
		return char.includes('\ufffd') ? asLatin1 : [char, index + length * 3];
	},
	'&'(text, index) {
		HTML.lastIndex = index;
		const match = HTML.exec(text);
		if (!match) return undefined;
		const [whole, number, name] = match;
		const end = index + whole.length;
		if (name) return [NAMED[name.toLowerCase()], end];
		return [String.fromCodePoint(Math.min(Number(`0${number}`), LAST)), end];
	},
};

const HTML = /&(?:#(\d{1,7}|x[\da-f]{1,6})|(amp|lt|gt|quot|apos));/iy;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The last character of Unicode. */
const LAST = 0x10ffff;

/** The number that so many hexadecimal digits write there; `undefined` where there are fewer. */
function hexAt(text: string, from: number, digits: number): number | undefined {
	const written = text.slice(from, from + digits);
	return written.length === digits && /^[\da-f]+$/i.test(written)
		? parseInt(written, 16)
		: undefined;
}
