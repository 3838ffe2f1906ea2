/** A regular expression without one of its anchors, quantifiers or flags. */
export function brokenPatterns(literal: string): string[] {
	const end = literal.lastIndexOf('/');
	const [source, flags] = [literal.slice(1, end), literal.slice(end + 1)];
	return [
		...weaker(source).map((pattern) => `/${pattern}/${flags}`),
		...[...flags].map((flag) => `/${source}/${flags.replace(flag, '')}`),
	].filter(isValid);
}

/** The source of a pattern without one of its signs. */
export const weaker = (source: string) =>
	placesIn(source).map((at) => source.slice(0, at) + source.slice(at + 1));

/** Where an anchor or a quantifier of one character stands, or the `^` of a class. */
function placesIn(source: string): number[] {
	const places: number[] = [];
	let isInClass = false;
	for (let at = 0; at < source.length; at += 1) {
		const char = source[at];
		if (char === '\\') at += 1;
		else if (char === '[') isInClass = true;
		else if (char === ']') isInClass = false;
		else if (isInClass ? char === '^' && source[at - 1] === '[' : /[\^$+*?]/.test(char)) {
			// `(?` begins a group, and `${` a part of a template.
			if (source[at - 1] !== '(' && !source.startsWith('${', at)) places.push(at);
		}
		// The anchor at the start of a group.
		if (!isInClass && char === '^' && source[at - 1] === '(') places.push(at);
	}
	return places;
}

function isValid(literal: string): boolean {
	const end = literal.lastIndexOf('/');
	try {
		new RegExp(literal.slice(1, end), literal.slice(end + 1));
		return end > 1;
	} catch {
		return false;
	}
}
