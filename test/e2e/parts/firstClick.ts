/** Each example as whoever has just imported it meets it: one click, on the data that it brings. */
import type { Page } from 'playwright-core';
import { exampleNames } from '../../../dev/examples';
import { byId } from '../../../dev/n8n/editor';
import type { World } from '../../../dev/n8n/world';
import { createOne } from '../../../dev/sandbox/server';

const CREATE = 'POST /v4/clientpoint/create';
const ABC = [CREATE, { name: 'ABC Company' }] as const;

/** What each has sent when it has done what its note says: the calls, and what matters in their bodies. */
const SENT: Record<string, Array<readonly [call: string, body: object]>> = {
	'ai-agent': [ABC],
	'collect-failures': [ABC, [CREATE, { name: 'Contoso' }]],
	'create-until-signed': [ABC],
	'deal-create-or-update': [ABC],
	'deal-stage-to-status': [['PUT /v4/clientpoint/update/1001', { name: 'ABC Company' }]],
	'deals-with-json-rows': [
		[
			CREATE,
			{
				name: 'ABC Company',
				recipients: [{ email: 'john.doe@example.com' }, { email: 'jane.roe@example.com' }],
				custom_fields: [{ tag: 'location', value: 'Boston' }],
				expiration_date: '2027-06-15',
			},
		],
		[CREATE, { name: 'Müller & Söhne', recipients: [{ email: 'anna@mueller.example' }] }],
	],
	'form-to-clientpoint': [ABC],
	'lead-to-clientpoint': [ABC],
	'link-to-message': [['GET /v4/clientpoint/get-link/1001', {}]],
	'pipedrive-deal': [ABC],
	'stakeholder-to-recipient': [['POST /v4/recipient/add', { clientpoint_id: 1001 }]],
	'webhook-lead-with-reply': [ABC],
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
			.sandbox.received.map(({ method, path, body }) => ({
				call: `${method} ${path.replace(/\?.*/, '')}`,
				body,
			}))
			.sort((a, b) => String(a.body.name).localeCompare(String(b.body.name)))
			.map(({ call, body }) => [call, body]);

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
		expect(sentCalls()).toMatchObject(sent);
	});

	it('deal-create-or-update: a second click updates what the first has created', async () => {
		// The first click has created the sandbox's second ClientPoint.
		await createOne(world().sandbox);
		await createOne(world().sandbox);
		await open('deal-create-or-update');
		await click();
		expect(sentCalls()).toMatchObject([['PUT /v4/clientpoint/update/1002', ABC[1]]]);
	});
}
