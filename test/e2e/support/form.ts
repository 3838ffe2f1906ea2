/** A user's moves in n8n's editor, as functions. */
import type { Locator, Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';

/** Opens a stored workflow; what was changed before and not saved is gone. */
export async function openWorkflow(page: Page, { n8n }: World, id: string) {
	// By way of another page, as n8n asks nobody about unsaved changes then.
	await page.goto('about:blank');
	await page.goto(`${n8n.url}/workflow/${id}`);
	await byId(page, 'canvas-node').first().waitFor();
}

/** Opens a node of the open workflow. */
export async function openNode(page: Page, name: string) {
	await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	await byId(page, 'ndv').waitFor();
}

/** Goes back from an open node to the canvas. */
export const closeForm = async (page: Page) =>
	await byId(page, 'ndv-close-button').or(byId(page, 'back-to-canvas')).click();

/** A field of the form; of rows, the one of the last row. */
const field = (within: Locator, name: string) => byId(within, `parameter-input-${name}`).last();

/** Types over whatever stands in a field. */
export async function fill(within: Locator, name: string, value: string): Promise<void> {
	// A resource locator's first input is the dropdown of its modes, which takes no text.
	const input = field(within, name).locator('input:not([readonly]), textarea').first();
	await input.fill(value);
	// A field in use hangs a hint over the next one.
	await input.blur();
}

export async function switchOver(within: Locator, name: string): Promise<void> {
	await field(within, name).locator('.el-switch, [role=switch]').first().click();
}

/** Types into a field that is a small code editor: an expression, or JSON. */
export async function write(within: Locator, name: string, value: string): Promise<void> {
	await field(within, name).locator('.cm-content').click();
	await within.page().keyboard.press('Control+A');
	await within.page().keyboard.insertText(value);
}

/** Turns a field into an expression. */
export async function express(within: Locator, name: string, value: string): Promise<void> {
	await field(within, name).hover();
	const options = within.locator(`[data-test-id="${name}-parameter-input-options-container"]`);
	await options.locator('[data-test-id="radio-button-expression"]').click();
	await write(within, name, value);
}

/** Adds a row to a list of rows. */
export const addRow = async (within: Locator, name: string) =>
	await byId(byId(within, `fixed-collection-${name}`), 'fixed-collection-add')
		.last()
		.click();

/** Picks from the last "Add Field" menu of `within`, or from one that stands `before` it. */
export async function addField(within: Locator, label: string, before = 0): Promise<void> {
	const menus = byId(within, 'collection-parameter-add');
	await menus.nth((await menus.count()) - 1 - before).click();
	// In the menu alone: an earlier row may show the same label.
	await within
		.page()
		.locator('[role=menu]:visible, [role=listbox]:visible, .el-popper:visible')
		.getByText(label, { exact: true })
		.last()
		.click();
}

/** Picks from the dropdown of a field. */
export const choose = async (within: Locator, name: string, option: string) =>
	await pick(field(within, name), option);

/** Picks from a dropdown. */
export async function pick(dropdown: Locator, option: string): Promise<void> {
	const page = dropdown.page();
	// The list of another dropdown may still be fading away.
	const item = page
		.locator('.el-select-dropdown__item:visible')
		.filter({ has: page.getByText(option, { exact: true }) })
		.last();
	while ((await dropdown.locator('input').first().inputValue()) !== option) {
		// A click closes the list where one before it has opened it too late to be seen.
		if (!(await item.isVisible())) await dropdown.click();
		await item.click({ timeout: 5000 }).catch(() => undefined);
	}
}
