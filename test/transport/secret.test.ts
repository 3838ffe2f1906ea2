/** @jest-environment node */
/** The API key appears nowhere except in the request, whatever the API sends back. */
import { logged } from '../support/nodeLog';
import fc from 'fast-check';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

/** Visible ASCII, more than ClientPoint's letters and digits, so that each way of writing it differs. */
const KEY = 'aB3/x+"&%z9=key';
const REMOVED = '[API key removed]';

const escaped = (key: string) => JSON.stringify(key).slice(1, -1);

/** The key as it may be written in a reply. */
const SPELLINGS: Record<string, (key: string) => string> = {
	plain: (key) => key,
	'in capitals': (key) => key.toUpperCase(),
	'percent-encoded': encodeURIComponent,
	'JSON-escaped': escaped,
	'JSON-escaped as PHP does': (key) => escaped(key).replaceAll('/', '\\/'),
	'in base64': (key) => btoa(`user:${key}`),
};

const sandbox = useSandbox();

const PLAIN = { 'content-type': 'text/plain' };

const echoes = (text: string): Fault[] => [
	{ status: 400, body: { message: `key ${text} is wrong`, [text]: text } },
	{ body: { id: 1, text, [text]: 1, deep: [{ text: `a${text}b` }] } },
	{ body: { success: false, errors: { [text]: [text] } } },
	{ status: 500, body: `Failed: ${text}`, headers: PLAIN },
	{ body: `{"api_key":"${text}`, headers: PLAIN },
];

describe.each(Object.entries(SPELLINGS))('a key sent back %s', (_, write) => {
	it.each(['stopWorkflow', 'continueErrorOutput'] as const)('is taken out, %s', async (onError) => {
		logged.length = 0;
		const text = write(KEY);
		sandbox.answer((number) => echoes(text)[number]);
		const { run, log } = await runNode(sandbox, {
			items: echoes(text).map(() => ({})),
			settings: { onError },
			credentials: { apiKey: KEY },
		});
		const shown = [JSON.stringify(run), ...log, ...logged].join('\n');
		expect(shown).toContain(REMOVED);
		expect(shown).not.toContain(text);
		// Only a node that stops is logged; then the log must have been read, and not missed.
		if (onError === 'stopWorkflow') expect(logged.join()).toContain(REMOVED);
	});
});

describe('typed into a field', () => {
	const apiKey = 'exampleKey0123456';
	const run = async (parameters: object) => {
		const { done, error } = await runNode(sandbox, {
			parameters: { ...REQUIRED, ...parameters },
			credentials: { apiKey },
		});
		// n8n itself keeps the node with its parameters in the error.
		return JSON.stringify([done, error?.message, error?.description, error?.context?.data]);
	};

	it.each([
		['a message about the form', { assigned_to: apiKey }],
		['a report about the item', { name: `ABC ${apiKey}` }],
		[
			'a preview',
			{
				additionalFields: { data: { [apiKey]: [apiKey.toUpperCase()] } },
				options: { previewOnly: true },
			},
		],
	])('it is not in %s', async (_, parameters) => {
		sandbox.answer(() => ({ drop: 'after' }));
		const shown = await run(parameters);
		expect(shown).toContain(REMOVED);
		expect(shown.toLowerCase()).not.toContain(apiKey.toLowerCase());
	});
});

it('any key is taken out of any JSON', () => {
	const key = fc.oneof(
		fc.stringMatching(/^[A-Za-z0-9]{8,40}$/),
		fc.stringMatching(/^[!-~]{8,40}$/).filter((one) => !REMOVED.includes(one)),
	);
	const write = fc.constantFrom(...Object.values(SPELLINGS));
	fc.assert(
		fc.property(key, write, fc.jsonValue(), (secret, spelling, json) => {
			const text = spelling(secret);
			const shown = createRedactor(['anotherKey', secret]).json({ [text]: [`a${text}`, json] });
			expect(JSON.stringify(shown)).not.toContain(escaped(text));
		}),
	);
});

it('of digits alone is taken out of numbers, and leaves others alone', () => {
	const { json } = createRedactor(['12345678']);
	expect(json({ key: 12345678, id: 1234567, text: '1234-5678' })).toEqual({
		key: REMOVED,
		id: 1234567,
		text: '1234-5678',
	});
});
