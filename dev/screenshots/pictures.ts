/** Each picture: what is clicked on the way to it, and what is in it. */
import type { Locator, Page } from 'playwright-core';
import { byId } from '../n8n/editor';

type Shoot = (name: string, margin: number, ...things: Locator[]) => Promise<void>;

export async function pictures(page: Page, url: string, shoot: Shoot) {
	const open = async (workflow: string) => {
		await page.goto('about:blank');
		await page.goto(`${url}/workflow/${workflow}`);
		await byId(page, 'canvas-node').first().waitFor();
	};
	const openNode = async (name: string) =>
		await page.locator(`[data-node-name="${name}"]`).first().dblclick();
	const succeeded = async () => {
		await page.getByText('Workflow executed successfully').first().waitFor();
		await closeNotes();
	};
	const closeNotes = async () => {
		await page.locator('.el-notification__closeBtn').first().click();
		await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	};

	const output = byId(page, 'output-panel');

	await open('collect-failures');
	await byId(page, 'execute-workflow-button').last().click();
	await succeeded();
	await openNode('Create ClientPoint');
	await output.getByText('1001').first().waitFor();
	await shoot('form', 0, byId(page, 'ndv'));

	await output.getByText('Error Branch').click();
	await output.getByText('Schema', { exact: true }).click();
	await shoot(
		'error-output',
		4,
		output.getByText('see the error output'),
		byId(output, 'run-data-schema-item'),
	);

	await byId(page, 'credential-edit-button').click();
	await page.getByText('Connection tested successfully').first().waitFor();
	await shoot('credential', 0, page.locator('.el-dialog:visible').last());

	await open('stopped-run');
	await openNode('Create ClientPoint');
	await byId(page, 'node-execute-button').click();
	await byId(page, 'node-error-message').waitFor();
	await closeNotes();
	await shoot(
		'stopped-run',
		8,
		output.locator('.node-error-view__header'),
		output.locator('.node-error-view__info'),
	);

	await open('trigger');
	await openNode('ClientPoint Trigger');
	// The first is in the steps beside the form.
	await page.getByText('Webhook URLs').last().click();
	await shoot('trigger', 0, byId(page, 'ndv'));

	// Chat and logs leave n8n no room for its buttons in a smaller window.
	await page.setViewportSize({ width: 1400, height: 1000 });
	await open('ai-agent');
	await byId(page, 'workflow-chat-button').click();
	await page
		.getByPlaceholder('Type message')
		.fill('John Doe of ABC Company wants an offer of about 500 dollars');
	await page.keyboard.press('Enter');
	await succeeded();
	// The first call, the one that was refused.
	await byId(page, 'logs-overview-body').getByText('Create ClientPoint').first().click();
	await shoot('ai-agent', 0, byId(page, 'logs-panel'));
}
