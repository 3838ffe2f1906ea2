/**
 * The body of a reply as text: in the character set that shows itself or is named; in UTF-8 where none is, or an
 * unknown one, but for what is no UTF-8: that is Latin-1, as older programs write it without saying so.
 */
export function textOf(body: unknown, contentType: string): string {
	if (typeof body === 'string') return body;
	if (!(body instanceof Uint8Array)) return JSON.stringify(body ?? '');
	const named = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? 'utf-8';
	const decoder = decoderFor(utf16In(body) ?? named);
	const text = decoder.decode(body);
	const isTorn = decoder.encoding === 'utf-8' && text.includes('\ufffd');
	return isTorn && body.length <= MENDED ? piecewise(body) : text;
}

/** Bytes; a longer reply would take too long to be read piece by piece. */
const MENDED = 200_000;

/** UTF-16 has a mark, or a zero in its first character, which in a text for programs is one of ASCII. */
function utf16In([first, second]: Uint8Array): string | undefined {
	if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0)) return 'utf-16le';
	if ((first === 0xfe && second === 0xff) || (first === 0 && second > 0)) return 'utf-16be';
	return undefined;
}

function decoderFor(charset: string) {
	try {
		return new TextDecoder(charset);
	} catch {
		// A character set that nobody knows is most often a slip for UTF-8.
		return new TextDecoder();
	}
}

const UTF_8 = new TextDecoder();
const LATIN_1 = new TextDecoder('windows-1252');

/** Each run of bytes beyond ASCII by itself. */
function piecewise(bytes: Uint8Array): string {
	let text = '';
	for (let from = 0, to = 0; from < bytes.length; from = to) {
		const isAscii = bytes[from] < 0x80;
		while (to < bytes.length && bytes[to] < 0x80 === isAscii) to += 1;
		const run = bytes.subarray(from, to);
		const asUtf8 = UTF_8.decode(run);
		text += asUtf8.includes('\ufffd') ? LATIN_1.decode(run) : asUtf8;
	}
	return text;
}
