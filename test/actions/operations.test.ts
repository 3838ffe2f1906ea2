/** Every operation through the engine, as the example of its contract says. */
import { goodAnswer } from '../../dev/sandbox/api';
import { withoutKey } from '../../dev/sandbox/server';
import { operations } from '../../nodes/ClientPoint/actions';
import { examples } from '../contract';
import { runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const formOf = (name: string) => {
	const [resource, operation] = name.split('.');
	return { resource, operation, ...examples[name].form };
};

const URL_IN_REPLY = 'https://any.example/v/1234567/AB12';

/** Runs an operation on a form and returns what the sandbox got. */
async function sent(parameters: object) {
	const reply = { success: true, data: { clientpoint_url: URL_IN_REPLY } };
	sandbox.answer(() => ({ status: 200, body: reply }));
	const { error, done } = await runNode(sandbox, { parameters });
	expect(error).toBeUndefined();
	expect(done).toMatchObject([{ json: { clientpoint_url: URL_IN_REPLY, ...reply } }]);
	const [{ method, path, body }] = sandbox.received;
	const { pathname, searchParams } = new URL(path, sandbox.url);
	searchParams.delete('api_key');
	const query = Object.fromEntries(searchParams);
	return { method, path: pathname, body: withoutKey(body), query };
}

describe.each(operations)('$resource > $value', ({ resource, value }) => {
	const name = `${resource}.${value}`;

	it('leaves as the example of its contract says', async () => {
		const { method, path, body = {}, query = {} } = examples[name].request;
		expect(await sent(formOf(name))).toEqual({ method, path, body, query });
	});

	it('is a call that the sandbox knows, which asks for the key', () => {
		const { method, path, body = {} } = examples[name].request;
		expect(goodAnswer({ method, path, body }, []).status).toBe(401);
	});

	it('sends no field that nobody filled in', async () => {
		const { form, body = {} } = examples[name].least;
		expect((await sent({ resource, operation: value, ...form })).body).toEqual(body);
	});
});
