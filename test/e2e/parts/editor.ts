/** A first node, from the search to a run, with keyboard and mouse. */
import type { Locator, Page } from 'playwright-core';
import { SANDBOX_KEY, withoutKey } from '../../../dev/sandbox/server';
import { byId, searchNode } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { operations } from '../../../nodes/ClientPoint/actions';
import {
	addField,
	addRow,
	choose,
	closeForm,
	express,
	fill,
	switchOn,
	write,
} from '../support/form';

export function editor(world: () => World, page: () => Page) {
	const form = () => byId(page(), 'ndv');
	const credential = () => byId(form(), 'node-credentials-select').locator('input');

	it('is found by what people type, with its icon and all its actions', async () => {
		await searchNode(page(), world().n8n.url, 'editor');
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
		await page().locator(`[data-node-name="${operations[0].action}"]`).first().dblclick();
		await form().waitFor();
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

	/** Runs the open node and returns what the sandbox got. */
	async function execute() {
		const { sandbox } = world();
		sandbox.received.length = 0;
		await byId(form(), 'node-execute-button').click();
		// The output of a run before still shows until then.
		while (sandbox.received.length === 0) await page().waitForTimeout(100);
		await byId(form(), 'output-panel').getByText('1001').first().waitFor();
		const [{ method, path, body }] = sandbox.received;
		return { call: `${method} ${path.replace(SANDBOX_KEY, '<key>')}`, body: withoutKey(body) };
	}

	it('sends each kind of field as it was filled in by hand', async () => {
		const within = byId(form(), 'node-parameters');
		await express(within, 'name', '{{ $json.company }}');
		await fill(within, 'revenue', '500.5');
		await fill(within, 'assigned_to', 'rep@yourcompany.com');
		await addRow(within, 'recipients');
		await fill(within, 'email', 'john.doe@example.com');
		await switchOn(within, 'primary');
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
		expect(await execute()).toEqual({
			call: 'POST /v4/clientpoint/create',
			body: {
				name: 'ABC Company',
				revenue: 500.5,
				assigned_to: 'rep@yourcompany.com',
				recipients: [{ email: 'john.doe@example.com', primary: true }],
				custom_fields: [{ tag: 'location', value: 'Boston' }],
				data: { source: 'web' },
				expiration_date: '2027-06-15',
				template_id: [567834, 673498],
			},
		});
	});

	it('so do the other operations', async () => {
		const { sandbox } = world();
		const body = { api_key: SANDBOX_KEY, name: 'A', revenue: 1, assigned_to: 'a@b.example' };
		await fetch(`${sandbox.url}/v4/clientpoint/create`, {
			method: 'POST',
			body: JSON.stringify(body),
		});
		await choose(form(), 'operation', 'Update');
		await fill(form(), 'clientpoint_id', '1001');
		expect((await execute()).call).toBe('PUT /v4/clientpoint/update/1001');
		await choose(form(), 'operation', 'Get Link');
		expect((await execute()).call).toBe(
			'GET /v4/clientpoint/get-link/1001?type=view&api_key=<key>',
		);
		await choose(form(), 'resource', 'Recipient');
		await fill(form(), 'email', 'jane.roe@example.com');
		expect(await execute()).toEqual({
			call: 'POST /v4/recipient/add',
			body: { clientpoint_id: 1001, recipient: { email: 'jane.roe@example.com' } },
		});
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
	while (!(await told.isVisible())) {
		if (await more.isVisible()) await more.click({ timeout: 1000 }).catch(() => undefined);
		await dialog.page().waitForTimeout(100);
	}
}
