/** @jest-environment node */
/** A run that ends early: what it lets end, what it does not begin, and what is told of each item. */
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { companies } from '../support/companies';
import { insideExecute, type Inside } from '../support/insideExecute';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** ClientPoints named by their items' numbers. */
const parameters = { ...REQUIRED, name: '={{ $json.number }}' };

/**
 * What the node logs of a run that may be cancelled, once it has ended by itself, which n8n does not wait for: n8n
 * drops what the node reports then, so its log has to tell it.
 */
async function logOf(
	count: number,
	answer: (item: number, cancel: () => void) => Fault | undefined,
	settings: object = {},
	maxConcurrency = 1,
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
			parameters: { ...parameters, options: { maxConcurrency } },
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

it('cancelled, it logs what became of each item, with the ids of what is done and no link', async () => {
	const answers: Array<Fault | undefined> = [
		undefined,
		{
			body: { ClientPointId: '77', link: 'https://x.example/v/77/PIN1', warning: null },
			creates: true,
		},
		{ body: { success: true, data: 'created' }, creates: true },
	];
	const warnings = await logOf(6, (item, cancel) => {
		if (item === 3) cancel();
		return answers[item];
	});
	expect(warnings).toEqual([
		'ClientPoint: the execution was cancelled. Created: 0 → 1001, 1 → 77, 2. Perhaps created: item 3. Look in ClientPoint before you send that again. Not sent: items 4–5.',
	]);
	expect(sandbox.received).toHaveLength(4);
});

it('cancelled under Continue, it logs what was refused and postponed before, too', async () => {
	const answers: Fault[] = [
		{ status: 422, body: { message: 'No' } },
		{ status: 429, body: {}, headers: { 'retry-after': '7200' } },
		{ status: 500, body: {} },
	];
	const warnings = await logOf(
		5,
		(item, cancel) => {
			if (item === 3) cancel();
			return answers[item];
		},
		{ onError: 'continueErrorOutput' },
	);
	expect(warnings).toEqual([
		'ClientPoint: the execution was cancelled. Perhaps created: items 2–3. Look in ClientPoint before you send that again. Refused: item 0. Postponed: item 1. Not sent: item 4.',
	]);
});

it('not cancelled, it logs nothing', async () => {
	expect(await logOf(2, () => ({ status: 422, body: {} }))).toEqual([]);
});

describe('with many under way', () => {
	/** The item at which the run ends, and the milliseconds of each reply. */
	const AT = 100;
	const delay = 20;
	const createdItems = () => sandbox.created.map(({ body }) => Number(body.name));

	it('stopped, it lets those under way end, begins no other, and reports what the API has done', async () => {
		sandbox.answer((_, { body }) =>
			Number(body.name) === AT ? { status: 422, body: {} } : { delay, creates: true },
		);
		const result = await runNode(sandbox, { parameters, items: companies(150) });
		const done = createdItems();
		expect(sandbox.received).toHaveLength(done.length + 1);
		expect(done.length).toBeLessThanOrEqual(AT + 50);
		expect(toldOf(result, 150).flat()).toEqual(
			companies(150).map((_, item) => {
				if (item === AT) return 'refused';
				return done.includes(item) ? 'done' : 'not sent';
			}),
		);
	});

	// Last, because what it cut off may arrive later.
	it('cancelled, it begins no other, and its log names what the API has done', async () => {
		let atCancel = 0;
		const [warning] = await logOf(
			150,
			(item, cancel) => {
				if (item === AT) {
					atCancel = sandbox.received.length;
					cancel();
				}
				return { delay, creates: true };
			},
			{},
			50,
		);
		const [, list = ''] = /Created: ([^.]*)\./.exec(warning) ?? [];
		const done = list.split(', ').map((each) => Number(each.split(' ')[0]));
		expect(done.length).toBeGreaterThan(50);
		expect(createdItems()).toEqual(expect.arrayContaining(done));
		expect(warning).toMatch(/ Perhaps created: items? \d.* Not sent: items? \d/);
		// Those that had begun may still arrive.
		expect(sandbox.received.length).toBeLessThanOrEqual(atCancel + 50);
	});
});
