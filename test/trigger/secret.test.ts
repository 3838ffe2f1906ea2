/** @jest-environment node */
/** Who gets in, and that a form which does not decide it lets nobody in. */
import { logged } from '../support/nodeLog';
import { PAYLOAD, callTrigger, publish, refused, started, type Setup } from './callTrigger';

const REFUSED = refused(403, 'The secret is missing or wrong');
const SECRET: Setup = {
	parameters: { authentication: 'urlSecret', simple: false },
	credential: { webhookSecret: ' aZ09\n' },
};

it('the secret lets a request in; white space around it in the credential does not count', async () => {
	const call = await callTrigger(SECRET, { query: { secret: 'aZ09' } });
	expect(call).toEqual(started(expect.objectContaining(PAYLOAD)));
});

it.each([
	{},
	{ secret: '' },
	{ secret: 'AZ09' },
	{ secret: 'aZ0' },
	{ secret: 'aZ09x' },
	{ Secret: 'aZ09' },
	{ secret: ['aZ09'] },
	{ secret: { toString: 'aZ09' } },
])('%j is refused before the body is looked at; the reason is for the log alone', async (query) => {
	logged.length = 0;
	for (const body of [PAYLOAD, '[1', null]) {
		expect(await callTrigger(SECRET, { query, body })).toEqual(REFUSED);
	}
	expect(logged.join()).toContain('answered 403: the secret in the URL is missing or wrong');
});

const NO_SECRET =
	'The ClientPoint API credential has no Webhook Secret: fill it in there, or set Authentication to None';

it.each<[Setup, reason: string]>([
	[{ ...SECRET, credential: undefined }, 'Node does not have any credentials set'],
	[{ ...SECRET, credential: { webhookSecret: '' } }, NO_SECRET],
	[{ ...SECRET, credential: { webhookSecret: ' \n' } }, NO_SECRET],
	[{ ...SECRET, parameters: { authentication: '={{ $vars.nothing }}' } }, ''],
	[{ ...SECRET, parameters: { authentication: "={{ $('Nowhere').item.json.x }}" } }, ''],
])('%j lets nobody in, and cannot be published', async (setup, reason) => {
	for (const secret of [undefined, '', 'aZ09', 'undefined']) {
		expect(await callTrigger(setup, { query: { secret } })).toEqual(REFUSED);
	}
	await expect(publish(setup)).rejects.toThrow(reason);
});

it.each<Setup>([{}, { parameters: { authentication: 'none' } }, SECRET])(
	'%j can be published',
	async (setup) => await expect(publish(setup)).resolves.toBeUndefined(),
);

it('with None, whoever knows the URL gets in', async () => {
	const setup = { parameters: { authentication: 'none', simple: false } };
	expect(await callTrigger(setup)).toEqual(started(expect.objectContaining(PAYLOAD)));
});
