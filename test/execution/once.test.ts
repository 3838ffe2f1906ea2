/** Idempotency Key: what was sent is not sent again, in whatever execution. */
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { SANDBOX_KEY, type Fault } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { RETRY, type NodeRun, type NodeRunOptions } from '../support/clientPoint';
import { useKeyStore } from '../support/keyStore';
import { useSandbox } from '../support/useSandbox';
import {
	hinted,
	IN_DOUBT,
	items,
	runsIn,
	sentTo,
	told,
	withOptions,
	type OnceRun,
} from './onceRuns';

const sandbox = useSandbox();
const store = useKeyStore();
const run = runsIn(sandbox);
const sent = () => sentTo(sandbox);

const LOOK =
	'The ClientPoint may have been created. Search ClientPoint for "A" before you run this again, or there may be two. If it was not, send it with another key, or with Resend When Outcome Is Unknown.';
const ALREADY = 'Sent before with the same unique key, so not sent again: ';

describe('a second execution', () => {
	it.each<[string, Fault | undefined, string, Ending, string, Ending]>([
		['done', undefined, 'A', 'done', 'A', 'already sent'],
		['refused', { status: 422, body: {} }, 'A', 'refused', 'AA', 'done'],
		[
			'reported as a failure in a 2xx',
			{ body: { success: false } },
			'A',
			'unknown',
			'A',
			'unknown',
		],
		[
			'postponed and given up',
			{ status: 429, body: {}, headers: { 'retry-after': '7200' } },
			'A',
			'postponed',
			'AA',
			'done',
		],
		['lost', { drop: 'after', creates: true }, 'A', 'unknown', 'A', 'unknown'],
		['lost before it was carried out', { drop: 'before' }, 'A', 'unknown', 'A', 'unknown'],
		['a 500', { status: 500, body: {} }, 'A', 'unknown', 'A', 'unknown'],
	])('after what was %s', async (_, fault, first, toldFirst, second, toldSecond) => {
		sandbox.answer((number) => (number === 0 ? fault : undefined));
		expect([told(await run({ items: items.slice(0, 1) }), 1), sent()]).toEqual([
			[toldFirst],
			first,
		]);
		expect([told(await run({ items: items.slice(0, 1) }), 1), sent()]).toEqual([
			[toldSecond],
			second,
		]);
	});

	it('puts out what was sent before as done, in its place and linked to its item', async () => {
		await run({ items: [items[1]] });
		const { done } = await run();
		expect(
			done.map(({ json, pairedItem }) => [json.alreadySent ? json : 'sent', pairedItem]),
		).toEqual([
			['sent', { item: 0 }],
			[
				expect.objectContaining({ alreadySent: true, idempotencyKey: 'D-B', sameContent: true }),
				{ item: 1 },
			],
			['sent', { item: 2 }],
		]);
		expect(sent()).toBe('BAC');
	});

	it('says so in a hint', async () => {
		await run({ items: items.slice(1) });
		expect(hinted(await run())).toEqual([`${ALREADY}items 1–2`]);
	});

	it('says of what is in doubt where to look', async () => {
		sandbox.answer(() => ({ drop: 'after', creates: true }));
		await run({ items: items.slice(0, 1) });
		const { done } = await run({ items: items.slice(0, 1) });
		expect(done.map(({ json }) => json)).toEqual([
			{ error: IN_DOUBT, details: { outcome: 'unknown', description: LOOK } },
		]);
		const { error } = await run({
			items: items.slice(0, 1),
			settings: { onError: 'stopWorkflow' },
		});
		expect([error?.message, error?.description]).toEqual([IN_DOUBT, LOOK.replaceAll('"', '&#34;')]);
		expect(sent()).toBe('A');
	});

	it('stopped at item 2, goes on where it stopped', async () => {
		const stops = { settings: { onError: 'stopWorkflow' } } satisfies NodeRunOptions;
		sandbox.answer((number) => (number === 2 ? { status: 422, body: {} } : undefined));
		const first = await run(stops);
		expect(told(first)).toEqual(['done', 'done', 'refused']);
		expect(told(await run(stops))).toEqual(['already sent', 'already sent', 'done']);
		expect(sent()).toBe('ABCC');
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

	it.each<[string, unknown, unknown]>([
		['a number and its text', 1, '1'],
		['white space around it', ' x', 'x '],
		['a thousand characters', 'x'.repeat(1000), 'x'.repeat(1000)],
		['other letters than ASCII', 'Müller & Söhne 🎉', 'Müller & Söhne 🎉'],
	])('is the same with %s', async (_, one, other) => {
		await keys(one);
		expect(told(await keys(other), 1)).toEqual(['already sent']);
	});

	it.each([
		['', ''],
		[' ', '\t'],
		[null, undefined],
	])('is none when it is blank', async (...blanks) => {
		await keys(...blanks);
		expect(told(await keys(...blanks), 2)).toEqual(['done', 'done']);
		expect(store.calls).toEqual([]);
	});

	it.each<[unknown, string]>([
		['x'.repeat(1001), 'Never Send Twice: Unique Key must have at most 1000 characters'],
		[
			'deal-undefined',
			'Never Send Twice: Unique Key must tell one item from another, which an expression without a value does not',
		],
		[
			true,
			'Never Send Twice: Unique Key must tell one item from another, which an expression without a value does not',
		],
		[{ a: 1 }, 'Never Send Twice: Unique Key must be text, not an object ({"a":1})'],
	])('is refused as %j, of that item alone', async (bad, message) => {
		const { done } = await keys('x', bad);
		expect(done.map(({ json }) => json.error)).toEqual([undefined, message]);
		const first = await keys(bad, 'y');
		expect(first.done.map(({ json }) => json.error)).toEqual([message, undefined]);
	});

	it('is not confused with the mark of another', async () => {
		sandbox.answer((number) => (number === 0 ? { drop: 'before' } : undefined));
		await keys('x');
		for (const like of ['key x', 'doubt x', 'clientPoint.create x']) {
			expect(told(await keys(like), 1)).toEqual(['done']);
		}
		expect(told(await keys('x'), 1)).toEqual(['unknown']);
	});

	it('that is the API key is shown nowhere', async () => {
		const deals = { items: [{ company: 'A', deal: SANDBOX_KEY }] };
		sandbox.answer((number) => (number === 0 ? { drop: 'before' } : { creates: true }));
		const first = await run({ ...deals, options: { maxConcurrency: 1 } });
		const doubted = await run(deals);
		expect(doubted.done[0].json.error).toBe(IN_DOUBT.replace('D-A', '[API key removed]'));
		await run({ ...deals, options: { resendUnknown: true } });
		const after = await run(deals);
		expect(after.done[0].json).toMatchObject({
			alreadySent: true,
			idempotencyKey: '[API key removed]',
		});
		for (const { run: each, log } of [first, doubted, after]) {
			const output = each.data.resultData.runData.ClientPoint[0].data;
			expect(JSON.stringify([output, log])).not.toContain(SANDBOX_KEY);
		}
	});
});

describe('two items with one key', () => {
	const twins = [
		{ company: 'A', deal: 'D-A' },
		{ company: 'B', deal: 'D-B' },
		{ company: 'a', deal: 'D-A' },
	];
	it.each([1, 50])('are sent once, %s at a time', async (maxConcurrency) => {
		const result = await run({ items: twins, options: { maxConcurrency } });
		expect(told(result)).toEqual(['done', 'done', 'already sent']);
		expect(sent()).toBe('AB');
		expect(hinted(result)).toEqual([`${ALREADY}item 2`]);
	});

	it.each([1, 50])(
		'the second is sent when the first was refused, %s at a time',
		async (maxConcurrency) => {
			sandbox.answer((_, { body }) => (body.name === 'A' ? { status: 422, body: {} } : undefined));
			const result = await run({ items: twins, options: { maxConcurrency } });
			expect(told(result)).toEqual(['refused', 'done', 'done']);
		},
	);

	it.each([1, 50])(
		'the second is in doubt with the first, %s at a time',
		async (maxConcurrency) => {
			sandbox.answer((_, { body }) => (body.name === 'A' ? { drop: 'after' } : undefined));
			const result = await run({ items: twins, options: { maxConcurrency } });
			expect(told(result)).toEqual(['unknown', 'done', 'unknown']);
			expect(result.done[2].json.error).toBe(IN_DOUBT);
			expect([...sent()].sort().join('')).toBe('AB');
		},
	);

	it('a thousand times are one request', async () => {
		const many = Array.from({ length: 1000 }, () => ({ company: 'A', deal: 'x' }));
		const result = await run({ items: many, options: { maxConcurrency: 50 } });
		expect(told(result, 1000).filter((each) => each === 'already sent')).toHaveLength(999);
		expect(sent()).toBe('A');
	});
});

describe('simultaneous executions in one process', () => {
	it('send each of fifty keys once, whichever comes first', async () => {
		const pairs = Array.from({ length: 50 }, (_, number) => ({
			company: `${number}`,
			deal: `D-${number}`,
		}));
		const fire = () =>
			Promise.all(pairs.flatMap((pair) => [run({ items: [pair] }), run({ items: [pair] })]));
		const results = await fire();
		expect(sandbox.received).toHaveLength(50);
		expect(sandbox.created).toHaveLength(50);
		const both = pairs.map((_, at) =>
			results.slice(2 * at, 2 * at + 2).flatMap((one) => told(one, 1)),
		);
		expect(new Set(both.map((each) => each.sort().join()))).toEqual(new Set(['already sent,done']));
		// No execution has overwritten what another wrote.
		const again = await fire();
		expect(new Set(again.flatMap((one) => told(one, 1)))).toEqual(new Set(['already sent']));
	});

	it('wait for their neighbour, and send what it did not', async () => {
		sandbox.answer((_, { body }) =>
			sandbox.received.filter((each) => each.body.name === body.name).length === 1
				? { status: 422, body: {} }
				: undefined,
		);
		const both = await Promise.all([run(), run()]);
		expect(both.flatMap((one) => told(one)).sort()).toEqual([
			...['done', 'done', 'done'],
			...['refused', 'refused', 'refused'],
		]);
		expect(sandbox.created).toHaveLength(3);
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

	it('says in its own words what was unknown in the first try', async () => {
		sandbox.answer(() => ({ drop: 'before' }));
		const { error } = await run({
			items: items.slice(0, 1),
			settings: { ...RETRY, onError: 'stopWorkflow' },
		});
		expect(error?.message).toBe('ClientPoint did not reply: socket hang up (ECONNRESET)');
	});

	it('puts out the first reply of what this run has done', async () => {
		sandbox.answer((number) => (number === 1 ? { status: 422, body: {} } : undefined));
		const { done } = await run({ settings: { ...RETRY, onError: 'stopWorkflow' } });
		expect(done.map(({ json }) => Object(json.data).clientpoint_id)).toEqual([1001, 1002, 1003]);
	});
});

describe('Resend When Outcome Is Unknown', () => {
	const one = items.slice(0, 1);
	const resend = { items: one, options: { resendUnknown: true } };

	it('sends what is in doubt, and then it is known', async () => {
		sandbox.answer((number) => (number === 0 ? { drop: 'before' } : undefined));
		await run({ items: one });
		expect(told(await run(resend), 1)).toEqual(['done']);
		expect(told(await run(resend), 1)).toEqual(['already sent']);
		expect(sent()).toBe('AA');
	});

	it('leaves it in doubt when it is refused then: the first may have been carried out', async () => {
		sandbox.answer((number) => (number === 0 ? { drop: 'after', creates: true } : { status: 422 }));
		await run({ items: one });
		const { done } = await run(resend);
		expect(done[0].json).toEqual({
			error: IN_DOUBT,
			details: {
				outcome: 'unknown',
				description: `${LOOK} A later try ended so: ClientPoint answered 422.`,
			},
		});
		expect(told(await run({ items: one }), 1)).toEqual(['unknown']);
		expect(sent()).toBe('AA');
	});
});

describe('does nothing', () => {
	it('in an execution started by hand, and says so', async () => {
		const byHand = await run({ mode: 'manual' });
		expect(told(byHand)).toEqual(['done', 'done', 'done']);
		expect(hinted(byHand)).toEqual([
			'Never Send Twice was ignored for items 0–2, because this run was started by hand: a test must not block the real run',
		]);
		expect(told(await run({ mode: 'manual' }))).toEqual(['done', 'done', 'done']);
		expect(told(await run({ mode: 'webhook' }))).toEqual(['done', 'done', 'done']);
		expect(hinted(await run({ mode: 'manual', options: { idempotencyKey: '' } }))).toEqual([]);
		expect(hinted(await run({ mode: 'manual', items: items.slice(0, 1) }))).toEqual([
			expect.stringMatching(/^Never Send Twice was ignored for item 0, /),
		]);
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

it('whatever the keys and the answers are, no key is carried out twice or falsely called sent', async () => {
	const answer = fc.constantFrom<Fault | undefined>(
		...[undefined, undefined, { status: 422, body: {} }, { status: 500, body: {} }],
		...[{ drop: 'after', creates: true } as const, { drop: 'before' } as const],
	);
	const deal = fc.constantFrom('a', 'b', 'c', 1, '1', '');
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(deal, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 3 }),
			fc.array(answer, { maxLength: 12 }),
			fc.constantFrom(1, 50),
			fc.boolean(),
			async (executions, answers, maxConcurrency, atOnce) => {
				sandbox.reset();
				store.reset();
				sandbox.answer((number) => answers[number]);
				const start = (deals: Array<string | number>) =>
					run({
						items: deals.map((each) => ({ company: `of ${each}`, deal: each })),
						options: { maxConcurrency },
					});
				const results = atOnce
					? await Promise.all(executions.map(start))
					: await executions.reduce<Promise<NodeRun[]>>(
							async (before, deals) => [...(await before), await start(deals)],
							Promise.resolve([]),
						);
				for (const key of ['a', 'b', 'c', '1']) {
					const ofKey = results.flatMap((result, at) =>
						told(result, executions[at].length).filter(
							(_, index) => String(executions[at][index]) === key,
						),
					);
					const created = sandbox.created.filter(({ body }) => body.name === `of ${key}`).length;
					const done = ofKey.filter((kind) => kind === 'done').length;
					const context = { key, created, ofKey };
					expect({ ...context, once: created <= 1 && done <= 1 }).toEqual({
						...context,
						once: true,
					});
					if (ofKey.includes('already sent'))
						expect({ ...context, done }).toEqual({ ...context, done: 1 });
				}
			},
		),
		{ numRuns: 30 },
	);
});
