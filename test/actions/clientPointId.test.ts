/** ClientPoint ID: a resource locator, read the same in whichever way a workflow fills it in. */
import { NodeHelpers, type INode } from 'n8n-workflow';
import fc from 'fast-check';
import { clientPointId } from '../../nodes/ClientPoint/actions/shared/clientPointId';
import { operations } from '../../nodes/ClientPoint/actions';
import { runNode } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();
const MODES = ['id', 'link', 'url', 'list', ''];
const located = (value: unknown, mode = 'id') => ({ __rl: true as const, mode, value });

/** What the field makes of a value: the id, or what it says of it. */
function parse(value: unknown) {
	const messages: string[] = [];
	const id = clientPointId.parse({ clientpoint_id: value }, ({ message }) =>
		messages.push(message),
	);
	return id ?? messages;
}

const links = fc
	.record({
		id: fc.integer({ min: 1, max: 2 ** 31 }),
		scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', ''),
		host: fc.constantFrom(
			'login.clientpoint.net',
			'rooms.clientpoint.co',
			'x.example:8443',
			'a-b.c',
		),
		path: fc.constantFrom('/v/', '/V/', '/proposal/unlock-view/proposalId/'),
		rest: fc.constantFrom(
			'',
			'/',
			'/AB12',
			'/pin/AB12/email/a%40b.c',
			'?x=/v/9',
			'#top',
			'/AB12?q',
		),
	})
	.map(({ id, scheme, host, path, rest }) => ({
		id,
		link: scheme + host + path + String(id) + rest,
	}));

it('a link of any known form gives its id, whatever the mode and the host', () => {
	fc.assert(
		fc.property(links, fc.constantFrom(...MODES), ({ id, link }, mode) => {
			expect([
				parse(link),
				parse(located(link, mode)),
				parse(located(` ${link}\u200b`, mode)),
			]).toEqual([id, id, id]);
		}),
	);
});

it('a bare value and a locator that holds it are the same', () => {
	fc.assert(
		fc.property(fc.anything(), fc.constantFrom(...MODES), (value, mode) => {
			// A locator in a locator is for n8n to refuse.
			fc.pre(!(typeof value === 'object' && value !== null && 'mode' in value));
			expect(parse(located(value, mode))).toEqual(parse(value));
		}),
	);
});

it.each([undefined, null, '', ' ', '\u200b', [], {}])('%j is blank, in a locator too', (blank) => {
	const expected = [['is required'], ['is required'], ['is required']];
	expect([parse(blank), parse(located(blank)), parse(located(blank, 'link'))]).toEqual(expected);
});

it.each(['abc', '0', -5, 1.5, true, 'https://a.b/x/12', 'v/12'])('%j is no ID', (value) => {
	const refused = [expect.stringContaining('must be an ID such as 1234567')];
	expect([parse(value), parse(located(value, 'link'))]).toEqual([refused, refused]);
});

describe("in n8n's engine", () => {
	const LINK = `https://login.clientpoint.net/v/${ID}/AB12CD`;
	it.each<[string, unknown]>([
		['a number, as workflows written by hand have it', ID],
		['an expression for the whole field', '={{ $json.id }}'],
		['an expression that gives a locator', '={{ { __rl: true, mode: "id", value: $json.id } }}'],
		['By ID', located(String(ID))],
		['By ID, an expression', located('={{ $json.id }}')],
		['By ID, an expression in text', located('={{ $json.id }}{{ "" }}')],
		['By ID, a link', located(LINK)],
		['By Link', located(LINK, 'link')],
		['By Link, an expression', located('={{ $json.link }}', 'link')],
		[
			'By Link, with the link cached by the editor',
			{ ...located(LINK, 'link'), cachedResultUrl: 'x' },
		],
	])('%s', async (_, clientpoint_id) => {
		const item = { id: ID, link: LINK };
		const { error, done } = await runNode(sandbox, {
			parameters: { operation: 'getLink', clientpoint_id },
			items: [item, item, item],
		});
		expect(error).toBeUndefined();
		expect(done.map(({ json }) => json.clientpoint_id)).toEqual([ID, ID, ID]);
	});

	it('each item has its own, and one that gives nothing is named', async () => {
		const { error } = await runNode(sandbox, {
			parameters: {
				operation: 'getLink',
				clientpoint_id: located('={{ $json.id }}'),
			},
			items: [{ id: ID }, {}, { id: 'x' }],
		});
		expect(sandbox.received).toEqual([]);
		expect([error?.message, error?.description].join()).toContain('ClientPoint ID is required');
		expect([error?.message, error?.description].join()).toContain('must be an ID such as');
	});
});

describe("n8n's own check, before a workflow runs", () => {
	const [getLink] = operations.filter(({ value }) => value === 'getLink');
	const issuesOf = (clientpoint_id: unknown) => {
		const node = { typeVersion: 1, parameters: { clientpoint_id } } as unknown as INode;
		const issues = NodeHelpers.getNodeParametersIssues(getLink.properties, node, null);
		return Object.values(issues?.parameters ?? {}).flat();
	};

	it('lets pass whatever is taken', () => {
		fc.assert(
			fc.property(links, ({ id, link }) => {
				fc.pre(!link.includes('/V/'));
				const taken = [
					located(link),
					located(link, 'link'),
					located(` ${id}\u200b`),
					located(id),
					id,
				];
				expect(taken.map(issuesOf)).toEqual(taken.map(() => []));
			}),
		);
		expect(issuesOf(located('={{ $json.id }}'))).toEqual([]);
	});

	it('says what a value typed in lacks', () => {
		expect(issuesOf(located('abc'))).toEqual(["A ClientPoint's ID has digits only"]);
		expect(issuesOf(located('1234567', 'link'))).toEqual([
			"A ClientPoint's link has /v/ and an ID in it",
		]);
	});
});
