/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run screenshots`: the README's pictures, from the real editor. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { byId, openEditor, searchNode } from '../../test/e2e/support/editor';
import { fillCreate } from '../../test/e2e/support/fillCreate';
import { startWorld, type World } from '../../test/e2e/support/world';
import { ROOT } from '../../test/support/root';

const FOLDER = join(ROOT, 'docs/images');

async function pictures(page: Page, { n8n }: World) {
	const shot = async (name: string, id: string) => {
		await byId(page, id)
			.last()
			.screenshot({ path: join(FOLDER, `${name}.png`) });
		console.log(`docs/images/${name}.png`);
	};
	await searchNode(page, n8n.url, 'editor');
	await shot('node-panel', 'node-creator');
	await byId(page, 'node-creator-item-name').first().click();
	await byId(page, 'node-creator').getByText('Create a ClientPoint', { exact: true }).click();
	const form = byId(page, 'ndv');
	await fillCreate(form);
	await byId(form, 'fixed-collection-recipients').first().scrollIntoViewIfNeeded();
	await shot('form', 'ndv');

	await byId(form, 'credential-edit-button').click();
	await page.getByText('Connection tested successfully').first().waitFor();
	await shot('credential', 'credential-edit-dialog');

	await page.goto(`${n8n.url}/workflow/collect-failures`);
	await byId(page, 'execute-workflow-button').last().click();
	await page.getByText('Workflow executed successfully').first().waitFor();
	await byId(page, 'zoom-to-fit').click();
	await shot('after-a-run', 'canvas');

	await page.goto(`${n8n.url}/workflow/ai-agent`);
	await byId(page, 'zoom-to-fit').click();
	await shot('ai-agent', 'canvas');
}

async function main() {
	mkdirSync(FOLDER, { recursive: true });
	const world = await startWorld();
	try {
		const { page, close } = await openEditor(world.n8n.url, 2);
		await pictures(page, world).finally(close);
	} finally {
		await world.close();
	}
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
