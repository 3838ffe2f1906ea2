/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports --
   a command for the developer's machine, never inside n8n */
/** Takes the pictures, and keeps this machine out of them. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../root';

export const FOLDER = join(ROOT, 'docs/images');

/** `addresses`: what is shown in place of a URL of this machine. */
export function camera(page: Page, addresses: Record<string, string>) {
	/** A picture of the things, which must be in sight, with so many pixels around them. */
	return async (name: string, margin: number, ...things: Locator[]) => {
		for (const [from, to] of Object.entries(addresses)) await replaceText(page, from, to);
		await settle(page);
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
}

/** A port that is another one each time is of no use to a reader. Runs in the page, so as text. */
const replaceText = async (page: Page, from: string, to: string) =>
	await page.evaluate(`{
		const replaced = (text) => text.replaceAll(${JSON.stringify(from)}, ${JSON.stringify(to)});
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) texts.currentNode.data = replaced(texts.currentNode.data);
		for (const input of document.querySelectorAll('input')) input.value = replaced(input.value);
	}`);

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
