/** @jest-environment node */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/** A run that n8n cancels: n8n drops what the node reports then, so its log has to tell it. */
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { companies } from '../support/companies';
import { insideExecute, type Inside } from '../support/insideExecute';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** ClientPoints named by their items' numbers. */
const parameters = { ...REQUIRED, name: '={{ $json.number }}' };

/** Runs the node until it has ended by itself, which n8n does not wait for once it has cancelled. */
async function runToItsEnd(
	count: number,
	answer: (item: number, cancel: () => void) => Fault | undefined,
	settings: object = {},
	options: INodeParameters = { maxConcurrency: 1 },
) {
	let cancel = () => {};
	sandbox.answer((_, { body }) => answer(Number(body.name), () => cancel()));
	const warnings: string[] = [];
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const withItsLog: Inside = async (context, execute) => {
		const logger = jest.spyOn(context.logger, 'warn').mockImplementation((message) => {
			warnings.push(message);
		});
		try {
			return await execute(context);
		} finally {
			logger.mockRestore();
			end();
		}
	};
	await insideExecute(withItsLog, async () => {
		await runNode(sandbox, {
			parameters: { ...parameters, options },
			items: companies(count),
			settings,
			onStart: (stop) => {
				cancel = stop;
			},
		});
		await ended;
	});
	return warnings;
}

describe.each(['stopWorkflow', 'continueErrorOutput'] as const)('%s', (onError) => {
	it('the log tells what became of each item, with the ids of what is done and no link', async () => {
		const answers: Array<Fault | undefined> = [
			undefined,
			{
				body: { ClientPointId: '77', link: 'https://x.example/v/77/PIN1', warning: null },
				creates: true,
			},
			{ body: { success: true, data: 'created' }, creates: true },
		];
		const warnings = await runToItsEnd(
			6,
			(item, cancel) => {
				if (item === 3) cancel();
				return answers[item];
			},
			{ onError },
		);
		expect(warnings).toEqual([
			'ClientPoint: the execution was cancelled. Created: 0 → 1001, 1 → 77, 2. Not known: item 3. Not sent: items 4–5.',
		]);
		expect(sandbox.received).toHaveLength(4);
	});
});

it('the log tells what was refused and postponed before', async () => {
	const answers: Fault[] = [
		{ status: 422, body: { message: 'No' } },
		{ status: 429, body: {}, headers: { 'retry-after': '7200' } },
		{ status: 500, body: {} },
	];
	const warnings = await runToItsEnd(
		5,
		(item, cancel) => {
			if (item === 3) cancel();
			return answers[item];
		},
		{ onError: 'continueErrorOutput' },
	);
	expect(warnings).toEqual([
		'ClientPoint: the execution was cancelled. Not known: items 2–3. Refused: item 0. Postponed: item 1. Not sent: item 4.',
	]);
});

it('a run that is not cancelled logs nothing', async () => {
	expect(await runToItsEnd(2, () => ({ status: 422, body: {} }))).toEqual([]);
	expect(await runToItsEnd(2, () => undefined)).toEqual([]);
});

/** `Retry-After: 50`, and up to a tenth longer; requests have timers of another length. */
const isPause = (milliseconds = 0) => milliseconds >= 45_000 && milliseconds <= 55_000;

it('a pause ends when the run is cancelled: no timer is left, and nothing more is sent', async () => {
	/** Those that would hold the process for a while; the engine has none. */
	const timers = new Set<unknown>();
	const { setTimeout: set, clearTimeout: clear } = globalThis;
	let cancelSoon = () => {};
	const setting = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((
		run: () => void,
		milliseconds = 0,
	) => {
		const timer = set(run, milliseconds);
		if (milliseconds >= 10_000) timers.add(timer);
		if (isPause(milliseconds)) set(cancelSoon, 0);
		return timer;
	}) as typeof setTimeout);
	const clearing = jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
		timers.delete(timer);
		clear(timer);
	});
	try {
		const warnings = await runToItsEnd(3, (item, cancel) => {
			cancelSoon = cancel;
			return item === 1 ? { status: 429, body: {}, headers: { 'retry-after': '50' } } : undefined;
		});
		expect(setting.mock.calls.filter(([, length]) => isPause(length))).toHaveLength(1);
		expect([...timers]).toEqual([]);
		expect(sandbox.received.map(({ body }) => body.name)).toEqual(['0', '1']);
		expect(warnings).toEqual([
			'ClientPoint: the execution was cancelled. Created: 0 → 1001. Postponed: item 1. Not sent: item 2.',
		]);
	} finally {
		setting.mockRestore();
		clearing.mockRestore();
	}
});

describe('with many under way', () => {
	const ITEMS = 200;
	const AT = 150;
	/** Milliseconds of each reply. */
	const delay = 20;
	const all = Array.from({ length: ITEMS }, (_, item) => item);
	const sorted = (items: number[]) => items.toSorted((one, other) => one - other);
	const createdItems = () => sandbox.created.map(({ body }) => Number(body.name));

	it('a stopped run lets those under way end, and its report says what the API has done', async () => {
		sandbox.answer((_, { body }) =>
			Number(body.name) === AT ? { status: 422, body: {} } : { delay, creates: true },
		);
		const result = await runNode(sandbox, { parameters, items: companies(ITEMS) });
		const told = toldOf(result, ITEMS).flat();
		const done = sorted(createdItems());
		const sent = new Set([...done, AT]);
		expect(all.filter((item) => told[item] === 'done')).toEqual(done);
		expect(all.filter((item) => told[item] === 'refused')).toEqual([AT]);
		expect(all.filter((item) => told[item] === 'not sent')).toEqual(
			all.filter((item) => !sent.has(item)),
		);
		expect(sandbox.received).toHaveLength(sent.size);
		expect(sent.size).toBeLessThanOrEqual(AT + 1 + 50);
	});

	// Last, because what it cut off may arrive later.
	it('a cancelled run sends nothing more, and its log names what the API has done', async () => {
		let atCancel = 0;
		const [warning] = await runToItsEnd(
			ITEMS,
			(item, cancel) => {
				if (item === AT) {
					atCancel = sandbox.received.length;
					cancel();
				}
				return { delay, creates: true };
			},
			{},
			{},
		);
		const [, list = ''] = /Created: ([^.]*)\./.exec(warning) ?? [];
		const done = list.split(', ').map((each) => Number(each.split(' ')[0]));
		expect(done.length).toBeGreaterThan(100);
		expect(createdItems()).toEqual(expect.arrayContaining(done));
		expect(warning).toMatch(/ Not known: items? \d/);
		expect(warning).toMatch(/ Not sent: items? \d/);
		// Those that had begun may still arrive.
		expect(sandbox.received.length).toBeLessThanOrEqual(atCancel + 50);
	});
});
