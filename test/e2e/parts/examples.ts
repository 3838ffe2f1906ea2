/** Each example as whoever has just imported it runs it first: as it stands, on the data that it brings. */
import { exampleNames, readExample } from '../../../dev/examples';
import type { World } from '../../../dev/n8n/world';
import { createOne } from '../../../dev/sandbox/server';
import { itemsOfExecution } from '../support/executions';

const CREATE = 'POST /v4/clientpoint/create';
const ABC = [CREATE, { name: 'ABC Company' }] as const;
const JOHN = { first_name: 'John', last_name: 'Doe', email: 'john.doe@example.com', primary: true };

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
	'form-to-clientpoint': [[CREATE, { custom_fields: [{ tag: 'source', value: 'web form' }] }]],
	'lead-to-clientpoint': [ABC],
	'link-to-message': [['GET /v4/clientpoint/get-link/1001', {}]],
	'pipedrive-deal': [[CREATE, { name: 'ABC Company', revenue: 500.5, recipients: [JOHN] }]],
	'stakeholder-to-recipient': [['POST /v4/recipient/add', { clientpoint_id: 1001 }]],
	'webhook-lead-with-reply': [ABC],
	// It begins with ClientPoint's call, and goes on elsewhere.
	'won-to-handover': [],
};

/** It wants a Postgres of its user's; queue.e2e.ts has one. */
const IN_QUEUE_MODE = 'once-with-postgres';

export function examples(world: () => World) {
	// Those that work on a ClientPoint name the sandbox's first.
	beforeEach(async () => await createOne(world().sandbox));

	/** Has n8n do what the button below the canvas does, and returns what reached the sandbox. */
	async function execute(name: string) {
		const { rest, sandbox } = world();
		// Of several that could begin, the one on the left.
		const [start] = readExample(name)
			.nodes.filter(({ type }) => /trigger$|\.webhook$/i.test(type))
			.sort((a, b) => a.position[0] - b.position[0]);
		const { executionId } = await rest('POST', `/workflows/${name}/run`, {
			triggerToStartFrom: { name: start.name },
		});
		await itemsOfExecution(rest, executionId);
		// Several calls are under way at a time.
		return sandbox.received
			.map(({ method, path, body }) => ({ call: `${method} ${path.replace(/\?.*/, '')}`, body }))
			.sort((a, b) => String(a.body.name).localeCompare(String(b.body.name)))
			.map(({ call, body }) => [call, body]);
	}

	it('every example is run that needs nothing of its own', () => {
		expect(Object.keys(SENT)).toEqual(exampleNames().filter((name) => name !== IN_QUEUE_MODE));
	});

	it.each(Object.entries(SENT))('%s', async (name, sent) => {
		expect(await execute(name)).toMatchObject(sent);
	});

	it('deal-create-or-update: a second run updates what the first has created', async () => {
		// That was the sandbox's second ClientPoint.
		await createOne(world().sandbox);
		expect(await execute('deal-create-or-update')).toMatchObject([
			['PUT /v4/clientpoint/update/1002', ABC[1]],
		]);
	});
}
