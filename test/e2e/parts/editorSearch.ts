/** What one has to type to find the node. */
import type { Page } from 'playwright-core';
import { byId, searchNode } from '../../../dev/n8n/editor';
import { operations } from '../../../nodes/ClientPoint/actions';
import { SEARCH_WORDS } from '../../support/searchWords';
import type { World } from '../../../dev/n8n/world';

export function editorSearch(world: () => World, page: () => Page) {
	beforeAll(async () => {
		await searchNode(page(), world().n8n.url, 'search');
	});

	it.each(['clientpoint', ...SEARCH_WORDS])(
		'"%s" finds it, with a text that speaks for node and trigger',
		async (words) => {
			await byId(page(), 'node-creator-search-bar').fill(words);
			const hit = byId(page(), 'item-iterator-item').filter({
				has: page().getByText('ClientPoint', { exact: true }),
			});
			await hit.first().waitFor();
			expect(await hit.count()).toBe(1);
			expect(await hit.innerText()).toContain(
				'Create client-facing proposals and deal rooms in ClientPoint, and start workflows when something happens to them',
			);
		},
	);

	it('lists each action with what a ClientPoint is', async () => {
		await byId(page(), 'node-creator-search-bar').fill('clientpoint');
		await byId(page(), 'node-creator-item-name').first().click();
		for (const { action } of operations) {
			await page().getByText(action, { exact: true }).first().waitFor();
		}
	});
}
