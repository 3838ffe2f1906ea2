/** Odd answers in HTTP 2xx: what is told of the item, in the engine, with the server counting. */
import type { Fault } from '../../dev/sandbox/server';
import { runNode } from '../support/clientPoint';
import { toldOf } from '../support/report';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const PLAIN = { 'content-type': 'text/plain' };

const ANSWERS: Array<['done' | 'refused' | 'unknown', string, Fault]> = [
	['done', '201', { status: 201, body: { id: 1 } }],
	['done', '202 with nothing', { status: 202, body: '', headers: { 'content-length': '0' } }],
	['done', '204', { status: 204, body: '' }],
	['done', '205', { status: 205, body: '', headers: { 'content-length': '0' } }],
	['done', 'a single id', { body: 1001 }],
	['done', 'a single id with its length', { body: '1001', headers: { 'content-length': '4' } }],
	['done', 'JSON as text/plain', { body: '{"id":1}', headers: PLAIN }],
	['done', 'a byte order mark', { body: '\ufeff{"id":1}' }],
	['done', 'white space around', { body: ' \r\n{"id":1}\n ' }],
	['done', 'a member called __proto__', { body: '{"__proto__":{"x":true},"id":1}' }],
	['done', 'members of n8n', { body: { json: {}, binary: {}, pairedItem: 5, id: 1 } }],
	['done', 'an empty error beside', { body: { error: null, warnings: [], id: 1 } }],
	['refused', 'success as text', { body: { success: 'false' } }],
	['refused', 'status error', { body: { status: 'error' } }],
	[
		'refused',
		'nested errors',
		{ body: { data: { errors: [{ messages: ['Name is required'] }] } } },
	],
	['refused', 'a list of failures', { body: [{ success: false }, { success: false }] }],
	['refused', '201 with a failure', { status: 201, body: { success: false, message: 'No' } }],
	['refused', '206 with a failure', { status: 206, body: { error: 'No such user' } }],
	['unknown', 'a list of both', { body: [{ success: true }, { success: false }] }],
	['unknown', 'a bare false', { body: false }],
	['unknown', 'a bare 0', { body: 0 }],
	['unknown', 'a text of a failure', { body: '"Invalid request"' }],
	['unknown', 'HTML', { body: '<html><body>Login</body></html>' }],
	['unknown', 'HTML in 201', { status: 201, body: '<!doctype html><title>x</title>' }],
	[
		'unknown',
		'a warning of PHP before',
		{ body: '<br />\n<b>Warning</b>: x in y on line 1<br />\n{"id":1}' },
	],
	['unknown', 'a guarded JSON', { body: ')]}\'\n{"id":1}' }],
	['unknown', 'two JSONs', { body: '{"id":1}{"id":2}' }],
	['unknown', 'JavaScript', { body: 'callback({"id":1})' }],
	['unknown', 'XML', { body: '<?xml version="1.0"?><response><id>1</id></response>' }],
	['unknown', 'plain words', { body: 'OK', headers: PLAIN }],
	['unknown', 'NaN', { body: 'NaN', headers: PLAIN }],
	[
		'unknown',
		'a failure beside an id',
		{ body: { success: false, data: { ClientPointId: '567834' } } },
	],
	[
		'unknown',
		'a failure as deep as JSON can be',
		{ body: `${'{"errors":'.repeat(3000)}1${'}'.repeat(3000)}` },
	],
	[
		'unknown',
		'a failure deeper than is looked at',
		{ body: `{"success":false,"data":${deep(50)}}` },
	],
];

describe.each(['stopWorkflow', 'continueErrorOutput'] as const)('%s', (onError) => {
	it.each(ANSWERS)('%s: %s', async (told, _, fault) => {
		// What a failure says was not done, was not; all else may have been.
		sandbox.answer(() => ({ ...fault, creates: told !== 'refused' }));
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const result = await runNode(sandbox, { settings: { onError, ...retry } });
		expect(toldOf(result, 1)).toEqual([[told]]);
		expect(sandbox.received).toHaveLength(told === 'refused' ? 2 : 1);
		expect(sandbox.created).toHaveLength(told === 'refused' ? 0 : 1);
	});
});
