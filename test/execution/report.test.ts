/** What a person is told of a run: whole texts. */
import { ExecuteContext } from 'n8n-core';
import type { INode } from 'n8n-workflow';
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { hintsOf } from '../support/hints';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const parameters = {
	...REQUIRED,
	name: '={{ $json.company }}',
	revenue: '={{ $json.budget ?? 1 }}',
	assigned_to: '={{ $json.owner ?? "rep@yourcompany.com" }}',
};

/** Runs Create, each company answered as it is said here, all at once where nothing else is said. */
async function run(
	items: Array<{ company: string; budget?: string; owner?: string }>,
	answers: Record<string, Fault> = {},
	{ maxConcurrency = 50, ...settings }: Partial<INode> & { maxConcurrency?: number } = {},
) {
	// So late that all are under way.
	sandbox.answer((_, { body }) => {
		const answer = answers[String(body.name)];
		return answer && { delay: maxConcurrency > 1 ? 200 : 0, ...answer };
	});
	return await runNode(sandbox, {
		parameters: { ...parameters, options: { maxConcurrency } },
		items,
		settings,
	});
}

/** Title and lines, as the editor shows them. */
async function reportOf(...args: Parameters<typeof run>) {
	const { error } = await run(...args);
	return [error?.message, ...(error?.description ?? '').split('<br>')];
}

const named = (...companies: string[]) => companies.map((company) => ({ company }));
const refused = (message: string): Fault => ({ status: 422, body: { message } });

const CHECKED = 'Nothing was sent: all items are checked before the first request.';
const REVENUE =
	'Revenue must be a number such as 1200.50, without currency sign or thousands separator, not &#34;much&#34;';
const DO = 'Nothing was done for this item. Correct what ClientPoint names.';
const goOn = (items: string) =>
	`To go on, run only ${items}. Next time, the error output or Options &#62; Never Send Twice sorts this out for you.`;

describe('the check', () => {
	it('of the only item has no number', async () => {
		expect(await reportOf(named(''))).toEqual(['Name is required', CHECKED]);
	});

	it('of one item of several has its number', async () => {
		expect(await reportOf(named('A', '', 'C'))).toEqual(['Item 1: Name is required', CHECKED]);
	});

	it('of several fields lists them, each once with its items', async () => {
		const one = { company: '', budget: 'much' };
		expect(await reportOf([one])).toEqual([
			'2 fields need a correction; nothing was sent',
			'All items are checked before the first request.',
			'- Name is required',
			`- ${REVENUE}`,
		]);
		const tagged = { company: 'C', owner: 'Joe <joe@x.example>' };
		expect(await reportOf([{ company: '' }, tagged, one, ...named('D')])).toEqual([
			'3 of 4 items need a correction; nothing was sent',
			'All items are checked before the first request.',
			'- Name is required – items 0, 2',
			'- Assigned To must be a valid e-mail address and nothing beside it, not &#34;Joe &#60;joe@x.example&#62;&#34; – item 1',
			`- ${REVENUE} – item 2`,
		]);
		expect(sandbox.received).toEqual([]);
	});

	it('of many items, and of many kinds, tells eight numbers and ten kinds', async () => {
		const companies = Array.from({ length: 32 }, (_, item) => (item % 2 || item > 29 ? 'A' : ''));
		const budgets = Array.from({ length: 11 }, (_, number) => `x${number}`);
		const report = await reportOf([
			...named(...companies),
			...budgets.map((budget) => ({ company: 'B', budget })),
		]);
		expect(report[0]).toBe('26 of 43 items need a correction; nothing was sent');
		expect(report[2]).toBe('- Name is required – items 0, 2, 4, 6, 8, 10, 12, 14 and 7 more');
		expect(report.slice(11)).toEqual([expect.stringContaining('x8'), '- and 2 more kinds']);
	});

	it('of all items alike has one sentence', async () => {
		expect(await reportOf(named('', ''))).toEqual(['Name is required', CHECKED]);
	});
});

describe('a run that stopped', () => {
	it('at its only item has no number, and no tag in its title', async () => {
		expect(await reportOf(named('A'), { A: refused('Unknown <b>division</b>') })).toEqual([
			'ClientPoint answered 422: Unknown ‹b›division‹/b›',
			DO,
		]);
	});

	it('says what to do, what exists now, what was not sent, and how to go on', async () => {
		const companies = named('<A> & `Sons`', 'B', 'C', 'D', 'E');
		const report = await reportOf(companies, { C: refused('No') }, { maxConcurrency: 1 });
		expect(report).toEqual([
			'Item 2 (C): ClientPoint answered 422: No',
			DO,
			'Created: &#60;A&#62; &#38; &#96;Sons&#96; → 1001, B → 1002.',
			'Not sent: items 3–4.',
			goOn('items 2–4'),
		]);
	});

	it('counts what else failed, and tells it once', async () => {
		const answers = {
			A: { ...refused('No'), delay: 0 },
			B: { creates: true, body: { success: true, data: 'created' } },
			C: refused('No'),
			D: refused('Quota reached'),
			E: { status: 500, body: {} },
		};
		expect(await reportOf(named('A', 'B', 'C', 'D', 'E'), answers)).toEqual([
			'Item 0 (A): ClientPoint answered 422: No',
			DO,
			'1 created, 3 refused, 1 perhaps created.',
			'Created: B.',
			'Perhaps created: item 4 (E): ClientPoint answered 500',
			'Look in ClientPoint before you send that again.',
			'Also refused: item 2 (C), for the same reason',
			'Also refused: item 3 (D): ClientPoint answered 422: Quota reached',
			goOn('items 0, 2–3'),
		]);
	});

	it('names ten of what is done, and has all of it, and the rest, in its data', async () => {
		const companies = Array.from({ length: 12 }, (_, number) => `Client ${number}`);
		const items = named(...companies, 'Bad', 'Next');
		const { error } = await run(items, { Bad: refused('EPERM Ltd') }, { maxConcurrency: 1 });
		const ten = companies.slice(0, 10).map((company, item) => `${company} → ${1001 + item}`);
		expect(error?.description).toContain(
			`Created: ${ten.join(', ')}, and 2 more: see Error data.<br>`,
		);
		// n8n would rewrite a title with an error code in it.
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '422',
			message: 'Item 12 (Bad): ClientPoint answered 422: EPERM Ltd',
		});
		expect(error?.context?.data).toMatchObject({
			report: expect.stringMatching(/^Item 12 \(Bad\): ClientPoint answered 422/),
			outcomes: [
				...sandbox.created.map(({ id }, item) => ({
					...{ item, outcome: 'done', about: companies[item] },
					json: { data: { clientpoint_id: id } },
				})),
				{ item: 12, outcome: 'refused', message: 'ClientPoint answered 422: EPERM Ltd' },
				{ item: 13, outcome: 'not sent' },
			],
		});
	});
});

describe('the hint of a run that did not stop', () => {
	const answers = { B: refused('No'), C: { status: 500, body: {} } };
	const failing = { onError: 'continueErrorOutput' } as const;

	it.each<[Partial<INode>, string]>([
		[failing, 'see the error output'],
		[{ onError: 'continueRegularOutput' }, 'see their error column'],
	])('%j counts what failed, and says where to look', async (settings, where) => {
		expect(hintsOf(await run(named('A', 'B', 'C'), answers, settings))).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message: `1 created, 1 refused, 1 perhaps created: ${where}<br>Perhaps created: item 2. Look in ClientPoint before you send that again.`,
			},
		]);
	});

	it('says that none is done', async () => {
		expect(hintsOf(await run(named('', ''), {}, failing))).toMatchObject([
			{ message: 'None created, 2 refused: see the error output' },
		]);
	});

	it('is not there when all went well', async () => {
		expect(hintsOf(await run(named('A', 'B')))).toEqual([]);
		expect(hintsOf(await run(named('A', 'B'), {}, failing))).toEqual([]);
	});

	it('is left out where n8n is too old for hints', async () => {
		const add = ExecuteContext.prototype.addExecutionHints;
		Reflect.deleteProperty(ExecuteContext.prototype, 'addExecutionHints');
		try {
			const { done, failed } = await run(named('A', 'B', 'C'), answers, failing);
			expect([done.length, failed.length]).toEqual([1, 2]);
		} finally {
			ExecuteContext.prototype.addExecutionHints = add;
		}
	});
});
