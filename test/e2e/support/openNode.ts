import type { Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';

/** Opens a node of a stored workflow; what was changed there before and not saved is gone. */
export async function openNode(page: Page, { n8n }: World, workflowId: string, name: string) {
	// By way of another page, as n8n asks nobody about unsaved changes then.
	await page.goto('about:blank');
	await page.goto(`${n8n.url}/workflow/${workflowId}`);
	await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	await byId(page, 'ndv').waitFor();
}
