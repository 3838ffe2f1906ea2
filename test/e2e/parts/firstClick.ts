/** Each example as whoever has just imported it meets it: one click, on the data that it brings. */
import type { Page } from 'playwright-core';
import { exampleNames } from '../../../dev/examples';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { createOne } from '../../../dev/sandbox/createOne';

const CREATE = 'POST /v4/clientpoint/create';
const UPDATE = 'PUT /v4/clientpoint/update';

/** What each has sent when it has done what its note says: the calls, and the names in their bodies. */
const SENT: Record<string, string[]> = {
	'ai-agent': [`${CREATE} ABC Company`],
	'collect-failures': [`${CREATE} ABC Company`, `${CREATE} Contoso`],
	'create-until-signed': [`${CREATE} ABC Company`],
	'deal-create-or-update': [`${CREATE} ABC Company`],
	'deal-stage-to-status': [`${UPDATE}/1001 ABC Company`],
	'deals-with-json-rows': [`${CREATE} ABC Company`, `${CREATE} Müller & Söhne`],
	'form-to-clientpoint': [`${CREATE} ABC Company`],
	'lead-to-clientpoint': [`${CREATE} ABC Company`],
	'link-to-message': ['GET /v4/clientpoint/get-link/1001'],
	'stakeholder-to-recipient': ['POST /v4/recipient/add'],
	'webhook-lead-with-reply': [`${CREATE} ABC Company`],
	// It begins with ClientPoint's call, and goes on elsewhere.
	'won-to-handover': [],
};

/** It wants a Postgres of its user's; queue.e2e.ts has one. */
const IN_QUEUE_MODE = 'once-with-postgres';

export function firstClick(world: () => World, page: () => Page) {
	async function open(name: string) {
		await page().goto(`${world().n8n.url}/workflow/${name}`);
		await byId(page(), 'canvas-node').first().waitFor();
	}

	/** What reached the sandbox; several calls are under way at a time. */
	const sentCalls = () =>
		world()
			.sandbox.received.map(({ method, path, body }) =>
				[method, path.replace(/\?.*/, ''), body.name ?? ''].join(' ').trim(),
			)
			.sort();

	/** Executes the open workflow with the button at the bottom of the canvas. */
	async function click() {
		await byId(page(), 'execute-workflow-button').last().click();
		await page().getByText('Workflow executed successfully').first().waitFor();
		await page().locator('.el-notification__closeBtn').first().click();
	}

	it('every example is clicked that needs nothing of its own', () => {
		const others = exampleNames().filter((name) => name !== IN_QUEUE_MODE);
		expect(Object.keys(SENT)).toEqual(others);
	});

	it.each(Object.entries(SENT))('%s', async (name, sent) => {
		// The examples that work on a ClientPoint name the sandbox's first.
		await createOne(world().sandbox);
		await open(name);
		const overflowing = await byId(page(), 'sticky').evaluateAll((notes) =>
			notes.flatMap((note) =>
				[note, ...note.querySelectorAll('*')]
					.filter((part) => part.scrollHeight > part.clientHeight + 8 && part.clientHeight > 40)
					.map((part) => part.textContent?.slice(0, 40)),
			),
		);
		expect(overflowing).toEqual([]);
		await click();
		expect(sentCalls()).toEqual(sent);
	});

	it('deal-create-or-update: a second click updates what the first has created', async () => {
		// The first click has created the sandbox's second ClientPoint.
		await createOne(world().sandbox);
		await createOne(world().sandbox);
		await open('deal-create-or-update');
		await click();
		expect(sentCalls()).toEqual([`${UPDATE}/1002 ABC Company`]);
	});
}
