/** The key in what is shown, where it is not written as it is. */
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';

const REMOVED = '[API key removed]';
const hex = (char: string, digits: number) => char.charCodeAt(0).toString(16).padStart(digits, '0');
/** A character in other words. */
const ESCAPES: Record<string, (char: string) => string> = {
	URL: (char) => `%${hex(char, 2)}`,
	JSON: (char) => `\\u${hex(char, 4)}`,
	HTML: (char) => `&#x${hex(char, 2)};`,
};
/** The first characters, each escaped in its own way, before the rest as it is. */
const escaped = (key: string, ways: string[]) =>
	ways.map((way, index) => ESCAPES[way](key[index])).join('') + key.slice(ways.length);

// Each looks as if something in it were escaped, in the way in which it is not.
describe.each([
	['URL', 'Key%41cdefgh'],
	['JSON', 'Key\\u0041cdefgh'],
	['HTML', 'Key&#65;cdefgh'],
])('a key that looks like %s', (own, key) => {
	const others = Object.keys(ESCAPES).filter((way) => way !== own);
	it.each([...others.map((way) => [way]), others, others.toReversed()])(
		'is found where it is written in %s %s',
		(...ways) =>
			expect(createRedactor(key).text(`a ${escaped(key, ways)} b`)).toBe(`a ${REMOVED} b`),
	);
});

it('is found where it is written in all ways at once, up to three times over', () => {
	const key = 'exampleKey12345';
	const { text } = createRedactor(key);
	expect(text(`a ${escaped(key, Object.keys(ESCAPES))} b`)).toBe(`a ${REMOVED} b`);
	let shown = key.replace('e', '%65');
	for (let level = 0; level < 3; level += 1) {
		expect(text(`a ${shown} b`)).toBe(`a ${REMOVED} b`);
		shown = encodeURIComponent(shown);
	}
});

it.each(['exampleKey12345', 'exampleKey123456', 'exampleKey1234567'])(
	'%s is found in base64 and hexadecimal that are the whole text',
	(key) => {
		const { text } = createRedactor(key);
		for (const around of ['', 'a', 'ab', 'abc']) {
			const bytes = Buffer.from(`${around}${key}${around}`);
			for (const encoding of ['base64', 'base64url'] as const) {
				const encoded = bytes.toString(encoding);
				expect(text(encoded)).toBe(REMOVED);
				expect(text(`${encoded} ${encoded}`)).toBe(`${REMOVED} ${REMOVED}`);
			}
			const beside = Buffer.from(around).toString('hex');
			for (const shown of [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]) {
				expect(text(shown)).toBe(`${beside}${REMOVED}${beside}`);
			}
		}
	},
);

it.each(['', 'x', 'exampleKey1234', '%', 'a%41', '&amp;', 'ZXhhbXBsZUtleTEyMzQ='])(
	'%j holds no key and stays',
	(shown) => expect(createRedactor('exampleKey12345').text(shown)).toBe(shown),
);

it('is taken out wherever it stands, once or often', () => {
	const key = 'exampleKey12345';
	const { text } = createRedactor(key);
	expect(text(`${key}${key}a${key.toUpperCase()}`)).toBe(`${REMOVED}${REMOVED}a${REMOVED}`);
	expect(text(`${key}%`)).toBe(`${REMOVED}%`);
	expect(text(`${key}%20${key}`)).toBe(`${REMOVED}%20${REMOVED}`);
});
