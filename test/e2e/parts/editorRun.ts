/** What a run tells whoever looks at it in the editor. */
import type { Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { closeForm, openNode, openWorkflow, switchOver } from '../support/form';

export function editorRun(world: () => World, page: () => Page) {
	const output = () => byId(page(), 'output-panel');
	const linesOf = async (id: string) =>
		(await byId(output(), id).first().innerText()).split('\n').filter((line) => line.trim());
	const open = async (workflowId: string) => {
		await openWorkflow(page(), world(), workflowId);
		await openNode(page(), 'ClientPoint');
	};
	const execute = async () => await byId(page(), 'node-execute-button').click();

	it('the report of a run whose check refused items, a line for each reason', async () => {
		await open('report');
		await execute();
		await byId(output(), 'node-error-message').waitFor();
		expect((await linesOf('node-error-message')).join()).toContain('3 of 50 items');
		expect(await linesOf('node-error-description')).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/Revenue must be .*"1,200\.50".* items 12, 31$/),
				// The editor shows a description as HTML, and what looks like a tag all the same.
				expect.stringMatching(/Email must be .*"joe at <example>".* item 7/),
			]),
		);
		expect(world().sandbox.received).toEqual([]);
	});

	it('that of a run which stopped, with each reply under "Error data"', async () => {
		world().sandbox.answer((number) =>
			number === 2 ? { status: 422, body: { message: 'Unknown <division>' } } : undefined,
		);
		await open('stopped');
		await execute();
		await byId(output(), 'node-error-message').waitFor();
		const [title] = await linesOf('node-error-message');
		expect(title).toMatch(/^Item 2 \(.*\): ClientPoint answered 422: Unknown .division.$/);
		const description = (await linesOf('node-error-description')).join('\n');
		for (const part of ['Created: ', '→ 1002.', 'Not sent: item 3.']) {
			expect(description).toContain(part);
		}
		await output().getByText('From ClientPoint', { exact: true }).first().click();
		await output().getByText('Error data').first().waitFor();
		await output().getByText('https://sandbox.example/view/1002').first().waitFor();
		// The reply as it came: text inside the JSON.
		await output()
			.getByText(String.raw`"body": "{\"message\":\"Unknown`)
			.first()
			.waitFor();
	});

	it('under Continue, how many took the other way, and what the example makes of them', async () => {
		await openWorkflow(page(), world(), 'collect-failures');
		await byId(page(), 'execute-workflow-button').last().click();
		await page().getByText('Workflow executed successfully').first().waitFor();
		await openNode(page(), 'Create ClientPoint');
		await output().getByText('2 created, 2 refused: see the error output').waitFor();
		await closeForm(page());
		await openNode(page(), 'What failed');
		await output().getByText('Email must be a valid e-mail address').first().waitFor();
	});

	it('before a run, that it is a preview, or that it mails; and the preview', async () => {
		await open('preview');
		const previews = output().getByText('Preview Only is on');
		const mails = page().getByText('Send Recipient Mail is on');
		await previews.waitFor();
		expect(await mails.count()).toBe(0);
		await switchOver(byId(page(), 'node-parameters'), 'previewOnly');
		await mails.first().waitFor();
		await switchOver(byId(page(), 'node-parameters'), 'previewOnly');
		await previews.waitFor();

		await execute();
		await output().getByText('Preview: nothing was sent').first().waitFor();
		expect(world().sandbox.received).toEqual([]);
		await closeForm(page());
		const node = byId(page(), 'canvas-node');
		await node.getByText('preview: Create ClientPoint', { exact: true }).waitFor();
	});
}
