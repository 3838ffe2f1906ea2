const WHITESPACE = /[ \t\n\r]*/y;
// Between the quotes: all from the space on, but for the quote and the backslash.
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON, as "line 2, column 7" (both from 1), or `undefined` when it is JSON.
 * Needed because V8 names no position for an unexpected token, the most frequent mistake.
 */
export function jsonErrorPosition(text: string): string | undefined {
	const end = brokenAt(text);
	if (end === undefined) return undefined;
	const lines = text.slice(0, end).split('\n');
	return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** The offset of the first character that JSON does not allow there. */
function brokenAt(text: string): number | undefined {
	let at = 0;
	const take = (pattern: RegExp) => {
		pattern.lastIndex = at;
		if (!pattern.test(text)) return false;
		at = pattern.lastIndex;
		return true;
	};
	const takeChar = (char: string) => {
		take(WHITESPACE);
		if (text[at] !== char) return false;
		at += 1;
		take(WHITESPACE);
		return true;
	};
	const list = (close: string, entry: () => boolean) => {
		if (takeChar(close)) return true;
		do {
			if (!entry()) return false;
		} while (takeChar(','));
		return takeChar(close);
	};
	const value = (): boolean => {
		take(WHITESPACE);
		if (takeChar('{')) return list('}', () => take(STRING) && takeChar(':') && value());
		if (takeChar('[')) return list(']', value);
		return take(STRING) || take(LITERAL);
	};
	const whole = value();
	take(WHITESPACE);
	return whole && at === text.length ? undefined : at;
}
