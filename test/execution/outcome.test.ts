/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never inside n8n */
/**
 * What becomes of an item, by the reply to its request: each a kind that an API really has, answered over HTTP. The
 * rule is the README's; beside what stands here no word of a reply decides anything.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../dev/root';
import type { Fault } from '../../dev/sandbox/server';
import { outcomeOf, type Outcome } from '../../nodes/ClientPoint/execution/outcome/outcome';
import type { Prepared } from '../../nodes/ClientPoint/operation';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

type Kind = Outcome['kind'];

const HTML = { 'content-type': 'text/html' };
const page = '<!doctype html><title>Bad Gateway</title><h1>Bad Gateway</h1>';
const at = (body: unknown, status = 200): Fault => ({ status, body });

/** By reply: what becomes of a Create and, where that differs, of an Update. */
const REPLIES: Array<[Fault, Kind, Kind?]> = [
	// Complete and empty, or JSON that says more than words.
	[{ body: '', headers: { 'content-length': '0' } }, 'done'],
	[at('', 204), 'done'],
	[at({}), 'done'],
	[at([]), 'done'],
	[at({ id: 1 }), 'done'],
	[at({ id: 1 }, 201), 'done'],
	[at({ id: 1 }, 202), 'done'],
	[at('1001'), 'done'],
	[at([{ id: 1 }, { id: 2 }]), 'done'],
	[at({ clientpoint_url: 'https://login.clientpoint.net/v/1/PIN' }), 'done'],
	[at({ success: true, message: 'Created' }), 'done'],
	[at({ status: 'success', error: [], message: 'Created' }), 'done'],
	[at({ status: 'success', error: [], data: { id: 1 } }), 'done'],
	[at({ error: false, errors: {}, hasErrors: 0, id: 1 }), 'done'],
	[at({ error: 'none', id: 1 }), 'done'],
	[at({ error: { message: '', fields: [] }, id: 1 }), 'done'],
	[at({ status: 'pending', id: 1 }), 'done'],
	[at({ status: 200, id: 1 }), 'done'],
	[at({ code: 0, id: 1 }), 'done'],
	[at({ id: 1, message: 'Recipient 2 could not be mailed' }), 'done'],
	[at({ data: { id: 1, custom: { status: 'error' } } }), 'done'],
	// A failure flag.
	[at({ success: false, message: 'No' }), 'unknown'],
	[at({ success: 'false', id: 1 }), 'unknown'],
	[at({ is_success: 0, id: 1 }), 'unknown'],
	[at({ OK: 'no', id: 1 }), 'unknown'],
	[at({ Succeeded: false, id: 1 }), 'unknown'],
	[at({ status: 'error', message: 'Division not found', data: { clientpoint_id: 12 } }), 'unknown'],
	[at({ state: 'FAILED', id: 1 }), 'unknown'],
	[at({ result: 'nok', id: 1 }), 'unknown'],
	[at({ code: 422, id: 1 }), 'unknown'],
	[at({ 'Status-Code': '500', id: 1 }), 'unknown'],
	[at({ error: 'No', id: 1 }), 'unknown'],
	[at({ error: true, id: 1 }), 'unknown'],
	[at({ errors: ['No'], id: 1 }), 'unknown'],
	[at({ errors: { name: ['is taken'] }, id: 1 }), 'unknown'],
	[at({ has_errors: true, id: 1 }), 'unknown'],
	[at([{ id: 1 }, { error: 'No' }]), 'unknown'],
	[at({ data: { success: false, id: 1 } }), 'unknown'],
	[at({ Response: { data: [{ error: 'No' }] } }), 'unknown'],
	[at('false'), 'unknown'],
	// Nothing but words: what was created would be named.
	[at({ message: 'Maximum number of ClientPoints reached' }), 'unknown', 'done'],
	[at({ message: 'konnte nicht erstellt werden', data: null }), 'unknown', 'done'],
	[at({ data: { message: 'Account closed', details: [{ text: 'Ask us' }] } }), 'unknown', 'done'],
	[at('"Account closed"'), 'unknown', 'done'],
	[at('null'), 'unknown', 'done'],
	// No JSON.
	[{ body: page, headers: HTML }, 'unknown'],
	[at('OK'), 'unknown'],
	[at('{"id": 1'), 'unknown'],
	[at('<response><id>1</id></response>'), 'unknown'],
	[at(`${'['.repeat(5000)}1${']'.repeat(5000)}`), 'unknown'],
	// Not carried out, whatever the body says.
	[at({ message: 'Unknown division' }, 422), 'refused'],
	[at({ message: 'Saved, but the mail failed', id: 1 }, 422), 'refused'],
	[at({ success: true, data: { id: 1 } }, 400), 'refused'],
	[at({ message: 'Exists already', id: 1 }, 409), 'refused'],
	[{ status: 403, body: page, headers: HTML }, 'refused'],
	[at('', 401), 'refused'],
	[at('', 404), 'refused'],
	[{ status: 307, body: '', headers: { location: 'https://elsewhere.example/' } }, 'refused'],
	[{ status: 429, body: '', headers: { 'retry-after': '7200' } }, 'postponed'],
	[{ status: 429, body: { id: 1 }, headers: { 'retry-after': '7200' } }, 'postponed'],
	// Everything else.
	[at('', 408), 'unknown'],
	[at({ message: 'Oops' }, 500), 'unknown'],
	[{ status: 502, body: page, headers: HTML }, 'unknown'],
	[{ status: 503, body: '', headers: { 'retry-after': '7200' } }, 'unknown'],
	[{ status: 302, body: '', headers: { location: 'https://elsewhere.example/' } }, 'unknown'],
	[at('', 402), 'unknown'],
	[at('', 418), 'unknown'],
	[{ drop: 'before' }, 'unknown'],
	[{ drop: 'after', creates: true }, 'unknown'],
];

const sandbox = useSandbox();

/** What became of an item for each reply, all sent by one run. */
async function outcomes(operation: object): Promise<string[]> {
	sandbox.answer((_, { body }) => REPLIES[Number(body.name)][0]);
	const { done } = await runNode(sandbox, {
		parameters: { ...REQUIRED, name: '={{ $json.name }}', ...operation },
		items: REPLIES.map((_, name) => ({ name: `${name}` })),
		settings: { onError: 'continueRegularOutput' },
	});
	return done.map(({ json }) => (json.details ? Object(json.details).outcome : 'done'));
}

const rows = (kinds: string[]) =>
	REPLIES.map(([reply], index) => `${kinds[index]}: ${JSON.stringify(reply).slice(0, 150)}`);

it('a Create ends by this table', async () => {
	expect(rows(await outcomes({}))).toEqual(rows(REPLIES.map(([, kind]) => kind)));
});

it('an Update, too, except that words alone are no less than it needs', async () => {
	const updateFields = { name: '={{ $json.name }}' };
	const kinds = await outcomes({ operation: 'update', clientpoint_id: 1001, updateFields });
	expect(rows(kinds)).toEqual(rows(REPLIES.map(([, created, changed = created]) => changed)));
});

/** The statuses, and from one to another, that docs/outcomes.md lists. */
const [, listed] =
	/"Not carried out"\*\*: ([^.]+)\./.exec(readFileSync(join(ROOT, 'docs/outcomes.md'), 'utf8')) ??
	[];
const NOT_CARRIED_OUT = listed.split(',').flatMap((part) => {
	const [from, to = from] = (part.match(/\d+/g) ?? []).map(Number);
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
});

it.each(['creates', 'changes', 'reads'] as const)('a call that %s, by each status', (effect) => {
	const prepared: Prepared = {
		request: { method: 'POST', path: '/', host: 'api', effect },
		about: 'Northwind',
		inDoubt: 'It may exist.',
		output: (reply) => reply,
	};
	const kindOf = (status: number) =>
		outcomeOf(
			{ kind: 'response', status, headers: {}, text: '', json: undefined, isComplete: true },
			prepared,
			(name) => name,
		).kind;
	const expected = (status: number) => {
		if (status === 429) return 'postponed';
		return NOT_CARRIED_OUT.includes(status) || effect === 'reads' ? 'refused' : 'unknown';
	};
	const statuses = Array.from({ length: 300 }, (_, index) => 300 + index);
	expect(statuses.map((status) => [status, kindOf(status)])).toEqual(
		statuses.map((status) => [status, expected(status)]),
	);
});
