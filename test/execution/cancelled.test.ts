/** A run that ends early: what it lets end, what it does not begin, and what is told of each item. */
import type { Fault } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { companies } from '../support/companies';
import { insideExecute } from '../support/insideExecute';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** ClientPoints named by their items' numbers. */
const parameters = { ...REQUIRED, name: '={{ $json.number }}' };

it('cancelled, it logs what became of each item, with the ids of what is done and no link', async () => {
	const created = (body: object): Fault => ({ creates: true, body });
	const answers: Array<Fault | undefined> = [
		undefined,
		created({ ClientPointId: '77', link: 'https://x.example/v/77/PIN1', warning: null }),
		created({ success: true, data: 'created' }),
		{ status: 422, body: { message: 'No' } },
		{ status: 429, body: {}, headers: { 'retry-after': '7200' } },
		{ status: 500, body: {} },
	];
	let cancel = () => {};
	sandbox.answer((number) => {
		if (number === answers.length) cancel();
		return answers[number];
	});
	// n8n does not wait for the node then, and drops what it reports: its log has to tell it.
	const warnings: string[] = [];
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	await insideExecute(
		async (context, execute) => {
			jest.spyOn(context.logger, 'warn').mockImplementation((message) => {
				warnings.push(message);
			});
			return await execute(context).finally(end);
		},
		async () => {
			await runNode(sandbox, {
				parameters: { ...parameters, options: { maxConcurrency: 1 } },
				items: companies(9),
				settings: { onError: 'continueErrorOutput' },
				onStart: (stop) => {
					cancel = stop;
				},
			});
			await ended;
		},
	);
	jest.restoreAllMocks();
	expect(warnings).toEqual([
		'ClientPoint: the execution was cancelled. Created: 0 → 1001, 1 → 77, 2. Perhaps created: items 5–6. Look in ClientPoint before you send that again. Refused: item 3. Postponed: item 4. Not sent: items 7–8.',
	]);
	expect(sandbox.received).toHaveLength(7);
});

it('stopped, it lets those under way end, begins no other, and reports what the API has done', async () => {
	const count = 200;
	const at = 100;
	sandbox.answer((_, { body }) =>
		Number(body.name) === at ? { status: 422, body: {} } : { delay: 20, creates: true },
	);
	const result = await runNode(sandbox, { parameters, items: companies(count) });
	const done = sandbox.created.map(({ body }) => Number(body.name));
	expect(sandbox.received).toHaveLength(done.length + 1);
	expect(done.length).toBeLessThanOrEqual(at + 50);
	expect(toldOf(result, count).flat()).toEqual(
		companies(count).map((_, item) => {
			if (item === at) return 'refused';
			return done.includes(item) ? 'done' : 'not sent';
		}),
	);
});
