/** A credential with expressions: each item goes to its own account. */
import type { INode } from 'n8n-workflow';
import { REQUIRED, runNode, type NodeRunOptions } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const other = useSandbox();

const KEY_A = 'keyOfTenantA1';
const KEY_B = 'keyOfTenantB2';
const items = [
	{ company: 'A1', key: KEY_A },
	{ company: 'B1', key: KEY_B },
	{ company: 'A2', key: KEY_A },
];
const run = (more: NodeRunOptions & { settings?: Partial<INode> } = {}) =>
	runNode(sandbox, {
		parameters: { ...REQUIRED, name: '={{ $json.company }}' },
		items,
		credentials: { apiKey: '={{ $json.key }}' },
		...more,
	});
const sent = ({ received }: typeof sandbox) =>
	received.map(({ body }) => `${body.name} by ${body.api_key}`).sort();

beforeEach(() => {
	for (const { answer } of [sandbox, other]) {
		answer((number) => ({ status: 200, body: { id: number + 1 }, creates: true }));
	}
});

it('each is sent with its own key', async () => {
	await run();
	expect(sent(sandbox)).toEqual([`A1 by ${KEY_A}`, `A2 by ${KEY_A}`, `B1 by ${KEY_B}`]);
});

it('each is sent to its own API and account domain', async () => {
	const hosts = items.map((item, index) => ({
		...item,
		id: index + 1,
		url: index === 1 ? other.url : sandbox.url,
	}));
	const credentials = {
		apiKey: KEY_A,
		baseUrl: '={{ $json.url }}',
		accountUrl: '={{ $json.url }}',
	};
	await run({ items: hosts, credentials });
	expect([sent(sandbox), sent(other)]).toEqual([
		[`A1 by ${KEY_A}`, `A2 by ${KEY_A}`],
		[`B1 by ${KEY_A}`],
	]);

	const link = (id: number) => ({
		body: { data: { clientpoint_url: `https://x.example/v/${id}/P` } },
	});
	for (const { answer } of [sandbox, other]) {
		answer((_, { path }) => link(Number(/get-link\/(\d)/.exec(path)?.[1])));
	}
	const { done } = await run({
		items: hosts,
		credentials,
		parameters: {
			operation: 'getLink',
			clientpoint_id: '={{ $json.id }}',
			additionalFields: { personal_link_email: 'ann@x.example' },
		},
	});
	expect(done.map(({ json }) => String(json.personal_url).split('/proposal')[0])).toEqual([
		sandbox.url,
		other.url,
		sandbox.url,
	]);
});

describe('a credential that cannot be used for one item', () => {
	const blank = items.map((item, index) => (index === 1 ? { ...item, key: '' } : item));
	const message = 'Credential: API Key is blank: fill it in, or look at what its expression gives';

	it('stops the run before anything is sent, and is named like a field', async () => {
		const { error } = await run({ items: blank });
		expect(error?.message).toBe(`Item 1: ${message}`);
		expect(sandbox.received).toEqual([]);
	});

	it('does not keep the others back under Continue', async () => {
		const { done, failed } = await run({
			items: blank,
			settings: { onError: 'continueErrorOutput' },
		});
		expect([done.length, failed.map(({ json }) => json.error)]).toEqual([2, [message]]);
		expect(sent(sandbox)).toEqual([`A1 by ${KEY_A}`, `A2 by ${KEY_A}`]);
	});
});

it('the key of one tenant is not shown in what is said about another', async () => {
	sandbox.answer((_, { body }) => ({
		status: 422,
		body: { message: `${body.name} knows ${KEY_A} and ${KEY_B}` },
	}));
	const { failed, run: whole } = await run({ settings: { onError: 'continueErrorOutput' } });
	expect(failed.map(({ json }) => json.error)).toEqual(
		['A1', 'B1', 'A2'].map(
			(name) => `ClientPoint answered 422: ${name} knows [API key removed] and [API key removed]`,
		),
	);
	const output = whole.data.resultData.runData.ClientPoint[0].data;
	// The input has them, because these items do.
	expect(JSON.stringify(output).split(KEY_A)).toHaveLength(3);
});

it('a pause that one account asks for holds no other up', async () => {
	sandbox.answer((_, { body }) =>
		body.api_key === KEY_A
			? { status: 429, body: {}, headers: { 'retry-after': '7200' } }
			: { status: 200, body: { id: 1 } },
	);
	const { failed, done } = await run({ settings: { onError: 'continueErrorOutput' } });
	expect([failed.length, done.length]).toEqual([2, 1]);
	// Longer than is waited for.
	expect(sandbox.received).toHaveLength(3);
});
