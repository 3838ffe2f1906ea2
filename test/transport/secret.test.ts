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

/** The key as it may be written in a reply. */
const SPELLINGS: Record<string, string> = {
	plain: KEY,
	'in capitals': KEY.toUpperCase(),
	'percent-encoded': encodeURIComponent(KEY),
	'JSON-escaped': JSON.stringify(KEY).slice(1, -1),
	'JSON-escaped as PHP does': JSON.stringify(KEY).slice(1, -1).replace('/', '\\/'),
	'in base64': btoa(`user:${KEY}`),
};

const sandbox = useSandbox();
beforeEach(() => {
	logged.length = 0;
});

const PLAIN = { 'content-type': 'text/plain' };

const echoes = (text: string): Fault[] => [
	{ status: 400, body: { message: `key ${text} is wrong`, [text]: text } },
	{ body: { id: 1, text, [text]: 1, deep: [{ text: `a${text}b` }] } },
	{ body: { success: false, errors: { [text]: [text] } } },
	{ status: 500, body: `Failed: ${text}`, headers: PLAIN },
	{ body: `{"api_key":"${text}`, headers: PLAIN },
];

describe.each(Object.entries(SPELLINGS))('a key sent back %s', (_, text) => {
	it.each(['stopWorkflow', 'continueErrorOutput'] as const)('is taken out, %s', async (onError) => {
		sandbox.answer((number) => echoes(text)[number]);
		const { run, log } = await runNode(sandbox, {
			items: echoes(text).map(() => ({})),
			settings: { onError },
			credentials: { apiKey: KEY },
		});
		const shown = [JSON.stringify(run), ...log, ...logged].join('\n');
		expect(shown).toContain('[API key removed]');
		expect(shown).not.toContain(text);
		// Only a node that stops is logged; then the log must have been read, and not missed.
		if (onError === 'stopWorkflow') expect(logged.join()).toContain('[API key removed]');
	});
});

it('is not in what a run shows when the API sends the whole request back', async () => {
	sandbox.answer(() => ({ echo: true }));
	const { run, log } = await runNode(sandbox);
	expect(sandbox.received[0].text).toContain(sandbox.received[0].body.api_key);
	expect([JSON.stringify(run), ...log, ...logged].join()).not.toContain(
		sandbox.received[0].body.api_key,
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

	it('is not in a message about the form', async () => {
		expect(await run({ assigned_to: key })).toEqual({
			error: 'Assigned To must be a valid e-mail address, not "[API key removed]"',
		});
	});

	it('is not in a preview', async () => {
		const preview = await run({
			name: `ABC ${key}`,
			additionalFields: { data: { [key]: [key.toUpperCase(), { a: encodeURIComponent(key) }] } },
			options: { previewOnly: true },
		});
		expect(preview).toMatchObject({
			body: {
				name: 'ABC [API key removed]',
				data: { '[API key removed]': ['[API key removed]', { a: '[API key removed]' }] },
			},
		});
	});

	it('is not in a report about the item', async () => {
		sandbox.answer(() => ({ drop: 'after' }));
		await run({ name: `ABC ${key}` });
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
});

const key = fc.oneof(fc.stringMatching(/^[A-Za-z0-9]{8,40}$/), fc.stringMatching(/^[!-~]{8,40}$/));

it('is taken out of any reply, which never throws', () => {
	const WAYS: Array<(secret: string) => string> = [
		(secret) => secret,
		(secret) => secret.toUpperCase(),
		(secret) => secret.toLowerCase(),
		encodeURIComponent,
		(secret) => JSON.stringify(secret).slice(1, -1),
		(secret) => btoa(secret),
		(secret) => btoa(`a${secret}`),
		(secret) => btoa(`ab${secret}`).replace(/\+/g, '-').replace(/\//g, '_'),
	];
	fc.assert(
		fc.property(key, fc.constantFrom(...WAYS), fc.string(), (secret, write, around) => {
			const written = write(secret);
			fc.pre(!'[API key removed]'.includes(secret));
			const { text } = createRedactor(['anotherKey', secret]);
			// Base64 leaves what belongs to its neighbours.
			const core = written.replace(/^.{0,4}?(?==)|=+$/g, '').slice(3, -4);
			expect(text(`${around} ${written} ${around}`)).not.toContain(
				core.length > 3 ? core : written,
			);
		}),
	);
});

it('is taken out of any JSON, which stays JSON', () => {
	fc.assert(
		fc.property(key, fc.jsonValue(), (secret, json) => {
			fc.pre(!'[API key removed]'.includes(secret));
			const { json: redact } = createRedactor([secret]);
			const shown = redact({ [secret]: [secret, encodeURIComponent(secret)], json });
			const strings: string[] = [];
			JSON.parse(JSON.stringify(shown), (name, value) => {
				strings.push(name);
				if (typeof value === 'string') strings.push(value);
				return value;
			});
			expect(strings.filter((string) => string.includes(secret))).toEqual([]);
		}),
	);
});

it('of digits alone is taken out of numbers, and leaves others alone', () => {
	const { json } = createRedactor(['12345678']);
	expect(json({ key: 12345678, id: 1234567, text: '1234-5678' })).toEqual({
		key: '[API key removed]',
		id: 1234567,
		text: '1234-5678',
	});
});
