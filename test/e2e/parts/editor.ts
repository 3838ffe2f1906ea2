/** What a user does in the editor, with keyboard and mouse. */
import type { Locator, Page } from 'playwright-core';
import { SANDBOX_KEY, withoutKey } from '../../../dev/sandbox/server';
import { byId, openEditor, searchNode, type Editor } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { addField, choose, closeForm, fill } from '../support/form';
import { FILLED, FILLED_BODY } from '../support/filledCreate';
import { fillForm } from '../support/fillForm';

export function editor(world: () => World) {
	let opened: Editor;
	let page: Page;
	beforeAll(async () => {
		opened = await openEditor(world().n8n.url);
		page = opened.page;
	});
	afterAll(async () => await opened?.close());
	const form = () => byId(page, 'ndv');

	it('typing "ClientPoint" in the node panel finds it, with its icon and its action', async () => {
		await searchNode(page, world().n8n.url, 'editor');
		const hit = byId(page, 'item-iterator-item').first();
		// n8n shows the node and its trigger as one entry.
		expect(await hit.innerText()).toMatch(/^ClientPoint\b/);
		expect(await iconIsLoaded(page)).toBe(true);
		await byId(page, 'node-creator-item-name').first().click();
		await page.getByText('Create ClientPoint (proposal or deal room)', { exact: true }).click();
		await form().waitFor();
		expect(await byId(form(), 'node-credentials-select').locator('input').inputValue()).toBe(
			'ClientPoint account',
		);
	});

	it('a form without its required fields is marked', async () => {
		await closeForm(page);
		await byId(page, 'node-issues').last().hover();
		const tooltip = page.getByText('Parameter "Name" is required');
		await tooltip.first().waitFor();
		const text = await page.locator('body').innerText();
		expect(text).toContain('Parameter "Assigned To" is required');
		await page
			.locator('[data-node-name="Create ClientPoint (proposal or deal room)"]')
			.first()
			.dblclick();
		await form().waitFor();
	});

	it('a new credential is created from the form, and a wrong key is told', async () => {
		await byId(form(), 'node-credentials-select').click();
		await byId(page, 'node-credentials-select-item-new').click();
		await saveCredential('wrongKey1', world().sandbox.url, 'ClientPoint refused the API key');
		expect(await byId(form(), 'node-credentials-select').locator('input').inputValue()).toBe(
			'ClientPoint account 2',
		);
	});

	it.each([
		['an unreachable base URL', 'http://127.0.0.1:9', 'ClientPoint could not be reached'],
		['the right key', undefined, 'Connection tested successfully'],
	])('its dialog tells of %s', async (_, baseUrl, message) => {
		await byId(form(), 'credential-edit-button').click();
		await saveCredential(SANDBOX_KEY, baseUrl ?? world().sandbox.url, message);
	});

	/** Fills in and saves the open credential dialog, reads its test, and closes it. */
	async function saveCredential(key: string, baseUrl: string, message: string) {
		const dialog = byId(page, 'editCredential-modal');
		await dialog.waitFor();
		await fill(dialog, 'apiKey', key);
		await fill(dialog, 'baseUrl', baseUrl);
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
		while (sandbox.received.length === 0) await page.waitForTimeout(100);
		await byId(form(), 'output-panel').getByText('1001').first().waitFor();
		const [{ method, path, body }] = sandbox.received;
		return { call: `${method} ${path.replace(SANDBOX_KEY, '<key>')}`, body: withoutKey(body) };
	}

	it('every field filled in by hand arrives, an expression among them', async () => {
		await fillForm(form(), FILLED.properties, FILLED.values);
		expect(await execute()).toEqual({ call: 'POST /v4/clientpoint/create', body: FILLED_BODY });
	});

	it('so do those of the other operations', async () => {
		const { sandbox } = world();
		await fetch(`${sandbox.url}/v4/clientpoint/create`, {
			method: 'POST',
			body: JSON.stringify({ api_key: SANDBOX_KEY, ...FILLED_BODY }),
		});

		await choose(form(), 'operation', 'Update');
		await fill(form(), 'clientpoint_id', '1001');
		await fill(form(), 'revenue', '750');
		await addField(byId(form(), 'node-parameters'), 'Status', 1);
		await choose(form(), 'status', 'Won');
		expect(await execute()).toEqual({
			call: 'PUT /v4/clientpoint/update/1001',
			body: {
				name: FILLED_BODY.name,
				revenue: 750,
				assigned_to: FILLED_BODY.assigned_to,
				recipients: FILLED_BODY.recipients,
				custom_fields: FILLED_BODY.custom_fields,
				status: 'won',
			},
		});

		await choose(form(), 'operation', 'Get Link');
		expect(await execute()).toEqual({
			call: 'GET /v4/clientpoint/get-link/1001?type=view&api_key=<key>',
			body: {},
		});

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

const iconIsLoaded = async (page: Page) =>
	await byId(page, 'item-iterator-item')
		.first()
		.locator('img')
		.first()
		.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0);
