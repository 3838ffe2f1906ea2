/** Characters that are written by others, and where they stood. */
import { decode, offsetIn, type Escape } from '../../nodes/ClientPoint/transport/decode';

const decoded = (text: string, ...escapes: Escape[]) => decode({ text }, escapes)?.text;
const CHARACTERS = [
	...['A', '/', '\u007f', '\u0080', 'ü', '\u07ff', '\u0800', '€', '\ufeff', '\uffff'],
	...['\u{10000}', '👍', '\u{10ffff}'],
];

describe('a URL', () => {
	it.each(CHARACTERS)('writes %j in UTF-8', (char) => {
		const written = [...Buffer.from(char)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
		expect(decoded(`a${written.join('')}b`, '%')).toBe(`a${char}b`);
		expect(decoded(written.join('').toUpperCase(), '%')).toBe(char);
	});
	it.each([
		['%fc', 'ü'],
		['%80%bf', '\u0080¿'],
		['%c3', 'Ã'],
		['%c3%41', 'ÃA'],
		['%c3%c3%bc', 'Ãü'],
		['%c3x%bc', 'Ãx¼'],
		['%e2%82', 'â\u0082'],
		['%e2%82%41', 'â\u0082A'],
		['%f0%9f%91', 'ð\u009f\u0091'],
		['%ff', 'ÿ'],
	])('is Latin-1 where it is no UTF-8: %s', (text, as) => expect(decoded(text, '%')).toBe(as));
	it.each(['%', '%4', '%4g', '%g4', '%/0', '%0/', '%:0', '%@1', '%`1', '% 1', '%-1', '50%'])(
		'is no escape: %s',
		(text) => expect(decoded(text, '%')).toBe(text),
	);
});

describe('JSON', () => {
	it.each([
		['\\n\\r\\t', '\n\r\t'],
		['\\/\\"\\\\', '/"\\'],
		['\\u0041\\u00FC\\u00fc', 'Aüü'],
		['\\ud83d\\udc4d', '👍'],
		['\\u0000', '\0'],
		['\\u00g1\\u41', 'u00g1u41'],
		['\\x\\', 'x\\'],
	])('%s', (text, as) => expect(decoded(text, '\\')).toBe(as));
});

describe('HTML', () => {
	it.each([
		['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
		['&AMP;&Lt;', '&<'],
		['&#65;&#0065;&#x41;&#X41;&#x000041;', 'AAAAA'],
		['&#128077;&#x1F44D;', '👍👍'],
		['&#1114111;&#x10ffff;', '\u{10ffff}\u{10ffff}'],
		['&#9999999;&#x110000;', '\u{10ffff}\u{10ffff}'],
		['&amp;amp;', '&amp;'],
	])('%s', (text, as) => expect(decoded(text, '&')).toBe(as));
	it.each([
		'&',
		'&amp',
		'& amp;',
		'&;',
		'&#;',
		'&#x;',
		'&#xg;',
		'&#12345678;',
		'&#x1234567;',
		'&a;',
	])('is no escape: %s', (text) => expect(decoded(text, '&')).toBe(text));
});

it('lines are one, without what begins them', () => {
	expect(decoded('ab\n  \tcd\r\nef \n', '\n', '\r')).toBe('abcdef ');
});

it('is what is asked alone, and nothing where nothing is to be undone', () => {
	expect(decoded('%41\\n&lt;', '%', '\\', '&')).toBe('A\n<');
	expect(decoded('%41\\n&lt;', '\\')).toBe('%41\n&lt;');
	expect(decoded('abc', '%', '\\', '&')).toBeUndefined();
});

it('says where each character stood, at each level', () => {
	const offsets = (view: ReturnType<typeof decode>) =>
		view && Array.from({ length: view.text.length + 1 }, (_, index) => offsetIn(view, index));
	const first = decode({ text: 'a%2541b👍%c3%bcc' }, ['%']);
	expect([first?.text, offsets(first)]).toEqual(['a%41b👍üc', [0, 1, 4, 5, 6, 7, 8, 9, 15, 16]]);
	const second = first && decode(first, ['%']);
	expect([second?.text, offsets(second)]).toEqual(['aAb👍üc', [0, 1, 6, 7, 8, 9, 15, 16]]);
	expect(offsetIn({ text: 'ab' }, 1)).toBe(1);
});
