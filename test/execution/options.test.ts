/** The options: concurrency, timeout, preview; and what a pause or a cancellation does to a run. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { companies } from '../support/companies';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const withOptions = (options: object) => ({ ...parameters, options });

describe('Max Concurrency', () => {
	it.each([1, 3])('%i is never passed, and reached', async (maxConcurrency) => {
		sandbox.answer(() => ({ delay: 20, creates: true }));
		await runNode(sandbox, {
			parameters: withOptions({ maxConcurrency }),
			items: companies(20),
		});
		expect(sandbox.created).toHaveLength(20);
		expect(sandbox.mostUnderWay).toBe(maxConcurrency);
	});

	it('takes no expression, because it holds for the whole run', async () => {
		const { error } = await runNode(sandbox, {
			parameters: withOptions({ maxConcurrency: '={{ $json.most }}' }),
			items: [{ most: 1 }, { most: 2 }],
		});
		expect(error?.message).toBe(
			'Max Concurrency must be a whole number from 1 to 50, not "{{ $json.most }}"',
		);
		expect(sandbox.received).toEqual([]);
	});

	it('keeps order and links when answers come in another order', async () => {
		sandbox.answer((number) => ({ delay: (10 - number) * 10, creates: true }));
		const { done } = await runNode(sandbox, {
			parameters: withOptions({ maxConcurrency: 10 }),
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
			parameters: withOptions({ maxConcurrency: 3 }),
			items: companies(10),
		});
		expect(sandbox.received).toHaveLength(3);
		expect(sandbox.created).toHaveLength(2);
		expect(error?.description).toContain('Not sent: items 3–9.');
	});

	it.each([[0], [51], [1.5], ['many']])(
		'refuses %j before anything is sent',
		async (concurrency) => {
			const { error } = await runNode(sandbox, {
				parameters: withOptions({ maxConcurrency: concurrency }),
			});
			expect(error?.message).toContain('Concurrency must be a whole number from 1 to 50');
			expect(sandbox.received).toHaveLength(0);
		},
	);
});

describe('Timeout', () => {
	it.each([['no answer', { delay: 1500, creates: true }]])(
		'ends %s, and the outcome is not known',
		async (_, fault) => {
			sandbox.answer(() => fault);
			const { error } = await runNode(sandbox, {
				parameters: withOptions({ timeout: 1 }),
				items: companies(1),
			});
			expect(error?.message).toBe(
				'ClientPoint did not reply: nothing came within 1 second (see Timeout, under Options)',
			);
			expect(error?.description).toContain('The ClientPoint may have been created.');
		},
	);
});

describe('Preview Only', () => {
	it('sends nothing and puts out the requests', async () => {
		const { done } = await runNode(sandbox, {
			parameters: withOptions({ previewOnly: true }),
			items: companies(2),
		});
		expect(sandbox.received).toHaveLength(0);
		const previewed = done.map(({ json }) => json);
		sandbox.reset();
		await runNode(sandbox, { parameters: withOptions({ maxConcurrency: 1 }), items: companies(2) });
		expect(previewed).toStrictEqual(
			sentBodies(sandbox).map((body) => ({
				method: 'POST',
				url: `${sandbox.url}/v4/clientpoint/create`,
				body,
			})),
		);
	});

	it('is decided item by item', async () => {
		const { done } = await runNode(sandbox, {
			parameters: withOptions({ previewOnly: '={{ $json.dry }}' }),
			items: [
				{ company: 'A', dry: false },
				{ company: 'B', dry: true },
				{ company: 'C', dry: false },
			],
		});
		expect(sandbox.created.map(({ body }) => body.name)).toEqual(['A', 'C']);
		expect(done.map(({ json }) => json.method)).toEqual([undefined, 'POST', undefined]);
	});

	it('refuses what would be refused', async () => {
		const { error } = await runNode(sandbox, {
			parameters: { ...REQUIRED, revenue: 'much', options: { previewOnly: true } },
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
		expect(error?.message).toBe('ClientPoint answered 429: Slow down');
	});

	it('pauses the whole run, not one item', async () => {
		sandbox.answer((number) =>
			number === 0
				? { status: 429, body: {}, headers: { 'retry-after': '1' } }
				: { delay: 20, creates: true },
		);
		await runNode(sandbox, { parameters: withOptions({ maxConcurrency: 2 }), items: companies(6) });
		// Its neighbour was under way; without the pause, all others would have come before its second try.
		const again = sandbox.received.findLastIndex(({ body }) => body.name === 'Company 0');
		expect([2, 3]).toContain(again);
		expect(sandbox.created).toHaveLength(6);
	});

	it('with a pause too long to wait for is given back as postponed', async () => {
		sandbox.answer(() => ({ status: 429, body: {}, headers: { 'retry-after': '7200' } }));
		const { failed } = await runNode(sandbox, {
			parameters,
			items: companies(1),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(failed[0].json.details).toMatchObject({ outcome: 'postponed', httpCode: '429' });
	});
});

it('a cancelled execution starts no further request', async () => {
	let cancel = () => {};
	sandbox.answer((number) => {
		if (number === 2) cancel();
		return { delay: 50, creates: true };
	});
	await runNode(sandbox, {
		parameters: withOptions({ maxConcurrency: 2 }),
		items: companies(50),
		onStart: (stop) => {
			cancel = stop;
		},
	});
	expect(sandbox.received.length).toBeLessThanOrEqual(4);
});
