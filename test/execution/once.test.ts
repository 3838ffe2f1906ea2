/** Idempotency Key: what was sent is not sent again, in whatever execution. */
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { SANDBOX_KEY, type Fault } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { RETRY } from '../support/clientPoint';
import { useKeyStore } from '../support/keyStore';
import { useSandbox } from '../support/useSandbox';
import { hinted, items, runsIn, sentTo, told, withOptions, type OnceRun } from './onceRuns';

const sandbox = useSandbox();
const store = useKeyStore();
const run = runsIn(sandbox);
const sent = () => sentTo(sandbox);

const IN_DOUBT =
	'The unique key "D-A" was used before, and whether that item was carried out is not known';
const LOOK =
	'The ClientPoint may have been created. Search ClientPoint for "A" before you run this again, or there may be two. If it was not, send it with another key, or with Resend When Outcome Is Unknown.';
const ALREADY = 'Sent before with the same unique key, so not sent again:';

describe('a second execution', () => {
	it('puts out what was sent before as done, in its place, linked to its item, and hints at it', async () => {
		await run({ items: [items[1]] });
		const result = await run();
		expect(
			result.done.map(({ json, pairedItem }) => [json.alreadySent ? json : 'sent', pairedItem]),
		).toEqual([
			['sent', { item: 0 }],
			[
				expect.objectContaining({ alreadySent: true, idempotencyKey: 'D-B', sameContent: true }),
				{ item: 1 },
			],
			['sent', { item: 2 }],
		]);
		expect(hinted(result)).toEqual([`${ALREADY} item 1.`]);
	});

	it('of another node, or another operation, has keys of its own', async () => {
		await run();
		expect(told(await run({ settings: { id: 'another' } }))).toEqual(['done', 'done', 'done']);
		const update = { operation: 'update', clientpoint_id: 1001, status: 'won' };
		await run({ parameters: { ...withOptions(), ...update } });
		// One content with three keys is three changes.
		expect(sandbox.received.map(({ method }) => method).slice(6)).toEqual(['PUT', 'PUT', 'PUT']);
	});
});

describe('a key stands for', () => {
	const one = (company: string) => ({ items: [{ company, deal: 'D-1' }] });
	const update = (id: number, status: string) => ({
		items: [{ deal: 'D-1', id, status }],
		parameters: {
			operation: 'update',
			clientpoint_id: '={{ $json.id }}',
			status: '={{ $json.status }}',
			options: { idempotencyKey: '={{ $json.deal }}' },
		},
	});
	const invite = (email: string) => ({
		items: [{ deal: 'D-1', email }],
		parameters: {
			resource: 'recipient',
			operation: 'upsert',
			clientpoint_id: 1001,
			email: '={{ $json.email }}',
			options: { idempotencyKey: '={{ $json.deal }}' },
		},
	});

	it('one Create, whatever is in it, and the output says whether it was the same', async () => {
		await run(one('ABC'));
		const again = await run(one('ABC'));
		const changed = await run(one('ABC Ltd'));
		const back = await run(one('ABC'));
		expect(sent()).toBe('ABC');
		expect([again, changed, back].map(({ done }) => done[0].json)).toEqual(
			[true, false, true].map((sameContent) => ({
				clientpoint_id: null,
				clientpoint_url: null,
				...{ alreadySent: true, idempotencyKey: 'D-1', sameContent },
			})),
		);
	});

	it.each<[string, OnceRun[]]>([
		['Update', [update(1, 'pending'), update(1, 'won'), update(2, 'won')]],
		['Recipient', [invite('ann@x.example'), invite('bob@x.example')]],
	])('one change of each content: %s', async (_, changes) => {
		sandbox.answer(() => ({ status: 200, body: { saved: true } }));
		for (const change of [...changes, ...changes]) await run(change);
		expect(sandbox.received).toHaveLength(changes.length);
		expect((await run(changes[0])).done[0].json).toMatchObject({
			alreadySent: true,
			sameContent: true,
			clientpoint_id: changes[0].items?.[0] && 'id' in changes[0].items[0] ? 1 : 1001,
		});
	});
});

describe('a key', () => {
	const keys = (...deals: unknown[]) =>
		run({ items: deals.map((deal, index) => ({ company: `${index}`, deal })) });

	it('is text without the white space around it; a blank one is none', async () => {
		const long = 'x'.repeat(1000);
		const deals = [1, '1', ' x', 'x ', long, long, 'Müller 🎉', 'Müller 🎉', '', ' ', null, null];
		expect(told(await keys(...deals), deals.length)).toEqual([
			...['done', 'already sent', 'done', 'already sent'],
			...['done', 'already sent', 'done', 'already sent'],
			...['done', 'done', 'done', 'done'],
		]);
	});

	it('is refused, of that item alone, where it cannot tell one item from another', async () => {
		const TELL = 'must tell one item from another, which an expression without a value does not';
		const bad: Array<[unknown, string]> = [
			['x'.repeat(1001), 'must have at most 1000 characters'],
			['deal-undefined', TELL],
			[true, TELL],
			[{ a: 1 }, 'must be text, not an object ({"a":1})'],
		];
		const { done } = await keys('x', ...bad.map(([key]) => key), 'y');
		expect(done.map(({ json }) => json.error)).toEqual([
			undefined,
			...bad.map(([, message]) => `Never Send Twice: Unique Key ${message}`),
			undefined,
		]);
	});

	it('that is the API key is shown nowhere', async () => {
		const deals = { items: [{ company: 'A', deal: SANDBOX_KEY }] };
		sandbox.answer((number) => (number === 0 ? { drop: 'before' } : { creates: true }));
		const first = await run({ ...deals, options: { maxConcurrency: 1 } });
		const doubted = await run(deals);
		expect(doubted.done[0].json.error).toBe(IN_DOUBT.replace('D-A', '[API key removed]'));
		for (const { run: each, log } of [first, doubted]) {
			const output = each.data.resultData.runData.ClientPoint[0].data;
			expect(JSON.stringify([output, log])).not.toContain(SANDBOX_KEY);
		}
	});
});

describe('Retry On Fail', () => {
	it.each<[string, Fault, INodeParameters, string, Ending]>([
		['sends again what was refused', { status: 422, body: {} }, {}, 'AABC', 'done'],
		['does not send again what is unknown', { drop: 'after', creates: true }, {}, 'ABC', 'unknown'],
		['does when told to', { drop: 'before' }, { resendUnknown: true }, 'AABC', 'done'],
	])('%s', async (_, fault, options, expected, kind) => {
		sandbox.answer((number) => (number === 0 ? fault : undefined));
		const result = await run({ options, settings: RETRY });
		expect([...sent()].sort().join('')).toBe(expected);
		expect(told(result)).toEqual([kind, 'done', 'done']);
		expect(told(await run())).toEqual([
			kind === 'done' ? 'already sent' : 'unknown',
			'already sent',
			'already sent',
		]);
	});
});

it('Resend When Outcome Is Unknown sends what is in doubt, which stays so until it is done', async () => {
	const answers: Fault[] = [{ drop: 'after', creates: true }, { status: 422 }];
	sandbox.answer((number) => answers[number]);
	const one = items.slice(0, 1);
	const resend = { items: one, options: { resendUnknown: true } };
	await run({ items: one });
	expect((await run(resend)).done[0].json).toEqual({
		error: IN_DOUBT,
		details: {
			outcome: 'unknown',
			description: `${LOOK} A later try ended so: ClientPoint answered 422.`,
		},
	});
	expect(told(await run({ items: one }), 1)).toEqual(['unknown']);
	expect(told(await run(resend), 1)).toEqual(['done']);
	expect(told(await run(resend), 1)).toEqual(['already sent']);
	expect(sent()).toBe('AAA');
});

describe('does nothing', () => {
	it('in an execution started by hand, and says so', async () => {
		const byHand = await run({ mode: 'manual' });
		expect(told(byHand)).toEqual(['done', 'done', 'done']);
		expect(hinted(byHand)).toEqual([
			'Never Send Twice was ignored, because this run was started by hand: a test must not block the real run – items 0–2',
		]);
		expect(told(await run({ mode: 'manual' }))).toEqual(['done', 'done', 'done']);
		expect(told(await run({ mode: 'webhook' }))).toEqual(['done', 'done', 'done']);
		expect(hinted(await run({ mode: 'manual', options: { idempotencyKey: '' } }))).toEqual([]);
	});

	it('for an operation that only reads', async () => {
		await run();
		const read = () =>
			run({
				parameters: {
					operation: 'getLink',
					clientpoint_id: '1001',
					options: { idempotencyKey: '={{ $json.deal }}' },
				},
			});
		const calls = store.calls.length;
		expect(told(await read())).toEqual(['done', 'done', 'done']);
		expect(told(await read())).toEqual(['done', 'done', 'done']);
		expect(store.calls).toHaveLength(calls);
	});

	it('in a preview, which neither takes a key nor asks for it', async () => {
		await run({ items: items.slice(0, 1) });
		const calls = store.calls.length;
		const { done } = await run({ options: { previewOnly: true } });
		expect(done.map(({ json }) => json.method)).toEqual(['POST', 'POST', 'POST']);
		expect(store.calls).toHaveLength(calls);
		expect(told(await run())).toEqual(['already sent', 'done', 'done']);
	});
});

const KEYS = ['a', 'b', 'c', '1'];
/** What is told of later items with a key, by how the one before ended; after other endings they are sent. */
const LATER: Partial<Record<Ending, Ending>> = { done: 'already sent', unknown: 'unknown' };
const ANSWERS: Array<[Ending, Fault | undefined]> = [
	['done', undefined],
	['done', undefined],
	['refused', { status: 422, body: {} }],
	['postponed', { status: 429, body: {}, headers: { 'retry-after': '7200' } }],
	['unknown', { drop: 'before' }],
	['unknown', { drop: 'after', creates: true }],
];

it('whatever the keys and the answers are, each is carried out once, and what is told is true', async () => {
	const deals = fc.array(fc.constantFrom(...KEYS, 1), { minLength: 1, maxLength: 6 });
	const isFinal = (kind: Ending) => kind in LATER;
	await fc.assert(
		fc.asyncProperty(
			fc.array(deals, { minLength: 2, maxLength: 3 }),
			fc.array(fc.constantFrom(...ANSWERS), { minLength: 30, maxLength: 30 }),
			fc.constantFrom(1, 50),
			fc.boolean(),
			async (executions, schedule, maxConcurrency, atOnce) => {
				sandbox.reset();
				store.reset();
				sandbox.answer((number) => schedule[number][1]);
				const tellings: Array<[key: string, ending: Ending]> = [];
				const start = async (keys: Array<string | number>) => {
					const result = await run({
						items: keys.map((key) => ({ company: key, deal: key })),
						options: { maxConcurrency },
					});
					told(result, keys.length).forEach((ending, at) => tellings.push([`${keys[at]}`, ending]));
				};
				if (atOnce) await Promise.all(executions.map(start));
				else for (const keys of executions) await start(keys);
				// Whether each knows what the others wrote.
				await start(KEYS);
				for (const key of KEYS) {
					const got = sandbox.received.flatMap(({ body }, number) =>
						`${body.name}` === key ? [schedule[number][0]] : [],
					);
					const endings = tellings.flatMap(([each, ending]) => (each === key ? [ending] : []));
					const here = { key, got, endings };
					// Sent until it was, or may have been, carried out; what came later was not sent.
					expect([here, got.slice(0, -1).filter(isFinal)]).toEqual([here, []]);
					const later = LATER[got.at(-1) ?? 'not sent'];
					const expected = [
						...got,
						...Array<typeof later>(endings.length - got.length).fill(later),
					];
					expect([here, [...endings].sort()]).toEqual([here, expected.sort()]);
				}
			},
		),
		{ numRuns: 30 },
	);
});
