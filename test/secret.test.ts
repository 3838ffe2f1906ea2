/** The API key appears nowhere but in the request, whatever the API sends back. */
import { logged } from './support/nodeLog';
import fc from 'fast-check';
import { secretFilter } from '../nodes/ClientPoint/run/secret';
import { startSandbox, type Fault, type Sandbox } from '../sandbox/server';
import { REQUIRED, runNode } from './support/clientPoint';

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

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
	sandbox.reset();
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
		fc.property(fc.string({ minLength: 4 }), fc.json(), (key, json) => {
			fc.pre(!'[API key removed]'.includes(key));
			const text = JSON.stringify({
				[key]: [key, encodeURIComponent(key)],
				json: JSON.parse(json),
			});
			const shown = secretFilter(key).jsonText(text);
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
	const filter = secretFilter('abc123');
	expect(filter.jsonText('{"a": 1.0, "b": "abc124"}')).toBe('{"a": 1.0, "b": "abc124"}');
	expect(secretFilter('').text('anything')).toBe('anything');
	expect(secretFilter('123456').jsonText('{"key":123456,"id":1234567}')).toBe(
		'{"key":"[API key removed]","id":1234567}',
	);
});
