/** What a user does in the editor, with keyboard and mouse. */
import type { Locator, Page } from 'playwright-core';
import { SANDBOX_KEY } from '../../../sandbox/server';
import { byId, fill, openEditor, searchNode, type Editor } from '../support/editor';
import { FILLED_BODY, fillCreate } from '../support/fillCreate';
import { sentBodies } from '../support/sent';
import type { World } from '../support/world';

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
		await page.getByText('Create a ClientPoint', { exact: true }).click();
		await form().waitFor();
		expect(await byId(form(), 'node-credentials-select').locator('input').inputValue()).toBe(
			'ClientPoint account',
		);
	});

	it('a form without its required fields is marked', async () => {
		await byId(page, 'ndv-close-button').click();
		await byId(page, 'node-issues').last().hover();
		const tooltip = page.getByText('Parameter "Name" is required');
		await tooltip.first().waitFor();
		const text = await page.locator('body').innerText();
		expect(text).toContain('Parameter "Assigned To" is required');
		await page.locator('[data-node-name="Create a ClientPoint"]').first().dblclick();
		await form().waitFor();
	});

	it.each([
		['a wrong key', 'wrong', undefined, 'ClientPoint refused the API key'],
		[
			'an unreachable base URL',
			SANDBOX_KEY,
			'http://127.0.0.1:9',
			'ClientPoint could not be reached',
		],
		['the right key', SANDBOX_KEY, undefined, 'Connection tested successfully'],
	])('the credential dialog tells of %s', async (_, key, baseUrl, message) => {
		await byId(form(), 'credential-edit-button').click();
		const dialog = byId(page, 'editCredential-modal');
		await dialog.waitFor();
		await fill(dialog, 'apiKey', key);
		await fill(dialog, 'baseUrl', baseUrl ?? world().sandbox.url);
		await byId(dialog, 'credential-save-button').click();
		await readTest(dialog, message);
		expect(await dialog.innerText()).not.toContain(SANDBOX_KEY);
		await dialog.locator('.el-dialog__close, [aria-label*=lose]').first().click();
		await dialog.waitFor({ state: 'hidden' });
	});

	it('every field filled in by hand arrives, an expression among them', async () => {
		await fillCreate(form());
		await byId(form(), 'node-execute-button').click();
		await byId(form(), 'output-panel').getByText('1001').first().waitFor();
		expect(sentBodies(world().sandbox)).toEqual([FILLED_BODY]);
	});
}

/** The dialog hides a failure's sentence behind "More details", and tests anew when it is saved. */
async function readTest(dialog: Locator, message: string) {
	const told = dialog.getByText(message).first();
	const more = dialog.getByText('More details');
	await dialog.getByText('Saved', { exact: true }).waitFor();
	await told.or(more).first().waitFor();
	if (!(await told.isVisible())) await more.click();
	await told.waitFor();
}

const iconIsLoaded = async (page: Page) =>
	await byId(page, 'item-iterator-item')
		.first()
		.locator('img')
		.first()
		.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0);
