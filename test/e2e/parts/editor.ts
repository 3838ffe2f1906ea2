/** A first node, from the search to a run, with keyboard and mouse. */
import type { Locator, Page } from 'playwright-core';
import { SANDBOX_KEY, withoutKey } from '../../../dev/sandbox/server';
import { byId } from '../../../dev/n8n/editor';
import { until } from '../../../dev/n8n/program';
import type { World } from '../../../dev/n8n/world';
import { operations } from '../../../nodes/ClientPoint/actions';
import {
	addField,
	addRow,
	closeForm,
	express,
	fill,
	openNode,
	openWorkflow,
	switchOver,
	write,
} from '../support/form';

export function editor(world: () => World, page: () => Page) {
	const form = () => byId(page(), 'ndv');
	const credential = () => byId(form(), 'node-credentials-select').locator('input');

	it('is found by what people type, with its icon and all its actions', async () => {
		await openWorkflow(page(), world(), 'editor');
		await byId(page(), 'canvas-handle-plus').last().click();
		await byId(page(), 'node-creator-search-bar').fill('deal room');
		const hit = byId(page(), 'item-iterator-item').filter({
			has: page().getByText('ClientPoint', { exact: true }),
		});
		await hit.first().waitFor();
		// n8n shows the node and its trigger as one entry.
		expect(await hit.count()).toBe(1);
		const icon = hit.locator('img').first();
		expect(await icon.evaluate((image) => Object(image).naturalWidth)).toBeGreaterThan(0);
		await hit.click();
		for (const { action } of operations) {
			await page().getByText(action, { exact: true }).first().waitFor();
		}
		await page().getByText(operations[0].action, { exact: true }).click();
		await form().waitFor();
		expect(await credential().inputValue()).toBe('ClientPoint account');
	});

	it('is marked without its required fields', async () => {
		await closeForm(page());
		await byId(page(), 'node-issues').last().hover();
		await page().getByText('Parameter "Name" is required').first().waitFor();
		expect(await page().locator('body').innerText()).toContain(
			'Parameter "Assigned To" is required',
		);
		await openNode(page(), operations[0].action);
	});

	it('takes a new credential, which tells of a wrong key and then of the right one', async () => {
		await byId(form(), 'node-credentials-select').click();
		await byId(page(), 'node-credentials-select-item-new').click();
		await saveCredential('wrongKey1', 'ClientPoint refused the API key');
		expect(await credential().inputValue()).toBe('ClientPoint account 2');
		await byId(form(), 'credential-edit-button').click();
		await saveCredential(SANDBOX_KEY, 'Connection tested successfully');
	});

	/** Fills in and saves the open credential dialog, reads its test, and closes it. */
	async function saveCredential(key: string, message: string) {
		const dialog = byId(page(), 'editCredential-modal');
		await dialog.waitFor();
		await fill(dialog, 'apiKey', key);
		await fill(dialog, 'baseUrl', world().sandbox.url);
		await byId(dialog, 'credential-save-button').click();
		await readTest(dialog, message);
		expect(await dialog.innerText()).not.toContain(SANDBOX_KEY);
		await dialog.locator('.el-dialog__close, [aria-label*=lose]').first().click();
		await dialog.waitFor({ state: 'hidden' });
	}

	it('sends each kind of field as it was filled in by hand', async () => {
		const within = byId(form(), 'node-parameters');
		await express(within, 'name', '{{ $json.company }}');
		await fill(within, 'revenue', '500.5');
		await fill(within, 'assigned_to', 'rep@yourcompany.com');
		await addRow(within, 'recipients');
		await fill(within, 'email', 'john.doe@example.com');
		await switchOver(within, 'primary');
		await addRow(within, 'custom_fields');
		await fill(within, 'tag', 'location');
		await fill(within, 'value', 'Boston');
		await addField(within, 'Data', 1);
		await write(within, 'data', '{ "source": "web" }');
		await addField(within, 'Expiration Date', 1);
		await fill(within, 'expiration_date', '2027-06-15');
		await page().keyboard.press('Enter');
		await addField(within, 'Template IDs', 1);
		await fill(within, 'template_id', '567834, 673498');
		await addField(within, 'Timeout');
		await fill(within, 'timeout', '30');
		const { sandbox } = world();
		await byId(form(), 'node-execute-button').click();
		await byId(form(), 'output-panel').getByText('1001').first().waitFor();
		expect(sandbox.received.map(({ body }) => withoutKey(body))).toEqual([
			{
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'rep@yourcompany.com',
				recipients: [{ email: 'john.doe@example.com', primary: true }],
				custom_fields: [{ tag: 'location', value: 'Boston' }],
				data: { source: 'web' },
				expiration_date: '2027-06-15',
				template_id: [567834, 673498],
			},
		]);
	});
}

/**
 * The dialog hides a failure's sentence behind "More details", and tests anew when it is saved: the
 * result of before may give way at any time.
 */
async function readTest(dialog: Locator, message: string) {
	const saved = dialog.getByText('Saved', { exact: true });
	const created = dialog.page().getByText('Credential successfully created');
	await saved.or(created).first().waitFor();
	const told = dialog.getByText(message).first();
	const more = dialog.getByText('More details');
	await until(message, async () => {
		if (await more.isVisible()) await more.click({ timeout: 1000 }).catch(() => undefined);
		return await told.isVisible();
	});
}
