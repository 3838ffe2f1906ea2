/** Replies in the character set that they name, and the key taken out of them. */
import { describeResponse } from '../../nodes/ClientPoint/transport/errorMessage';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';
import { readResponse } from '../../nodes/ClientPoint/transport/response';

const KEY = 'exampleKeyäöü1';
const redact = createRedactor(KEY);
const NAME = 'Müller & Söhne';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string) =>
	Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) % 256, char.charCodeAt(0) >> 8]));
const big = (text: string) =>
	Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) % 256]));

const said = (status: number, type: string | undefined, body: Uint8Array) =>
	describeResponse(
		readResponse(
			{ statusCode: status, headers: type === undefined ? {} : { 'content-type': type }, body },
			redact,
		),
	);

const CHARSETS: Array<[string | undefined, (text: string) => Uint8Array]> = [
	[undefined, utf8],
	['', utf8],
	['application/json', utf8],
	['application/json; charset=utf-8', utf8],
	['application/json;charset="UTF8"', utf8],
	['application/json; charset=', utf8],
	['application/json; charset=klingon', utf8],
	['application/json; charset=utf-8', (text) => utf8(`\ufeff${text}`)],
	// Latin-1 that is not told, or told as something else.
	[undefined, latin1],
	['application/json', latin1],
	['application/json; charset=utf-8', latin1],
	['application/json; charset=latin-1', latin1],
	['application/json; charset=ISO-8859-1', latin1],
	["application/json; charset='iso-8859-1'", latin1],
	['text/json; CHARSET = "latin1"; x=1', latin1],
	['application/json; charset=windows-1252', latin1],
	['application/json; charset=iso-8859-15', latin1],
	['application/json; charset=utf-16le', utf16],
	['application/json; charset=utf-16', utf16],
	['application/json; charset=utf-16be', big],
	// UTF-16 that shows itself, whatever is named.
	[undefined, utf16],
	['application/json', big],
	['application/json; charset=utf-8', utf16],
	['application/json; charset=utf-16', big],
	['application/json', (text) => utf16(`\ufeff${text}`)],
	['text/plain; charset=us-ascii', (text) => big(`\ufeff${text}`)],
];

it('is mended up to 200,000 bytes; what is longer would take long to be read', () => {
	const read = (bytes: number) => {
		const body = latin1(`ü${'x'.repeat(bytes - 1)}`);
		return readResponse({ statusCode: 500, headers: {}, body }, redact).text[0];
	};
	expect([read(200_000), read(200_001)]).toEqual(['ü', '\ufffd']);
});

it.each(CHARSETS)('%j', (type, encode) => {
	expect(
		said(422, type, encode(JSON.stringify({ errors: { [NAME]: [`${NAME} is not known`] } }))),
	).toBe(`ClientPoint answered 422: ${NAME}: ${NAME} is not known`);
	expect(said(400, type, encode(JSON.stringify({ message: `the key ${KEY} is odd` })))).toBe(
		'ClientPoint answered 400: the key [API key removed] is odd',
	);
	expect(said(500, type, encode(`${NAME} ${KEY}`))).toBe(
		`ClientPoint answered 500 with text that is not JSON: ${NAME} [API key removed]`,
	);
});
