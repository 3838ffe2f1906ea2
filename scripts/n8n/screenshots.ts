/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run screenshots`: the README's pictures, from the real editor. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { byId, openEditor, searchNode } from '../../test/e2e/support/editor';
import { startWorld, type World } from '../../test/e2e/support/world';
import { ROOT } from '../../test/support/root';

const FOLDER = join(ROOT, 'docs/images');

async function pictures(page: Page, { n8n }: World) {
	/** A picture of the things, which must be in sight, with so many pixels around them. */
	const shoot = async (name: string, margin: number, ...things: Locator[]) => {
		const boxes = (await Promise.all(things.map(boxesOf))).flat();
		const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin);
		const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin);
		const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
		const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
		await page.screenshot({
			path: join(FOLDER, `${name}.png`),
			clip: { x: left, y: top, width: right - left, height: bottom - top },
		});
		console.log(`docs/images/${name}.png`);
	};
	const open = async (workflow: string) => {
		await page.goto(`${n8n.url}/workflow/${workflow}`);
		await byId(page, 'canvas-node').first().waitFor();
	};
	const succeeded = async () => {
		await page.getByText('Workflow executed successfully').first().waitFor();
		await page.locator('.el-notification__closeBtn').first().click();
		await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	};

	await searchNode(page, n8n.url, 'editor');
	await shoot(
		'node-panel',
		24,
		byId(page, 'node-creator-search-bar'),
		byId(page, 'item-iterator-item').first(),
	);

	await open('collect-failures');
	await byId(page, 'execute-workflow-button').last().click();
	await succeeded();
	await byId(page, 'zoom-to-fit').click();
	await settle(page);
	await shoot(
		'after-a-run',
		48,
		byId(page, 'sticky'),
		byId(page, 'canvas-node'),
		byId(page, 'canvas-handle-plus'),
	);

	await page.locator('[data-node-name="Create ClientPoint"]').first().dblclick();
	await byId(page, 'output-panel').getByText('1001').first().waitFor();
	await settle(page);
	await shoot('form', 0, byId(page, 'ndv'));

	await byId(page, 'credential-edit-button').click();
	await page.getByText('Connection tested successfully').first().waitFor();
	await settle(page);
	await shoot('credential', 0, page.locator('.el-dialog:visible').last());

	await open('ai-agent');
	await byId(page, 'workflow-chat-button').click();
	await page
		.getByPlaceholder('Type message')
		.fill('John Doe of ABC Company wants an offer of about 500 dollars');
	await page.keyboard.press('Enter');
	await succeeded();
	// The first call, the one that was refused.
	await byId(page, 'logs-overview-body').getByText('Create ClientPoint').first().click();
	await byId(page, 'zoom-to-fit').click();
	await settle(page);
	await shoot('ai-agent', 0, byId(page, 'sticky'), byId(page, 'logs-panel'));
}

/** Where the thing stands, and each of its like. */
const boxesOf = async (thing: Locator) =>
	(await Promise.all((await thing.all()).map(async (one) => await one.boundingBox()))).filter(
		(box) => box !== null,
	);

/** What moves has come to rest: two pictures in a row are the same. */
async function settle(page: Page): Promise<void> {
	let before = await page.screenshot();
	for (;;) {
		await page.waitForTimeout(300);
		const now = await page.screenshot();
		if (now.equals(before)) return;
		before = now;
	}
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
