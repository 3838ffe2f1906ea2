/** The form of the node as the tool of an agent: what its author alone can set. */
import type { Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { openNode } from '../support/form';

export function agentForm(world: () => World, page: () => Page) {
	it('offers Preview Only, and not to the model', async () => {
		await openNode(page(), world(), 'ai-agent', 'Create ClientPoint');
		const form = byId(page(), 'node-parameters');
		const leftToModel = byId(form, 'from-ai-override-button');
		await leftToModel.first().waitFor();
		const before = await leftToModel.count();
		// The last collection is Options: with a single option its button adds that at once.
		await byId(form, 'collection-parameter-add').last().click();
		await byId(form, 'parameter-input-previewOnly').hover();
		expect(await leftToModel.count()).toBe(before);
	});
}
