/** A hundred leads at once, each an execution of its own, on one account; over real HTTP. */
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

async function leads(count: number, fault: object) {
	await fetch(`${sandbox.url}/faults`, { method: 'PUT', body: JSON.stringify(fault) });
	const runs = await Promise.all(
		Array.from({ length: count }, async (_, number) => {
			const parameters = { ...REQUIRED, name: `Lead ${number}` };
			return await runNode(sandbox, { parameters });
		}),
	);
	const names = sandbox.created.map(({ body }) => body.name);
	return {
		done: runs.filter(({ error }) => !error).length,
		names: new Set(names),
		all: names.length,
	};
}

it('an API that breaks above 20 at a time gets no more, and each lead is created once', async () => {
	const { done, names, all } = await leads(100, { status: 503, above: 20, delay: 300 });
	expect(done).toBeGreaterThanOrEqual(97);
	expect([names.size, all]).toEqual([done, done]);
	expect(sandbox.mostUnderWay).toBeLessThanOrEqual(23);
});

it('an API that takes 20 a second gets all, and each lead is created once', async () => {
	const { done, names, all } = await leads(60, {
		status: 429,
		headers: { 'retry-after': '1' },
		perSecond: 20,
	});
	expect([done, names.size, all]).toEqual([60, 60, 60]);
});
