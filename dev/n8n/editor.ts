/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** n8n's editor in Debian's chromium, as far as pictures and tests both need it. */
import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from 'playwright-core';
import { OWNER } from './rest';

const CHROMIUM = '/usr/bin/chromium';

export interface Editor {
	page: Page;
	close(): Promise<void>;
}

export async function openEditor(url: string): Promise<Editor> {
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
	});
	page.setDefaultTimeout(60_000);
	// The editor's scripts take long to come on a busy machine.
	page.setDefaultNavigationTimeout(90_000);
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
