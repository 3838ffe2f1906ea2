/** Every operation through the engine, as the example of its contract says. */
import { goodAnswer } from '../../dev/sandbox/api';
import { withoutKey } from '../../dev/sandbox/server';
import { operations } from '../../nodes/ClientPoint/actions';
import { examples } from '../contract';
import { runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const URL_IN_REPLY = 'https://any.example/v/1234567/AB12';

describe.each(operations)('$resource > $value', ({ resource, value }) => {
	const { form, request } = examples[`${resource}.${value}`];
	const { method, path, body = {}, query = {} } = request;

	it('leaves as the example of its contract says, and puts out the reply', async () => {
		const reply = { success: true, data: { clientpoint_url: URL_IN_REPLY } };
		sandbox.answer(() => ({ status: 200, body: reply }));
		const { done } = await runNode(sandbox, {
			parameters: { resource, operation: value, ...form },
		});
		expect(done).toMatchObject([{ json: { clientpoint_url: URL_IN_REPLY, ...reply } }]);
		const [received] = sandbox.received;
		const { pathname, searchParams } = new URL(received.path, sandbox.url);
		searchParams.delete('api_key');
		expect({
			method: received.method,
			path: pathname,
			body: withoutKey(received.body),
			query: Object.fromEntries(searchParams),
		}).toEqual({ method, path, body, query });
	});

	it('is a call that the sandbox knows, which asks for the key', () => {
		expect(goodAnswer({ method, path, body }, []).status).toBe(401);
	});
});
