/** What the form helps with: hints, the shape of JSON lists, a date without a time, both ways to an ID. */
import type { Page } from 'playwright-core';
import { SANDBOX_KEY } from '../../../dev/sandbox/server';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { createOne } from '../../../dev/sandbox/createOne';
import { addField, choose, fill, pick } from '../support/form';
import { openNode } from '../support/openNode';

export function editorForm(world: () => World, page: () => Page) {
	const form = () => byId(page(), 'node-parameters');
	const locator = () =>
		form().locator('[data-test-id=rlc-input] input, input[data-test-id=rlc-input]').first();
	const seen = async (text: string) => await form().getByText(text).first().waitFor();

	it('says what must be filled in although n8n does not mark it', async () => {
		await openNode(page(), world(), 'untouched', 'ClientPoint');
		await seen('Must be filled in; write 0 for no revenue');
	});

	it('a JSON list opens with the shape of an entry, and names the keys that are known', async () => {
		await choose(form(), 'specifyRecipients', 'Using JSON');
		await seen('Known keys:');
		expect(await byId(form(), 'parameter-input-recipientsJson').innerText()).toContain(
			'{ "first_name": "", "last_name": "", "email": "", "primary": true }',
		);
		await choose(form(), 'specifyCustomFields', 'Using JSON');
		await seen('Keys: tag, value');
	});

	it('sends nothing of lists that nobody has touched, and a date as it is typed', async () => {
		const { sandbox } = world();
		await fill(form(), 'name', 'ABC Company');
		await fill(form(), 'revenue', '0');
		await fill(form(), 'assigned_to', 'rep@yourcompany.com');
		await addField(form(), 'Expiration Date', 1);
		await fill(form(), 'expiration_date', '2027-06-15');
		await page().keyboard.press('Enter');
		const date = byId(form(), 'parameter-input-expiration_date').locator('input').first();
		expect(await date.inputValue()).toBe('2027-06-15');
		await byId(page(), 'node-execute-button').click();
		await byId(page(), 'output-panel').getByText('1001').first().waitFor();
		expect(sandbox.received.map(({ body }) => body)).toEqual([
			{
				api_key: SANDBOX_KEY,
				name: 'ABC Company',
				revenue: 0,
				assigned_to: 'rep@yourcompany.com',
				expiration_date: '2027-06-15',
			},
		]);
	});

	it.each([
		['By ID', '1001'],
		['By Link', 'https://rooms.customer.example/v/1001/AB12CD'],
		['By ID', 'https://rooms.customer.example/v/1001/AB12CD?from=mail'],
	])('%s takes %s', async (mode, value) => {
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
		await page().getByText("A ClientPoint's ID has digits only").first().waitFor();
	});

	it('shows where the API key is found, in the credential', async () => {
		await byId(page(), 'credential-edit-button').click();
		await byId(page(), 'editCredential-modal')
			.getByText('Settings > Integration > ClientPoint API Keys > Manage > Add API Key')
			.first()
			.waitFor();
		// The dialog tests the credential; the next test must not see that request.
		await page().getByText('Connection tested successfully').first().waitFor();
	});
}
