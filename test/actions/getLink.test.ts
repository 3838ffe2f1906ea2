import { SANDBOX_KEY, startSandbox } from '../../dev/sandbox/server';
import { runNode } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();

describe('ClientPoint > Get Link', () => {
	const getLink = (options: object = {}, more: object = {}) =>
		runNode(sandbox, {
			parameters: { operation: 'getLink', clientpoint_id: ID, ...more },
			...options,
		});

	it('asks with the key in the query, and puts out the reply', async () => {
		const { done } = await getLink();
		const [{ method, path, text }] = sandbox.received;
		expect([method, path, text]).toEqual([
			'GET',
			`/v4/clientpoint/get-link/${ID}?type=view&api_key=${SANDBOX_KEY}`,
			'',
		]);
		const clientpoint_url = `https://sandbox.example/v/${ID}/AB12CD`;
		expect(done[0].json).toEqual({
			clientpoint_id: ID,
			clientpoint_url,
			pin: 'AB12CD',
			success: true,
			data: { clientpoint_id: ID, clientpoint_url },
		});
	});

	it("asks the account's own domain, under the rules of the base URL", async () => {
		const account = await startSandbox();
		await getLink({ credentials: { accountUrl: `${account.url}/` } });
		expect([sandbox.received.length, account.received.length]).toEqual([0, 1]);
		await account.close();
		const { error } = await getLink({ credentials: { accountUrl: 'http://login.example' } });
		expect(error?.message).toContain('Account URL must begin with https://');
	});

	it('tells of a lost connection in one sentence that does not contradict itself', async () => {
		sandbox.answer(() => ({ drop: 'before' }));
		const { failed } = await getLink({ settings: { onError: 'continueErrorOutput' } });
		expect(failed.map(({ json }) => json)).toEqual([
			{
				error: 'ClientPoint did not reply: socket hang up (ECONNRESET)',
				details: {
					outcome: 'refused',
					description:
						'Nothing was changed, because this operation only reads. It is safe to try again.',
				},
			},
		]);
	});

	it('shows the key, which stands in the URL, nowhere', async () => {
		const page = `<a href="/x?api_key=${SANDBOX_KEY}">`;
		sandbox.answer(() => ({ status: 404, body: page }));
		const { run, log } = await getLink();
		expect(sandbox.received[0].path).toContain(SANDBOX_KEY);
		expect([JSON.stringify(run), ...log].join()).not.toContain(SANDBOX_KEY);
	});
});

describe('ClientPoint > Get Link: what is put out beside the reply', () => {
	const PERSON = { personal_link_email: "jo.o'neil+crm@müller.example" };
	const PATH = `/proposal/unlock-view/proposalId/${ID}/pin/`;
	const EMAIL = "/email/jo.o'neil%2Bcrm%40m%C3%BCller.example";

	const run = async (reply: unknown, additionalFields: object = {}, credentials = {}) => {
		sandbox.answer(() => ({
			status: 200,
			body: typeof reply === 'string' ? JSON.stringify(reply) : reply,
		}));
		return await runNode(sandbox, {
			parameters: { operation: 'getLink', clientpoint_id: ID, additionalFields },
			credentials,
		});
	};

	it.each<[string, unknown, string | null, string | null]>([
		[
			'with a PIN',
			{ data: { clientpoint_url: `https://a.b/v/${ID}/Ab-1` } },
			`https://a.b/v/${ID}/Ab-1`,
			'Ab-1',
		],
		[
			'of the personal kind',
			{ url: `https://a.b${PATH}Z9/email/x` },
			`https://a.b${PATH}Z9/email/x`,
			'Z9',
		],
		['in a list', [{ link: `https://a.b/v/${ID}/Z9` }], `https://a.b/v/${ID}/Z9`, 'Z9'],
		['as the whole reply', `https://a.b/v/${ID}/Z9`, `https://a.b/v/${ID}/Z9`, 'Z9'],
		[
			'without a PIN',
			{ data: { clientpoint_url: `https://a.b/v/${ID}` } },
			`https://a.b/v/${ID}`,
			null,
		],
		[
			'of another ClientPoint',
			{ clientpoint_url: `https://a.b/v/${ID}9/Z9` },
			`https://a.b/v/${ID}9/Z9`,
			null,
		],
		['of an unknown form', { data: { clientpoint_url: 'https://a.b/x' } }, 'https://a.b/x', null],
	])('a link %s', async (_, reply, clientpoint_url, pin) => {
		const { done } = await run(reply);
		const own = typeof reply === 'object' && !Array.isArray(reply) ? reply : { data: reply };
		expect(done.map(({ json }) => json)).toEqual([
			{ clientpoint_id: ID, clientpoint_url, pin, ...own },
		]);

		const personal = await run(reply, PERSON);
		if (pin === null) {
			expect([personal.done, personal.error?.message]).toEqual([
				[],
				expect.stringContaining(
					`No personal link can be made for ${PERSON.personal_link_email}: the link that ClientPoint gave has no PIN. Leave Personal Link For blank to get the link as it is.`,
				),
			]);
		} else {
			expect(personal.done[0].json).toEqual({
				...done[0].json,
				personal_url: `https://login.clientpoint.net${PATH}${pin}${EMAIL}`,
			});
		}
		for (const { path } of sandbox.received) expect(path).not.toContain('email');
	});

	it("begins with the account's own domain, where the credential has one", async () => {
		const reply = { clientpoint_url: `https://other.example/v/${ID}/Z9` };
		const { done } = await run(reply, PERSON, { accountUrl: `${sandbox.url}/` });
		expect(done[0].json.personal_url).toBe(`${sandbox.url}${PATH}Z9${EMAIL}`);
	});

	it.each([[{}], [{ success: true, data: { clientpoint_url: null, n: 1 } }], [[]]])(
		'is refused for a reply without a link: %j',
		async (reply) => {
			const sentence = `ClientPoint gave no link for ${ID}, perhaps it is not ready or not approved`;
			for (const fields of [{}, PERSON]) {
				const { done, error } = await run(reply, fields);
				expect([done, error?.message]).toEqual([[], expect.stringContaining(sentence)]);
			}
		},
	);

	it("leaves the reply's own members as they came", async () => {
		const reply = { clientpoint_id: 'x', pin: 7, clientpoint_url: `https://a.b/v/${ID}/Z9` };
		expect((await run(reply)).done[0].json).toEqual(reply);
	});
});
