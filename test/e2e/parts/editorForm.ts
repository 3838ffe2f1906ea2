/** What the forms help with: what can be mapped, hints, the shape of JSON lists, links for IDs, the trigger's steps. */
import type { Page } from 'playwright-core';
import { createOne, withoutKey } from '../../../dev/sandbox/server';
import { byId } from '../../../dev/n8n/editor';
import { until } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { choose, closeForm, fill, openNode, openWorkflow, pick } from '../support/form';

export function editorForm(world: () => World, page: () => Page) {
	const form = () => byId(page(), 'node-parameters');
	const seen = async (text: string) => await page().getByText(text).first().waitFor();
	beforeAll(async () => await openWorkflow(page(), world(), 'forms'));
	afterEach(async () => await closeForm(page()));

	it('before the first run, what Create will put out can be mapped', async () => {
		await openNode(page(), 'Next');
		await byId(page(), 'schema-preview-warning').first().waitFor();
		for (const name of ['clientpoint_id', 'clientpoint_url']) {
			await byId(page(), 'ndv').getByText(name, { exact: true }).first().waitFor();
		}
	});

	it('a JSON list opens with the shape of an entry, and nothing of it is sent untouched', async () => {
		const { sandbox } = world();
		await openNode(page(), 'Create');
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
		expect(sandbox.received.map(({ body }) => withoutKey(body))).toEqual([
			{ ...values, revenue: 0 },
		]);
	});

	it('an ID is taken out of a link, and what is neither is marked', async () => {
		const { sandbox } = world();
		await createOne(sandbox);
		await openNode(page(), 'Get Link');
		const locator = form()
			.locator('[data-test-id=rlc-input] input, input[data-test-id=rlc-input]')
			.first();
		await pick(byId(form(), 'rlc-mode-selector'), 'By Link');
		await locator.fill('https://rooms.customer.example/v/1001/AB12CD');
		await locator.blur();
		await byId(page(), 'node-execute-button').click();
		await until('the call', () => sandbox.received.length > 0);
		expect(sandbox.received[0].path).toContain('/v4/clientpoint/get-link/1001?');

		await pick(byId(form(), 'rlc-mode-selector'), 'By ID');
		await locator.fill('ABC Company');
		await locator.blur();
		await byId(form(), 'parameter-issues').first().hover();
		await seen("A ClientPoint's ID has digits only");
	});

	it('the trigger shows its steps, says that states can come twice, and listens', async () => {
		await openNode(page(), 'ClientPoint Trigger');
		await seen('Receive events from ClientPoint');
		await seen('1. Open Webhook URLs in the form and copy the Test URL.');
		await seen('2. If Authentication is Secret in the URL, add ?secret=');
		await seen('so one that is won may come more than once');
		await byId(page(), 'ndv').getByRole('button', { name: 'Execute step' }).first().click();
		await seen('Listening for');
	});
}
