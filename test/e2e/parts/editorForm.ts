/** What the forms help with: hints, the shape of JSON lists, links for IDs, and the trigger's steps. */
import type { Page } from 'playwright-core';
import { SANDBOX_KEY, createOne } from '../../../dev/sandbox/server';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { choose, fill, openNode, pick } from '../support/form';

export function editorForm(world: () => World, page: () => Page) {
	const form = () => byId(page(), 'node-parameters');
	const locator = () =>
		form().locator('[data-test-id=rlc-input] input, input[data-test-id=rlc-input]').first();
	const seen = async (text: string) => await page().getByText(text).first().waitFor();

	it('a JSON list opens with the shape of an entry, and nothing of it is sent untouched', async () => {
		const { sandbox } = world();
		await openNode(page(), world(), 'untouched', 'ClientPoint');
		await choose(form(), 'specifyRecipients', 'Using JSON');
		await seen('Known keys:');
		expect(await byId(form(), 'parameter-input-recipientsJson').innerText()).toContain(
			'{ "first_name": "", "last_name": "", "email": "", "primary": true }',
		);
		await choose(form(), 'specifyCustomFields', 'Using JSON');
		const values = { name: 'ABC Company', revenue: '0', assigned_to: 'rep@yourcompany.com' };
		for (const [name, value] of Object.entries(values)) await fill(form(), name, value);
		await byId(page(), 'node-execute-button').click();
		await byId(page(), 'output-panel').getByText('1001').first().waitFor();
		expect(sandbox.received.map(({ body }) => body)).toEqual([
			{ api_key: SANDBOX_KEY, ...values, revenue: 0 },
		]);
	});

	it.each([
		['By Link', 'https://rooms.customer.example/v/1001/AB12CD'],
		['By ID', 'https://rooms.customer.example/v/1001/AB12CD?from=mail'],
	])('%s takes a link', async (mode, value) => {
		const { sandbox } = world();
		await createOne(sandbox);
		if (!(await locator().isVisible())) await openNode(page(), world(), 'locator', 'ClientPoint');
		await pick(byId(form(), 'rlc-mode-selector'), mode);
		await locator().fill(value);
		await locator().blur();
		await byId(page(), 'node-execute-button').click();
		// The output of the run before still shows.
		while (sandbox.received.length === 0) await page().waitForTimeout(100);
		expect(sandbox.received[0].path).toBe(
			`/v4/clientpoint/get-link/1001?type=view&api_key=${SANDBOX_KEY}`,
		);
	});

	it('marks what is neither an ID nor a link', async () => {
		await locator().fill('ABC Company');
		await locator().blur();
		await byId(form(), 'parameter-issues').first().hover();
		await seen("A ClientPoint's ID has digits only");
	});

	it('the trigger shows its steps, says that states can come twice, and listens', async () => {
		await openNode(page(), world(), 'trigger-panel', 'ClientPoint Trigger');
		await seen('Receive events from ClientPoint');
		await seen('1. Open Webhook URLs in the form and copy the Test URL.');
		await seen('2. If Authentication is Secret in the URL, add ?secret=');
		await seen('so one that is won may come more than once');
		await byId(page(), 'ndv').getByRole('button', { name: 'Execute step' }).first().click();
		await page()
			.getByText(/^Listening for/)
			.first()
			.waitFor();
	});
}
