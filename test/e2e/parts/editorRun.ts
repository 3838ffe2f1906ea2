/** What a run tells whoever looks at it in the editor. */
import type { Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { closeForm, switchOn } from '../support/form';
import { openNode } from '../support/openNode';

export function editorRun(world: () => World, page: () => Page) {
	const output = () => byId(page(), 'output-panel');
	const linesOf = async (id: string) =>
		(await byId(output(), id).first().innerText()).split('\n').filter((line) => line.trim());

	it('the report of a run whose check refused items', async () => {
		await openNode(page(), world(), 'report', 'Create ClientPoint');
		await byId(page(), 'node-execute-button').click();
		await byId(output(), 'node-error-message').waitFor();
		expect(await linesOf('node-error-message')).toEqual([
			'3 of 50 items need a correction; nothing was sent',
		]);
		expect(await linesOf('node-error-description')).toEqual([
			'Nothing was sent: all items are checked before the first request.',
			'Correct what is listed here, then run the node again.',
			'Revenue must be a number such as 1200.50, without currency sign or thousands separator, not "1,200.50" – items 12, 31',
			'Recipients, row 1: Email must be a valid e-mail address, not "joe at <example>" – item 7',
			'3 refused: items 7, 12, 31',
			'47 not sent: items 0–6, 8–11, 13–30, 32–49',
		]);
		expect(world().sandbox.received).toEqual([]);
	});

	it('that of a run which stopped, with each reply under "Error data"', async () => {
		world().sandbox.answer((number) =>
			number === 2 ? { status: 422, body: { message: 'Unknown <division>' } } : undefined,
		);
		await openNode(page(), world(), 'stopped', 'ClientPoint');
		await byId(page(), 'node-execute-button').click();
		await byId(output(), 'node-error-message').waitFor();
		expect(await linesOf('node-error-message')).toEqual([
			'ClientPoint answered 422: Unknown ‹division› [item 2]',
		]);
		expect(await linesOf('node-error-description')).toEqual([
			'Nothing was done for this item. Correct what ClientPoint names, then run it again.',
			'Leave out what is done, items 0–1, when you run the rest again; what ClientPoint answered stands under "From ClientPoint", "Error data".',
			'2 done: items 0–1',
			'1 refused: item 2',
			'1 not sent: item 3',
		]);
		await output().getByText('From ClientPoint', { exact: true }).first().click();
		await output().getByText('Error data').first().waitFor();
		await output().getByText('https://sandbox.example/view/1002').first().waitFor();
	});

	it('under Continue, how many took the other way', async () => {
		await page().goto(`${world().n8n.url}/workflow/collect-failures`);
		await byId(page(), 'execute-workflow-button').last().click();
		await page().getByText('Workflow executed successfully').first().waitFor();
		await page().locator('[data-node-name="Create ClientPoint"]').first().dblclick();
		await output().getByText('2 done, 2 on the error output (2 refused)').waitFor();
	});

	it('by hand, that a key does nothing', async () => {
		await openNode(page(), world(), 'key-by-hand', 'ClientPoint');
		await byId(page(), 'node-execute-button').click();
		await output().getByText('1001', { exact: true }).first().waitFor();
		await output()
			.getByText(
				'Idempotency Key did nothing for item 0, because this execution was started by hand: n8n would keep the keys, and they would not be sent in production',
			)
			.waitFor();
	});

	it('a preview: before the run and after it', async () => {
		await openNode(page(), world(), 'preview', 'ClientPoint');
		await output().getByText('Preview Only is on: executing this node sends nothing').waitFor();
		await byId(page(), 'node-execute-button').click();
		await output().getByText('Preview: nothing was sent. This is what would be sent.').waitFor();
		await output().getByText('Mails 1 person on sending').first().waitFor();
		expect(world().sandbox.received).toEqual([]);
	});

	it('before the first run that mails, that it does', async () => {
		const mails = page().getByText('Send Recipient Mail is on: each time this node is executed');
		expect(await mails.count()).toBe(0);
		await switchOn(byId(page(), 'node-parameters'), 'previewOnly');
		await mails.first().waitFor();
	});

	it('on the canvas, what the node does, in words', async () => {
		await closeForm(page());
		const node = byId(page(), 'canvas-node');
		await node.getByText('Create ClientPoint', { exact: true }).waitFor();
		await page().locator('[data-node-name="ClientPoint"]').first().dblclick();
		await switchOn(byId(page(), 'node-parameters'), 'previewOnly');
		await closeForm(page());
		await node.getByText('preview: Create ClientPoint', { exact: true }).waitFor();
	});
}
