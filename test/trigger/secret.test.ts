/** @jest-environment node */
/** Who gets in, and that a form which does not decide it lets nobody in. */
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { PAYLOAD, RECEIVED, REFUSED, useTrigger } from './useTrigger';

const trigger = useTrigger();
const SECRET = { authentication: 'urlSecret' };

describe('Secret in the URL', () => {
	it.each([
		['letters and digits', 'aZ09', '?secret=aZ09'],
		['saved with white space around it', ' aZ09\n', '?secret=aZ09'],
		['between other members', 'aZ09', '?x=1&secret=aZ09&y=2'],
		['percent-encoded', 'a+b & 100% #1?', `?secret=${encodeURIComponent('a+b & 100% #1?')}`],
	])('lets in a secret: %s', async (_, webhookSecret, query) => {
		trigger.set(SECRET, { webhookSecret });
		expect(await trigger.post(PAYLOAD, { query })).toEqual(RECEIVED);
		expect(trigger.started()).toHaveLength(1);
	});

	it.each([
		'',
		'?secret',
		'?secret=',
		'?secret=AZ09',
		'?secret=aZ0',
		'?secret=aZ09x',
		'?secret=%',
		'?Secret=aZ09',
		'?secret[]=aZ09',
		'?secret[toString]=aZ09',
		'?secret=aZ09&secret=aZ09',
		'?__proto__[secret]=aZ09',
		'#?secret=aZ09',
	])('refuses %j before the body is looked at', async (query) => {
		trigger.set(SECRET, { webhookSecret: 'aZ09' });
		for (const body of [PAYLOAD, '[1]', '', '{"secret":"aZ09"}']) {
			expect(await trigger.post(body, { query })).toEqual(REFUSED);
		}
		for (const type of ['multipart/form-data; boundary=x', 'text/json; charset=klingon']) {
			expect(await trigger.post('no', { query, type })).toEqual(REFUSED);
		}
		expect(trigger.started()).toEqual([]);
		// The reason is for the log alone.
		expect(trigger.log()).toContain('the secret in the URL is missing or wrong');
	});
});

type Form = [parameters: INodeParameters, credential: ICredentialDataDecryptedObject | undefined];

const NO_SECRET =
	'The ClientPoint API credential has no Webhook Secret: fill it in there, or set Authentication to None';
const NO_CHOICE = 'Authentication must be None or Secret in the URL';
const known = { webhookSecret: 'known' };

describe('a form that does not decide it lets nobody in, and cannot be published', () => {
	it.each<[...Form, reason: string]>([
		[SECRET, undefined, 'Node does not have any credentials set'],
		[SECRET, { webhookSecret: '' }, NO_SECRET],
		[SECRET, { webhookSecret: ' \n' }, NO_SECRET],
		[SECRET, { webhookSecret: 0 }, NO_SECRET],
		[{ authentication: '' }, known, NO_CHOICE],
		[{ authentication: 'None' }, known, NO_CHOICE],
		[{ authentication: '={{ $vars.nothing }}' }, known, NO_CHOICE],
		[{ authentication: '={{ nonsense' }, known, NO_CHOICE],
		[{ authentication: "={{ $('Nowhere').item.json.x }}" }, known, NO_CHOICE],
	])('%j, %j', async (parameters, credential, reason) => {
		trigger.set(parameters, credential);
		for (const query of ['', '?secret=', '?secret=known', '?secret=0', '?secret=undefined']) {
			expect(await trigger.post(PAYLOAD, { query })).toEqual(REFUSED);
		}
		expect(trigger.started()).toEqual([]);
		await expect(trigger.activate()).rejects.toThrow(reason);
	});

	it.each<Form>([
		[{}, undefined],
		[{ authentication: 'none' }, undefined],
		[SECRET, known],
	])('%j, %j can be published', async (parameters, credential) => {
		trigger.set(parameters, credential);
		await expect(trigger.activate()).resolves.toBeUndefined();
	});
});
