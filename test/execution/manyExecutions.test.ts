/** A hundred leads at once, each an execution of its own, on one account; over real HTTP. */
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

it('an API that breaks above 20 at a time gets no more, and each lead is created once', async () => {
	const fault = { status: 503, above: 20, delay: 300 };
	await fetch(`${sandbox.url}/faults`, { method: 'PUT', body: JSON.stringify(fault) });
	const leads = Array.from({ length: 100 }, (_, number) => ({ ...REQUIRED, name: `${number}` }));
	const runs = await Promise.all(leads.map((parameters) => runNode(sandbox, { parameters })));
	const done = runs.filter(({ error }) => !error).length;
	expect(done).toBeGreaterThanOrEqual(97);
	const names = sandbox.created.map(({ body }) => body.name);
	expect([names.length, new Set(names).size]).toEqual([done, done]);
	expect(sandbox.mostUnderWay).toBeLessThanOrEqual(23);
});
