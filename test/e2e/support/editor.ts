/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** n8n's editor in Debian's chromium, with a user's moves as functions. */
import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from 'playwright-core';
import { OWNER } from '../../../scripts/n8n/rest';

const CHROMIUM = '/usr/bin/chromium';

export interface Editor {
	page: Page;
	close(): Promise<void>;
}

export async function openEditor(url: string, scale = 1): Promise<Editor> {
	if (!existsSync(CHROMIUM)) {
		throw new Error(`${CHROMIUM} is missing: install the Debian package "chromium"`);
	}
	const browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
	});
	const page = await browser.newPage({
		viewport: { width: 1400, height: 1000 },
		colorScheme: 'light',
		deviceScaleFactor: scale,
	});
	page.setDefaultTimeout(15_000);
	await page.goto(`${url}/signin`);
	await page.locator('input').first().fill(OWNER.email);
	await page.locator('input[type=password]').fill(OWNER.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((to) => !to.pathname.includes('signin'));
	return { page, close: async () => await browser.close() };
}

/** An element by the name that n8n's own tests use. */
export const byId = (within: Page | Locator, id: string) =>
	within.locator(`[data-test-id="${id}"]:visible`);

/** Opens a workflow and adds ClientPoint behind the last node, as far as the node panel's hit. */
export async function searchNode(page: Page, url: string, workflowId: string): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}`);
	await byId(page, 'canvas-handle-plus').last().click();
	await byId(page, 'node-creator-search-bar').fill('ClientPoint');
	await byId(page, 'node-creator-item-name').filter({ hasText: 'ClientPoint' }).first().waitFor();
}

/** Goes back from an open node to the canvas. */
export const closeForm = async (page: Page) =>
	await byId(page, 'ndv-close-button').or(byId(page, 'back-to-canvas')).click();

/** Types over whatever stands in a field of the form, `row` from 0. */
export async function fill(within: Page | Locator, name: string, value: string, row = 0) {
	const field = byId(within, `parameter-input-${name}`).nth(row);
	const input = field.locator('input, textarea').first();
	await input.fill(value);
	// A field in use hangs a hint over the next one.
	await input.blur();
}

export async function switchOn(within: Locator, name: string): Promise<void> {
	await byId(within, `parameter-input-${name}`)
		.locator('.el-switch, [role=switch]')
		.first()
		.click();
}

/** Types into a field that is a small code editor: an expression, or JSON. */
export async function write(within: Locator, name: string, value: string): Promise<void> {
	const field = byId(within, `parameter-input-${name}`).locator('.cm-content');
	await field.click();
	await within.page().keyboard.press('Control+A');
	await within.page().keyboard.insertText(value);
}

/** Turns a field into an expression. */
export async function express(within: Locator, name: string, value: string): Promise<void> {
	await byId(within, `parameter-input-${name}`).hover();
	const options = within.locator(`[data-test-id="${name}-parameter-input-options-container"]`);
	await options.locator('[data-test-id="radio-button-expression"]').click();
	await write(within, name, value);
}

/** Picks from the last "Add Field" menu of `within`, or from one that stands `before` it. */
export async function addField(within: Locator, label: string, before = 0): Promise<void> {
	// The second is that of n8n 1.
	const menus = byId(within, 'collection-parameter-add').or(
		within.locator('.param-options:visible'),
	);
	await menus.nth((await menus.count()) - 1 - before).click();
	// In the menu alone: an earlier row may show the same label.
	await within
		.page()
		.locator('[role=menu]:visible, [role=listbox]:visible, .el-popper:visible')
		.getByText(label, { exact: true })
		.last()
		.click();
}

/** Picks from a dropdown. */
export async function choose(within: Locator, name: string, option: string): Promise<void> {
	await byId(within, `parameter-input-${name}`).click();
	await within
		.page()
		.locator('.el-select-dropdown__item:visible')
		.filter({ has: within.page().getByText(option, { exact: true }) })
		.click();
}
