/** Retry On Fail in a real n8n. */
import type { World } from '../../../dev/n8n/world';
import { leadsWorkflow, ONE_AT_A_TIME } from '../support/leadsWorkflow';
import { post } from '../support/post';

export const RETRY_WORKFLOW = leadsWorkflow('retry', {
	parameters: { options: ONE_AT_A_TIME },
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 100,
});

export function retry(world: () => World) {
	it('sends again what was refused and what had not been sent, and nothing else', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer((number) => (number === 2 ? { status: 422, body: {} } : undefined));
		const leads = ['A', 'B', 'C', 'D'].map((company) => ({ company }));
		expect((await post(`${n8n.url}/webhook/retry`, { leads })).status).toBe(200);
		expect(sandbox.received.map(({ body }) => body.name)).toEqual(['A', 'B', 'C', 'C', 'D']);
	});
}
