/** The options: concurrency, timeout, preview; and what a pause or a cancellation does to a run. */
import { startSandbox, type Sandbox } from '../sandbox/server';
import { REQUIRED, runNode, sentBodies } from './support/clientPoint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const companies = (count: number) =>
	Array.from({ length: count }, (_, number) => ({ company: `Company ${number}` }));
const withOptions = (options: object) => ({ ...parameters, options }) as never;

describe('Concurrency', () => {
	it.each([
		[undefined, 5],
		[1, 1],
		[3, 3],
		[50, 20],
	])('%s has at most %i requests under way, and reaches it', async (concurrency, most) => {
		sandbox.answer(() => ({ delay: 20, creates: true }));
		await runNode(sandbox, {
			parameters: withOptions(concurrency === undefined ? {} : { concurrency }),
			items: companies(20),
		});
		expect(sandbox.created).toHaveLength(20);
		expect(sandbox.mostUnderWay).toBe(most);
	});

	it('keeps order and links when answers come in another order', async () => {
		sandbox.answer((number) => ({ delay: (10 - number) * 10, creates: true }));
		const { done } = await runNode(sandbox, {
			parameters: withOptions({ concurrency: 10 }),
			items: companies(10),
		});
		const nameOf = new Map(sandbox.created.map(({ id, body }) => [id, body.name]));
		expect(done.map(({ json }) => nameOf.get(Object(json.data).clientpoint_id))).toEqual(
			companies(10).map(({ company }) => company),
		);
		expect(done.map(({ pairedItem }) => pairedItem)).toEqual(
			companies(10).map((_, item) => ({ item })),
		);
	});

	it('lets those under way finish after a failure, starts no further one, and reports all', async () => {
		sandbox.answer((number) =>
			number === 0 ? { status: 422, body: {} } : { delay: 100, creates: true },
		);
		const { error } = await runNode(sandbox, {
			parameters: withOptions({ concurrency: 3 }),
			items: companies(10),
		});
		expect(sandbox.received).toHaveLength(3);
		expect(sandbox.created).toHaveLength(2);
		expect(error?.description).toContain(
			'Done: 2 items, 1-2. Not done: item 0. Not sent: 7 items, 3-9.',
		);
	});

	it.each([[0], [51], [1.5], ['many']])(
		'refuses %j before anything is sent',
		async (concurrency) => {
			const { error } = await runNode(sandbox, { parameters: withOptions({ concurrency }) });
			expect(error?.message).toContain('Concurrency must be a whole number from 1 to 50');
			expect(sandbox.received).toHaveLength(0);
		},
	);
});

describe('Timeout', () => {
	it.each([
		['no answer', { delay: 3000, creates: true }],
		['an answer that trickles in', { drip: 200, creates: true }],
	])('ends %s, and the outcome is not known', async (_, fault) => {
		sandbox.answer(() => fault);
		const { error } = await runNode(sandbox, {
			parameters: withOptions({ timeout: 1 }),
			items: companies(1),
		});
		expect(error?.message).toBe(
			'ClientPoint did not answer: no complete answer came in the time allowed. Whether it was carried out is not known [item 0]',
		);
		expect(error?.description).toContain('It may have been carried out');
	});
});

describe('Preview Only', () => {
	it('sends nothing and puts out the bodies', async () => {
		const { done } = await runNode(sandbox, {
			parameters: withOptions({ previewOnly: true }),
			items: companies(2),
		});
		expect(sandbox.received).toHaveLength(0);
		const previewed = done.map(({ json }) => json);
		sandbox.reset();
		await runNode(sandbox, { parameters: withOptions({ concurrency: 1 }), items: companies(2) });
		expect(previewed).toStrictEqual(sentBodies(sandbox));
	});

	it('refuses what would be refused', async () => {
		const { error } = await runNode(sandbox, {
			parameters: { ...REQUIRED, revenue: 'much', options: { previewOnly: true } } as never,
		});
		expect(error?.message).toContain('Revenue must be a number');
	});
});

describe('429', () => {
	it.each<[string, Record<string, string>]>([
		['seconds', { 'retry-after': '0' }],
		['a date', { 'retry-after': new Date(0).toUTCString() }],
		['nothing', {}],
		['nonsense', { 'retry-after': 'soon' }],
	])('once, with %s as Retry-After, delays and loses nothing', async (_, headers) => {
		sandbox.answer((number) => (number === 0 ? { status: 429, body: {}, headers } : undefined));
		const { done, error } = await runNode(sandbox, { parameters, items: companies(7) });
		expect(error).toBeUndefined();
		expect(done).toHaveLength(7);
		expect(sandbox.created).toHaveLength(7);
		expect(sandbox.received).toHaveLength(8);
	});

	it('always, is given up after a few tries and nothing is created', async () => {
		sandbox.answer(() => ({
			status: 429,
			body: { message: 'Slow down' },
			headers: { 'retry-after': '0' },
		}));
		const { error } = await runNode(sandbox, { parameters, items: companies(1) });
		expect(sandbox.received).toHaveLength(5);
		expect(error?.message).toBe('ClientPoint answered 429: Slow down [item 0]');
	});

	it('pauses the whole run, not one item', async () => {
		sandbox.answer((number) =>
			number === 0
				? { status: 429, body: {}, headers: { 'retry-after': '1' } }
				: { delay: 20, creates: true },
		);
		await runNode(sandbox, { parameters: withOptions({ concurrency: 2 }), items: companies(6) });
		// Its neighbour was under way; without the pause, all others would have come before its second try.
		const again = sandbox.received.findLastIndex(({ body }) => body.name === 'Company 0');
		expect([2, 3]).toContain(again);
		expect(sandbox.created).toHaveLength(6);
	});

	it('with a pause too long to wait for is given back as postponed', async () => {
		sandbox.answer(() => ({ status: 503, body: {}, headers: { 'retry-after': '7200' } }));
		const { failed } = await runNode(sandbox, {
			parameters,
			items: companies(1),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(failed[0].json.details).toMatchObject({ outcome: 'postponed', httpCode: '503' });
	});
});

it('a cancelled execution starts no further request', async () => {
	let cancel = () => {};
	sandbox.answer((number) => {
		if (number === 2) cancel();
		return { delay: 50, creates: true };
	});
	await runNode(sandbox, {
		parameters: withOptions({ concurrency: 2 }),
		items: companies(50),
		onStart: (stop) => {
			cancel = stop;
		},
	});
	expect(sandbox.received.length).toBeLessThanOrEqual(4);
});
