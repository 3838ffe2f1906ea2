/** Retry On Fail in n8n's own engine, behind n8n's own nodes. */
import type { World } from '../../../dev/n8n/world';

const NAMES = ['A', 'B', 'C', 'D'];

export function retry(world: () => World) {
	const post = async (path: string) => {
		const response = await fetch(`${world().n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ leads: NAMES.map((company) => ({ company })) }),
		});
		return response.status;
	};
	/** The first request for C is refused, the later ones are not. */
	const refuseOnce = () => {
		const { sandbox } = world();
		const isC = ({ body }: { body: Record<string, unknown> }) => body.name === 'C';
		sandbox.answer((_, request) =>
			isC(request) && sandbox.received.filter(isC).length === 1
				? { status: 422, body: { message: 'Busy' } }
				: undefined,
		);
	};
	const sent = () =>
		world()
			.sandbox.received.map(({ body }) => String(body.name))
			.join('');

	it.each([
		['sends again what was refused, and what had not been sent', 'retry'],
		['so does each round of Loop Over Items', 'retry-loop'],
		['so does a sub-workflow', 'retry-sub-workflow'],
	])('%s', async (_, path) => {
		refuseOnce();
		expect(await post(path)).toBe(200);
		expect(sent()).toBe('ABCCD');
	});

	it('what the README warns of: on Execute Sub-workflow it sends the whole sub-workflow again', async () => {
		world().sandbox.answer((number) =>
			number < 2 ? undefined : number < 4 ? { status: 422, body: {} } : undefined,
		);
		await post('retry-of-sub-workflow');
		// The child's own retry gives up at C; the parent's begins at A.
		expect(sent()).toBe('ABCCABCD');
	});
}
