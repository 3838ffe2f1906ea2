/** Max Concurrency and Preview Only; and what a 429 does to a run. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { companies } from '../support/companies';
import { hintsOf, shown } from '../support/hints';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
const withOptions = (options: object) => ({ ...parameters, options });

describe('Max Concurrency', () => {
	it('is never passed, and reached', async () => {
		const maxConcurrency = 3;
		sandbox.answer(() => ({ delay: 20, creates: true }));
		await runNode(sandbox, {
			parameters: withOptions({ maxConcurrency }),
			items: companies(20),
		});
		expect(sandbox.created).toHaveLength(20);
		expect(sandbox.mostUnderWay).toBe(maxConcurrency);
	});

	it.each([0, 51, 1.5, '={{ $json.number }}'])(
		'refuses %j, since it holds for the whole run',
		async (maxConcurrency) => {
			const { error } = await runNode(sandbox, {
				parameters: withOptions({ maxConcurrency }),
				items: companies(2),
			});
			expect(error?.message).toMatch(
				/^Max Concurrency must be a whole number from 1 to 50, not "?(\d|{{)/,
			);
			expect(sandbox.received).toHaveLength(0);
		},
	);
});

describe('Preview Only', () => {
	const items = companies(5);
	const previewOnly = { options: { previewOnly: true } };
	const ALL = 'Preview: nothing was sent. This is what would be sent.';

	it('sends nothing, and puts out the requests', async () => {
		const preview = await runNode(sandbox, {
			parameters: { ...parameters, ...previewOnly },
			items,
		});
		expect(sandbox.received).toHaveLength(0);
		expect(hintsOf(preview)).toEqual(shown(ALL));
		await runNode(sandbox, { parameters: withOptions({ maxConcurrency: 1 }), items });
		expect(preview.done.map(({ json }) => json)).toStrictEqual(
			sentBodies(sandbox).map((body) => ({
				method: 'POST',
				url: `${sandbox.url}/v4/clientpoint/create`,
				body,
			})),
		);
	});

	it('of some items is told apart from what was sent, in what is put out and in what stops a run', async () => {
		const some = withOptions({ previewOnly: '={{ $itemIndex < 2 }}', maxConcurrency: 1 });
		const { done, ...rest } = await runNode(sandbox, { parameters: some, items });
		expect(hintsOf({ done, ...rest })).toEqual(shown('Only previewed, not sent: items 0–1.'));
		expect(done.map(({ json }) => json.method)).toEqual([
			...['POST', 'POST'],
			...[undefined, undefined, undefined],
		]);
		sandbox.answer((number) => (number === 4 ? { status: 422, body: {} } : undefined));
		const { error } = await runNode(sandbox, { parameters: some, items });
		expect(error?.description).toContain(
			'<br>Not sent: item 4.<br>Only previewed, not sent: items 0–1.<br>',
		);
	});

	it('refuses what would be refused', async () => {
		const { error } = await runNode(sandbox, {
			parameters: { ...REQUIRED, revenue: 'much', ...previewOnly },
		});
		expect(error?.message).toContain('Revenue must be a number');
	});

	it('warns of each item how many it mails', async () => {
		const run = await runNode(sandbox, {
			parameters: {
				...REQUIRED,
				specifyRecipients: 'json',
				recipientsJson:
					'={{ Array.from({ length: $json.number }, (_, at) => ({ email: `a${at}@x.example` })) }}',
				additionalFields: { send_recipient_mail: true },
				...previewOnly,
			},
			items: companies(3),
		});
		const NOBODY = 'Send Recipient Mail is on, and there is no e-mail address: mails nobody';
		expect(run.done.map(({ json }) => json.warnings)).toEqual([
			[NOBODY],
			['Mails 1 person'],
			['Mails 2 people'],
		]);
		expect(hintsOf(run)).toEqual(
			shown(
				`${ALL}<br>${NOBODY} – item 0 (ABC Company)` +
					'<br>Mails 1 person – item 1 (ABC Company)<br>Mails 2 people – item 2 (ABC Company)',
			),
		);
	});
});

it('429 delays and loses nothing; given without end, it is given up', async () => {
	const slow = {
		...{ status: 429, body: { message: 'Slow down' } },
		headers: { 'retry-after': '0' },
	};
	sandbox.answer((number) => (number === 0 ? slow : undefined));
	const { done } = await runNode(sandbox, { parameters, items: companies(7) });
	expect([done.length, sandbox.created.length, sandbox.received.length]).toEqual([7, 7, 8]);

	sandbox.reset();
	sandbox.answer(() => slow);
	const { error } = await runNode(sandbox, { parameters, items: companies(1) });
	expect(sandbox.received).toHaveLength(5);
	expect(error?.message).toBe('ClientPoint answered 429: Slow down');
});
