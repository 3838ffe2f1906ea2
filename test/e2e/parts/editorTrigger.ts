/** What the trigger's form tells whoever sets it up. */
import type { Page } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { choose } from '../support/form';
import { openNode } from '../support/openNode';

export function editorTrigger(world: () => World, page: () => Page) {
	beforeAll(async () => {
		await openNode(page(), world(), 'trigger-panel', 'ClientPoint Trigger');
	});
	const seen = async (text: string) => await page().getByText(text).first().waitFor();

	it.each([
		'Receive events from ClientPoint',
		'1. Under Webhook URLs in the form, copy a URL',
		'2. For Secret in the URL, add ?secret=',
		'3. In ClientPoint, as an administrator, paste it where webhooks are set.',
		'4. For production, publish this workflow.',
		'Event names with commas between them; blank for all events',
	])('%s', async (text) => await seen(text));

	it('tells how the URL must end as soon as a secret is asked for', async () => {
		await choose(byId(page(), 'node-parameters'), 'authentication', 'Secret in the URL');
		await seen('The URL in ClientPoint must end with ?secret=');
	});

	it('listens after a click on the button above the steps', async () => {
		await choose(byId(page(), 'node-parameters'), 'authentication', 'None');
		const button = byId(page(), 'ndv').getByRole('button', { name: 'Execute step' });
		await button.first().click();
		await page()
			.getByText(/^Listening for/)
			.first()
			.waitFor();
	});
}
