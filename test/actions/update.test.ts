import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { REQUIRED, RETRY, runNode } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();

describe('ClientPoint > Update', () => {
	const update = (more: object = {}, options: object = {}) =>
		runNode(sandbox, {
			parameters: { operation: 'update', clientpoint_id: ID, ...REQUIRED, ...more },
			...options,
		});

	it.each([['pending'], ['archive'], ['eBrochure'], ['lost'], ['trash'], ['won']])(
		'sends status %s exactly so',
		async (status) => {
			const { error } = await update({ updateFields: { status, auto_process: true } });
			expect(error).toBeUndefined();
			const [{ method, path, body }] = sandbox.received;
			expect([method, path]).toEqual(['PUT', `/v4/clientpoint/update/${ID}`]);
			expect(body).toEqual({ ...REQUIRED, status, auto_process: true, api_key: SANDBOX_KEY });
			expect(sandbox.created[0].body.status).toBe(status);
		},
	);

	it.each([['Won'], ['open']])('refuses status %s', async (status) => {
		const { error } = await update({ updateFields: { status: `={{ "${status}" }}` } });
		expect(error?.message).toBe(
			`Status must be one of archive, eBrochure, lost, pending, trash, won, not "${status}" [item 0]`,
		);
	});

	it.each([['1/../2'], ['1?x=1'], ['1#x'], ['a b'], ['%2e'], ['..'], [''], [null]])(
		'lets no ID such as %j into the path',
		async (id) => {
			const { error } = await update({ clientpoint_id: '={{ $json.id }}' }, { items: [{ id }] });
			expect(error?.message).toMatch(/^ClientPoint ID (must be an ID|is required)/);
			expect(sandbox.received).toHaveLength(0);
		},
	);

	it('is not repeated by Retry On Fail when its outcome is not known', async () => {
		sandbox.answer(() => ({ drop: 'after', creates: true }));
		const { error } = await update({}, { settings: RETRY });
		expect(sandbox.received).toHaveLength(1);
		expect(error?.message).toContain('Whether it was carried out is not known');
	});
});
