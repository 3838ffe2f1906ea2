/** The API key appears nowhere but in the request, whatever the API sends back. */
import { logged } from '../support/nodeLog';
import fc from 'fast-check';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const KEY = 'aB3/x+"Ü&%z9=key';

/** The key as it may be written in a reply. */
const SPELLINGS: Record<string, string> = {
	plain: KEY,
	'URL-encoded': encodeURIComponent(KEY),
	'URL-encoded in lower case': encodeURIComponent(KEY).toLowerCase().replace('ab3', 'aB3'),
	'form-encoded': new URLSearchParams({ k: KEY }).toString().slice(2),
	'JSON-escaped': JSON.stringify(KEY).slice(1, -1),
	'JSON-escaped twice': JSON.stringify(JSON.stringify(KEY)).slice(3, -3),
	'JSON-escaped as PHP does': 'aB3\\/x+\\"\\u00dc&%z9=key',
	'HTML-escaped': 'aB3/x+&quot;Ü&amp;%z9=key',
};

const sandbox = useSandbox();
beforeEach(() => {
	logged.length = 0;
});

const PLAIN = { 'content-type': 'text/plain' };

const echo = (text: string): Array<[string, Fault]> => [
	['as a success', { body: { id: 1, text, [text]: 1, deep: [{ text: `a${text}b` }] } }],
	['as an error', { status: 400, body: { message: `key ${text} is wrong`, [text]: text } }],
	['as an error in HTTP 200', { body: { success: false, errors: { [text]: [text] } } }],
	['as text', { status: 500, body: `Failed: ${text}`, headers: PLAIN }],
	['as a broken 200', { body: `{"api_key":"${text}`, headers: PLAIN }],
];

describe.each(Object.entries(SPELLINGS))('a key sent back %s', (_, text) => {
	it.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const)(
		'is taken out, %s',
		async (onError) => {
			for (const [how, fault] of echo(text)) {
				sandbox.answer(() => fault);
				const { run, log } = await runNode(sandbox, {
					settings: { onError },
					credentials: { apiKey: KEY },
				});
				const shown = [JSON.stringify(run), ...log, ...logged].join('\n');
				expect([how, shown.includes('[API key removed]')]).toEqual([how, true]);
				for (const spelling of Object.values(SPELLINGS)) {
					expect([how, shown.includes(spelling)]).toEqual([how, false]);
				}
			}
			// Only a node that stops is logged; then the log must have been read, and not missed.
			if (onError === 'stopWorkflow') expect(logged.join()).toContain('[API key removed]');
		},
	);
});

it('is not in what a run shows when the API sends the whole request back', async () => {
	sandbox.answer(() => ({ echo: true }));
	const { run, log } = await runNode(sandbox);
	expect(sandbox.received[0].text).toContain(sandbox.received[0].body.api_key);
	expect([JSON.stringify(run), ...log, ...logged].join()).not.toContain(
		sandbox.received[0].body.api_key,
	);
});

it('is not in a message about the form', async () => {
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, assigned_to: KEY },
		credentials: { apiKey: KEY },
	});
	expect(error?.message).toBe(
		'Assigned To must be a valid e-mail address, not "[API key removed]" [item 0]',
	);
});

describe('typed into a field', () => {
	const key = 'exampleKey0123456';
	const run = async (parameters: object) => {
		const result = await runNode(sandbox, {
			parameters: { ...REQUIRED, ...parameters },
			credentials: { apiKey: key },
		});
		const { done, error } = result;
		// n8n itself keeps the node with its parameters in the error.
		const told = [error?.message, error?.description, error?.context?.data];
		expect(JSON.stringify([done, told]).toLowerCase()).not.toContain(key.toLowerCase());
		return done[0]?.json ?? { error: error?.message };
	};

	it('is not in a preview', async () => {
		const preview = await run({
			name: `ABC ${key}`,
			additionalFields: { data: { [key]: [key.toUpperCase(), { a: encodeURIComponent(key) }] } },
			options: { previewOnly: true },
		});
		expect(preview).toMatchObject({
			method: 'POST',
			url: `${sandbox.url}/v4/clientpoint/create`,
			body: {
				name: 'ABC [API key removed]',
				revenue: 500.5,
				data: { '[API key removed]': ['[API key removed]', { a: '[API key removed]' }] },
			},
		});
	});

	it('is not in a personal link', async () => {
		sandbox.answer(() => ({ body: { data: { clientpoint_url: 'https://x.example/v/7/PIN1' } } }));
		const json = await run({
			operation: 'getLink',
			clientpoint_id: '7',
			additionalFields: { personal_link_email: `${key}@x.example` },
		});
		expect(json.personal_url).toBe(
			'https://login.clientpoint.net/proposal/unlock-view/proposalId/7/pin/PIN1/email/[API key removed]%40x.example',
		);
	});

	it('is not in what is said of a personal link that cannot be made', async () => {
		sandbox.answer(() => ({ body: { data: { clientpoint_url: 'https://x.example/v/7' } } }));
		const json = await run({
			operation: 'getLink',
			clientpoint_id: '7',
			additionalFields: { personal_link_email: `${key}@x.example` },
		});
		expect(json.error).toBe(
			'No personal link can be made for [API key removed]@x.example: the link that ClientPoint gave has no PIN. Leave Personal Link For blank to get the link as it is. [item 0]',
		);
	});
});

it('is not in what is shown of a lost connection', async () => {
	sandbox.answer(() => ({ drop: 'before' }));
	const { run, log } = await runNode(sandbox, { credentials: { apiKey: KEY } });
	expect(run.status).toBe('error');
	expect([JSON.stringify(run), ...log, ...logged].join()).not.toContain(
		JSON.stringify(KEY).slice(1, -1),
	);
});

it('is taken out of any JSON, which stays JSON', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 8 }), fc.json(), (key, json) => {
			fc.pre(!'[API key removed]'.includes(key));
			const text = JSON.stringify({
				[key]: [key, encodeURIComponent(key)],
				json: JSON.parse(json),
			});
			const shown = createRedactor(key).jsonText(text);
			const strings: string[] = [];
			JSON.parse(shown, (name, value) => {
				strings.push(name);
				if (typeof value === 'string') strings.push(value);
				return value;
			});
			expect(strings.filter((string) => string.includes(key))).toEqual([]);
		}),
	);
});

it('leaves alone what holds no key', () => {
	const redact = createRedactor('abc12345');
	expect(redact.jsonText('{"a": 1.0, "b": "abc1234", "c": "%41%zz\\\\&amp;"}')).toBe(
		'{"a": 1.0, "b": "abc1234", "c": "%41%zz\\\\&amp;"}',
	);
	expect(createRedactor('12345678').jsonText('{"key":12345678,"id":123456789}')).toBe(
		'{"key":"[API key removed]","id":123456789}',
	);
});

it('is found beside letters that change their length with their case', () => {
	expect(createRedactor('exampleKey0123').text('İ exampleKey0123 İ EXAMPLEKEY0123')).toBe(
		'İ [API key removed] İ [API key removed]',
	);
});

it('is removed from a number of more digits than JavaScript keeps', () => {
	const digits = '12345678901234567890';
	expect(createRedactor(digits).jsonText(`{"a":${digits},"b":[${digits}, 1]}`)).toBe(
		'{"a":"[API key removed]","b":["[API key removed]",1]}',
	);
});

describe('in every encoding that is promised', () => {
	const bytes = (text: string) => [...new TextEncoder().encode(text)];
	const base64 = (text: string) => btoa(String.fromCharCode(...bytes(text)));
	const hex = (text: string) =>
		bytes(text)
			.map((byte) => byte.toString(16).padStart(2, '0'))
			.join('');
	const repeated = (encode: (text: string) => string, times: number) => (text: string) =>
		Array.from({ length: times }).reduce<string>((done) => encode(done), text);
	const json = (text: string) => JSON.stringify(text).slice(1, -1);
	const ENCODINGS: Record<string, (key: string) => string> = {
		plain: (key) => key,
		'URL, once': encodeURIComponent,
		'URL, twice': repeated(encodeURIComponent, 2),
		'URL, three times': repeated(encodeURIComponent, 3),
		'URL, every character': (key) => hex(key).replace(/../g, '%$&'),
		'JSON, once': json,
		'JSON, twice': repeated(json, 2),
		'JSON, every character': (key) =>
			[...Array(key.length).keys()]
				.map((index) => `\\u${key.charCodeAt(index).toString(16).padStart(4, '0')}`)
				.join(''),
		'HTML, by number': (key) => [...key].map((char) => `&#${char.codePointAt(0)};`).join(''),
		'HTML, in hexadecimal': (key) =>
			[...key].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(''),
		'HTML, in JSON': (key) => json([...key].map((char) => `&#${char.codePointAt(0)};`).join('')),
		'URL, in JSON': (key) => json(encodeURIComponent(key)),
		hexadecimal: hex,
		'hexadecimal, capitals': (key) => hex(key).toUpperCase(),
		'base64, alone': base64,
		'base64, in a login': (key) => base64(`user:${key}`),
		'base64, among others': (key) => base64(`ab${key}yz`),
		'base64, in the lines of a mail': (key) =>
			base64(`${'x'.repeat(50)}${key}${'y'.repeat(60)}`).replace(/.{76}(?!$)/g, '$&\r\n'),
		'base64, in lines, in JSON': (key) =>
			json(base64(`${'x'.repeat(40)}${key}`).replace(/.{60}(?!$)/g, '$&\n')),
		'hexadecimal, in indented lines': (key) => hex(key).replace(/.{8}(?!$)/g, '$&\n\t  '),
		'base64, for URLs': (key) =>
			base64(key).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''),
	};
	/** As ClientPoint says it is, and others that are allowed too. */
	const key = fc.oneof(
		fc.stringMatching(/^[A-Za-z0-9]{8,40}$/),
		fc.stringMatching(/^[!-~]{8,40}$/),
		fc.stringMatching(/^[!-~äßéЖ漢😀]{8,20}$/u),
	);
	const around = fc.stringMatching(/^[a-z ,:;({"<]{0,20}$/);

	it.each(Object.entries(ENCODINGS))('%s', (_, encode) => {
		fc.assert(
			fc.property(key, around, around, (secret, before, after) => {
				// Between other text, so that base64 ends there.
				const shown = createRedactor(secret).text(`${before} ${encode(secret)} ${after}`);
				expect(shown).toBe(`${before} [API key removed] ${after}`);
			}),
			{ numRuns: 200 },
		);
	});

	it.each(['toUpperCase', 'toLowerCase'] as const)('%s', (change) => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z0-9]{8,40}$/), (secret) => {
				expect(createRedactor(secret).text(`key ${secret[change]()}!`)).toBe(
					'key [API key removed]!',
				);
			}),
		);
	});
});

it.each([
	['backslashes', '\\'.repeat(2_000_000)],
	['percent signs', '%25'.repeat(700_000)],
	['ampersands', '&amp;'.repeat(400_000)],
	['quotes', '"'.repeat(2_000_000)],
	['lines', '\r\n'.repeat(1_000_000)],
	['indented lines', 'a\n \t \t'.repeat(300_000)],
	['one indent', `\n${' '.repeat(2_000_000)}`],
	['the beginning of the key', 'exampleKey'.repeat(200_000)],
	['JSON of any depth', `${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`],
])('takes megabytes of %s, and leaves them as they are', (_, text) => {
	expect(createRedactor('exampleKey0123').jsonText(text)).toBe(text);
});

it('is removed as often as it is there', () => {
	const text = 'exampleKey0123,\n'.repeat(300_000);
	expect(createRedactor('exampleKey0123').text(text)).toBe(
		text.replaceAll('exampleKey0123', '[API key removed]'),
	);
});

it('is removed from JSON nested deeper than the stack allows', () => {
	const text = `${'['.repeat(100_000)}"exampleKey0123"${']'.repeat(100_000)}`;
	expect(createRedactor('exampleKey0123').jsonText(text)).toBe(
		text.replace('exampleKey0123', '[API key removed]'),
	);
});
