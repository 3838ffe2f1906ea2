/** Preview Only: what is put out, and what it warns of. */
import type { INode } from 'n8n-workflow';
import { REQUIRED, runNode, type NodeRun } from '../support/clientPoint';
import { companies } from '../support/companies';
import { hintsOf, shown } from '../support/hints';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const items = companies(5);

describe('Preview Only', () => {
	const preview = (parameters: object, settings: Partial<INode> = {}) =>
		runNode(sandbox, {
			parameters: {
				...REQUIRED,
				specifyRecipients: 'json',
				recipientsJson:
					'={{ Array.from({ length: $json.number }, (_, at) => ({ email: `a${at}@x.example` })) }}',
				...parameters,
			},
			items,
			settings,
		});
	const mailed = { additionalFields: { send_recipient_mail: true } };
	const warningsOf = ({ done }: NodeRun) => done.map(({ json }) => json.warnings);

	it('says so, and that is all where nobody is mailed', async () => {
		const run = await preview({ options: { previewOnly: true } });
		expect(sandbox.received).toHaveLength(0);
		expect(warningsOf(run)).toEqual(items.map(() => undefined));
		expect(hintsOf(run)).toEqual(shown('Preview: nothing was sent. This is what would be sent.'));
	});

	it('warns of each item how many it mails', async () => {
		const run = await preview({ ...mailed, options: { previewOnly: true } });
		expect(warningsOf(run)).toEqual([
			['Send Recipient Mail is on, and there is no e-mail address: mails nobody'],
			['Mails 1 person'],
			['Mails 2 people'],
			['Mails 3 people'],
			['Mails 4 people'],
		]);
		expect(hintsOf(run)).toEqual(
			shown(
				'Preview: nothing was sent. This is what would be sent.' +
					'<br>Send Recipient Mail is on, and there is no e-mail address: mails nobody – item 0 (ABC Company)' +
					'<br>Mails 1 person – item 1 (ABC Company)<br>Mails 2 people – item 2 (ABC Company)' +
					'<br>Mails 3 people – item 3 (ABC Company)<br>Mails 4 people – item 4 (ABC Company)',
			),
		);
	});

	it('for some items is told apart from what was sent, in what is put out and in what stops a run', async () => {
		const some = { options: { previewOnly: '={{ $itemIndex < 2 }}', maxConcurrency: 1 } };
		expect(hintsOf(await preview(some))).toEqual(
			shown('Preview of items 0–1: not sent; the output has what would be.'),
		);
		expect(sandbox.received).toHaveLength(3);
		sandbox.answer((number) => (number === 4 ? { status: 422, body: {} } : undefined));
		const { error } = await preview(some);
		expect(error?.description).toContain('<br>Not sent: item 4.<br>Only previewed: items 0–1.<br>');
	});

	it.each([
		[
			{ recipients: { values: [{ email: 'a@x.example' }, { first_name: 'Jane' }] } },
			[
				'Mails 1 person, and anyone the ClientPoint already has',
				'1 recipient has no e-mail address',
			],
		],
		[
			{},
			[
				'Send Recipient Mail is on without an e-mail address here: mails everyone the ClientPoint has',
			],
		],
	])('of an update with %j warns of those who may be there too', async (more, warnings) => {
		const { done } = await runNode(sandbox, {
			parameters: {
				operation: 'update',
				clientpoint_id: '1001',
				...more,
				updateFields: { send_recipient_mail: true },
				options: { previewOnly: true },
			},
		});
		expect(done[0].json.warnings).toEqual(warnings);
	});

	it('of a recipient warns too', async () => {
		const { done } = await runNode(sandbox, {
			parameters: {
				resource: 'recipient',
				operation: 'upsert',
				clientpoint_id: '1001',
				email: 'a@x.example',
				additionalFields: { send_recipient_mail: true },
				options: { previewOnly: true },
			},
		});
		expect(done[0].json.warnings).toEqual(['Mails 1 person']);
	});
});
