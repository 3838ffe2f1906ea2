/** Fewer digits are those of ordinary numbers. */
const SHORTEST = 8;
/** How many digits every language keeps of a number; PHP writes no more. */
const KEPT = 14;

/** Whether a number is a secret of digits alone, also negative or rounded; `undefined` for a secret that is none. */
export function secretNumber(secret: string): ((value: number) => boolean) | undefined {
	const digits = secret.replace(/^0+/, '');
	if (!/^\d+$/.test(secret) || digits.length < SHORTEST) return undefined;
	const number = Number(digits);
	const rounded = number.toPrecision(KEPT);
	return (value) =>
		Math.abs(value) === number ||
		(digits.length > KEPT && Math.abs(value).toPrecision(KEPT) === rounded);
}

/** JSON with the numbers that fit replaced; in one pass, and what stands in strings stays. */
export function replaceNumbers(
	json: string,
	fits: (value: number) => boolean,
	replacement: string,
): string {
	const token = /["\\]|-?\d[\d.eE+-]*/g;
	let result = '';
	let kept = 0;
	let isInString = false;
	for (let match = token.exec(json); match; match = token.exec(json)) {
		const [found] = match;
		if (found === '"') isInString = !isInString;
		else if (found === '\\') token.lastIndex += 1;
		else if (!isInString && fits(Number(found))) {
			result += json.slice(kept, match.index) + replacement;
			kept = token.lastIndex;
		}
	}
	return result + json.slice(kept);
}
