/** @jest-environment node */
/** Idempotency Key and n8n's store of keys: what is written when, and what a failure or a crash leaves. */
import { logged } from '../support/nodeLog';
import type { INode } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import type { Ending } from '../../nodes/ClientPoint/execution/report/items';
import { useKeyStore, type Rows } from '../support/keyStore';
import { useSandbox } from '../support/useSandbox';
import { hinted, items, runsIn, sentTo, told } from './onceRuns';

const sandbox = useSandbox();
const store = useKeyStore();
const run = runsIn(sandbox);
const sent = () => sentTo(sandbox);

describe('an item with a key', () => {
	it('is claimed just before it is sent, and not with the whole batch', async () => {
		const many = Array.from({ length: 200 }, (_, number) => ({
			company: `${number}`,
			deal: `${number}`,
		}));
		let claimed = 0;
		let most = 0;
		store.onWrite = () => {
			claimed = store.calls
				.filter(({ change }) => change === 'record')
				.flatMap(({ keys }) => keys)
				.filter((key) => key.startsWith('doubt ')).length;
			most = Math.max(most, claimed - sandbox.received.length);
		};
		await run({ items: many, options: { maxConcurrency: 50 } });
		expect(claimed).toBe(200);
		expect(most).toBeLessThanOrEqual(50);
	});

	it('leaves two entries, and no more than 20,000 of all', async () => {
		const filler = Array.from({ length: 19_999 }, (_, number) => `filler ${number}`);
		await run();
		expect(store.size).toBe(6);
		const [name] = store.rows.keys();
		store.rows.set(name, [...(store.rows.get(name) ?? []), ...filler]);
		expect(told(await run({ items: items.slice(2) }), 1)).toEqual(['already sent']);
		expect(store.size).toBeLessThanOrEqual(20_000);
		// A and B were the oldest.
		expect(told(await run())).toEqual(['done', 'done', 'already sent']);
	});

	it('in doubt stays so when its key fell out', async () => {
		sandbox.answer(() => ({ status: 500, body: {} }));
		const one = { items: items.slice(0, 1) };
		await run(one);
		const [[name, [, mark]]] = store.rows;
		store.rows.set(name, [mark]);
		expect(told(await run(one), 1)).toEqual(['unknown']);
		// Once the mark falls out too, the key must not be left and say "done".
		const left = store.rows.get(name) ?? [];
		store.rows.set(
			name,
			left.filter((each) => each !== mark),
		);
		sandbox.answer(() => undefined);
		expect(told(await run(one), 1)).toEqual(['done']);
	});
});

it.each<[string, Fault | undefined, Ending]>([
	['done', undefined, 'already sent'],
	['unknown', { status: 500, body: {} }, 'unknown'],
])(
	'a key that another process overwrote stands again once its item is %s',
	async (_, fault, kind) => {
		sandbox.answer(() => {
			store.rows.clear();
			return fault;
		});
		// Again, as it is put right.
		let isOverwritten = false;
		store.onWrite = () => {
			if (isOverwritten || store.calls.length < 2) return;
			isOverwritten = true;
			store.rows.clear();
		};
		const one = { items: items.slice(0, 1) };
		await run(one);
		expect(isOverwritten).toBe(true);
		expect(told(await run(one), 1)).toEqual([kind]);
		expect(sent()).toBe('A');
	},
);

it('a run that is cancelled gives back what it has not sent', async () => {
	let cancel = () => {};
	store.onWrite = () => {
		if (store.calls.some(({ keys }) => keys.join().includes('D-B'))) cancel();
	};
	await run({
		onStart: (stop) => {
			cancel = stop;
		},
	});
	expect(sent()).toBe('A');
	store.onWrite = () => {};
	expect(told(await run())).toEqual(['already sent', 'done', 'done']);
});

describe('a process that dies at any moment leaves keys in doubt at worst', () => {
	it.each<[string, number, Array<Fault | undefined>]>([
		['several at a time', 50, []],
		[
			'one at a time',
			1,
			[
				{ status: 422, body: {} },
				{ status: 500, body: {}, creates: true },
			],
		],
	])('sending %s', async (_, maxConcurrency, faults) => {
		/** What had happened by then: the keys, what was sent, and what was done. */
		const moments: Array<{ rows: Rows; before: string; done: string[] }> = [];
		const answered: string[] = [];
		const keep = () => moments.push({ rows: store.copy(), before: sent(), done: [...answered] });
		store.onWrite = keep;
		sandbox.answer((number, { body }) => {
			keep();
			if (!faults[number]) answered.push(String(body.name));
			return faults[number];
		});
		await run({ options: { maxConcurrency } });
		expect(moments.length).toBeGreaterThanOrEqual(8);

		for (const { rows, before, done } of moments) {
			store.reset();
			store.rows = rows;
			sandbox.reset();
			const kinds = told(await run());
			items.forEach(({ company }, index) => {
				const isSent = before.includes(company);
				const isRefused = faults[before.indexOf(company)]?.status === 422;
				const here = { company, before, kind: kinds[index], again: sent() };
				// Sent again only what was certainly not carried out, and called sent only what was.
				expect([here, sent().split(company).length - 1]).toEqual([
					here,
					here.kind === 'done' ? 1 : 0,
				]);
				if (here.kind === 'done') expect([here, isSent && !isRefused]).toEqual([here, false]);
				else if (here.kind === 'already sent') expect(done).toContain(company);
				else expect([here, here.kind]).toEqual([here, 'unknown']);
			});
		}
	});
});

describe('where n8n does not store keys', () => {
	it.each<INode['onError']>(['stopWorkflow', 'continueRegularOutput'])(
		'nothing is sent, %s',
		async (onError) => {
			store.fails = ({ keys }) => (keys.join().includes('D-B') ? 'before' : undefined);
			const result = await run({ settings: { onError } });
			const message =
				'n8n could not store the unique key "D-B", so nothing was sent: database is locked';
			expect(result.error?.message ?? result.done[1].json.error).toContain(message);
			expect(told(result)).toEqual([
				'done',
				'refused',
				onError === 'stopWorkflow' ? 'not sent' : 'done',
			]);
			expect(sent()).toBe(onError === 'stopWorkflow' ? 'A' : 'AC');
			store.fails = () => undefined;
			expect(told(await run())).toEqual(
				onError === 'stopWorkflow'
					? ['already sent', 'done', 'done']
					: ['already sent', 'done', 'already sent'],
			);
		},
	);

	it.each(['before', 'after'] as const)('one failure, %s it wrote, is got over', async (when) => {
		store.fails = () => (store.calls.length === 1 ? when : undefined);
		// What had been written is met by the second call.
		const first = when === 'before' ? 'done' : 'unknown';
		expect(told(await run())).toEqual([first, 'done', 'done']);
		expect(told(await run())).toEqual([
			when === 'before' ? 'already sent' : 'unknown',
			'already sent',
			'already sent',
		]);
	});

	it.each<[string, Fault | undefined, Ending]>([
		['done', undefined, 'done'],
		['refused', { status: 422, body: {} }, 'refused'],
	])('what is %s stays so, its key stays in doubt, and that is told', async (_, fault, kind) => {
		logged.length = 0;
		store.fails = ({ change }) => (change === 'remove' ? 'before' : undefined);
		sandbox.answer(() => fault);
		const result = await run();
		const lost =
			'n8n did not store what became of this item, so the next one with its unique key is not sent';
		expect(told(result)).toEqual([kind, kind, kind]);
		expect(hinted(result).join()).toContain(`${lost} – items 0–2`);
		expect(logged.join()).toContain(`ClientPoint, item with the unique key "D-C": ${lost}`);
		store.fails = () => undefined;
		expect(told(await run())).toEqual(['unknown', 'unknown', 'unknown']);
		expect(sent()).toBe('ABC');
	});
});
