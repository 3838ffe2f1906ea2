/** ClientPoint ID: a resource locator, read the same in whichever way a workflow fills it in. */
import { NodeHelpers, type INode } from 'n8n-workflow';
import fc from 'fast-check';
import { clientPointId } from '../../nodes/ClientPoint/actions/shared/clientPointId';
import { runNode } from '../support/clientPoint';

const ID = 1001;
const LINK = `https://login.clientpoint.net/v/${ID}/AB12CD`;
const located = (value: unknown, mode = 'id') => ({ __rl: true as const, mode, value });

/** What the field makes of a value: the id, or what it says of it. */
function parse(value: unknown) {
	const messages: string[] = [];
	const id = clientPointId.parse({ clientpoint_id: value }, ({ message }) =>
		messages.push(message),
	);
	return id ?? messages.join();
}

/** The same of a value alone, and in each mode of a locator: what it makes of all of them. */
const parseAll = (value: unknown) => [
	...new Set([value, ...['id', 'link', 'url', ''].map((mode) => located(value, mode))].map(parse)),
];

/** What n8n marks in the editor, and before a workflow runs. */
function marked(clientpoint_id: unknown) {
	const node = { typeVersion: 1, parameters: { clientpoint_id } } as unknown as INode;
	const issues = NodeHelpers.getNodeParametersIssues(clientPointId.properties, node, null);
	return Object.values(issues?.parameters ?? {}).flat();
}

const links = fc
	.record({
		id: fc.integer({ min: 1, max: 2 ** 31 }),
		scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', ''),
		host: fc.constantFrom('login.clientpoint.net', 'rooms.clientpoint.co', 'x.example:8443'),
		path: fc.constantFrom('/v/', '/V/', '/proposal/unlock-view/proposalId/'),
		rest: fc.constantFrom('', '/', '/AB12', '/pin/AB12/email/a%40b.c', '?x=/v/9', '#top', '/AB?q'),
	})
	.map(({ id, scheme, host, path, rest }) => ({ id, link: `${scheme}${host}${path}${id}${rest}` }));

it('a link of any known form gives its id, whatever the mode and the host, and is not marked', () => {
	fc.assert(
		fc.property(links, ({ id, link }) => {
			expect([link, ` ${link}\u200b`].flatMap(parseAll)).toEqual([id, id]);
			expect([located(link), located(link, 'link')].flatMap(marked)).toEqual([]);
		}),
	);
});

it.each<[unknown, number | string]>([
	[ID, ID],
	[` ${ID}\u200b`, ID],
	[undefined, 'is required'],
	['\u200b', 'is required'],
	...['abc', '0', -5, 1.5, true, 'https://a.b/x/12', 'v/12', '1/../2', '1?x=1', '%2e'].map(
		(value): [unknown, string] => [
			value,
			`must be an ID such as 1234567 (a positive whole number), not ${JSON.stringify(value)}`,
		],
	),
])('%j gives %s', (value, parsed) => expect(parseAll(value)).toEqual([parsed]));

it('the editor marks what has no ID in it', () => {
	const words = ["A ClientPoint's ID has digits only"];
	expect([located('abc'), located('abc', 'link')].map(marked)).toEqual([words, words]);
	expect([located('={{ $json.id }}'), located(` ${ID}`), ID].flatMap(marked)).toEqual([]);
});

it.each<[string, unknown]>([
	['a number, as workflows written by hand have it', ID],
	['an expression for the whole field', '={{ $json.id }}'],
	['an expression that gives a locator', '={{ { __rl: true, mode: "id", value: $json.id } }}'],
	['By ID', located(String(ID))],
	['By ID, an expression in text', located('={{ $json.id }}{{ "" }}')],
	['By ID, a link', located(LINK)],
	['By Link, an expression', located('={{ $json.link }}', 'link')],
	['By Link, cached by the editor', { ...located(LINK, 'link'), cachedResultUrl: 'x' }],
])("in n8n's engine: %s", async (_, clientpoint_id) => {
	const { done } = await runNode(
		{ url: 'https://api.example' },
		{
			parameters: { operation: 'getLink', clientpoint_id, options: { previewOnly: true } },
			items: [{ id: ID, link: LINK }],
		},
	);
	expect(done).toMatchObject([
		{ json: { url: `https://api.example/v4/clientpoint/get-link/${ID}` } },
	]);
});
