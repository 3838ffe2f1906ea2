import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { runNode } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();

describe('Recipient > Create or Update', () => {
	const upsert = (more: object, options: object = {}) =>
		runNode(sandbox, {
			parameters: {
				resource: 'recipient',
				operation: 'upsert',
				clientpoint_id: String(ID),
				...more,
			},
			...options,
		});

	it('sends one recipient, further keys included', async () => {
		const { error } = await upsert({
			email: ' joe@example.com ',
			additionalFields: {
				zip: 2101,
				furtherFields: '={{ ({ fax: "1" }) }}',
				send_recipient_mail: true,
			},
		});
		expect(error).toBeUndefined();
		const [{ method, path, body }] = sandbox.received;
		expect([method, path]).toEqual(['POST', '/v4/recipient/add']);
		expect(body).toEqual({
			clientpoint_id: ID,
			recipient: { fax: '1', email: 'joe@example.com', zip: '2101' },
			send_recipient_mail: true,
			api_key: SANDBOX_KEY,
		});
	});

	it.each([
		[{ email: '={{ $json.email }}' }, 'Email is required'],
		[{ email: 'joe' }, 'Email must be a valid e-mail address, not "joe"'],
		[
			{ email: 'a@b.co', clientpoint_id: 'abc' },
			'ClientPoint ID must be an ID such as 1234567 (a positive whole number), not "abc"',
		],
	])('refuses %j', async (more, message) => {
		const { error } = await upsert(more);
		expect(error?.message).toBe(`${message}`);
		expect(sandbox.received).toHaveLength(0);
	});
});
