import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { REQUIRED, RETRY, runNode, sentBodies } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();
const BLANK = { name: ' ', revenue: '', assigned_to: null };

describe('ClientPoint > Update', () => {
	const update = (more: object = {}, options: object = {}) =>
		runNode(sandbox, {
			parameters: { operation: 'update', clientpoint_id: ID, ...more },
			...options,
		});

	it.each([['pending'], ['archive'], ['eBrochure'], ['lost'], ['trash'], ['won']])(
		'sends status %s exactly so, and nothing else is needed',
		async (status) => {
			const { error } = await update({ status });
			expect(error).toBeUndefined();
			const [{ method, path, body }] = sandbox.received;
			expect([method, path]).toEqual(['PUT', `/v4/clientpoint/update/${ID}`]);
			expect(body).toEqual({ status, api_key: SANDBOX_KEY });
			expect(sandbox.created[0].body).toEqual({ ...REQUIRED, status });
		},
	);

	it('leaves the status as it is, and sends what else is filled in', async () => {
		await update({ status: '', updateFields: { ...REQUIRED, auto_process: true } });
		expect(sentBodies(sandbox)).toEqual([{ ...REQUIRED, auto_process: true }]);
	});

	it.each([['Won'], ['open']])('refuses status %s', async (status) => {
		const { error } = await update({ status: `={{ "${status}" }}` });
		expect(error?.message).toBe(
			`Status must be one of archive, eBrochure, lost, pending, trash, won, not "${status}"`,
		);
	});

	it.each<[string, object]>([
		['untouched', {}],
		['with blanks alone', { status: '={{ $json.x }}', updateFields: { ...BLANK, data: '{}' } }],
		['with a recipient of blanks', { recipients: { values: [{ email: '', primary: true }] } }],
	])('refuses a form %s, which would send nothing', async (_, form) => {
		const { error } = await update(form);
		expect(error?.message).toBe('Nothing to change: choose a Status or fill in another field');
		expect(sandbox.received).toEqual([]);
	});

	it.each([['1/../2'], ['1?x=1'], ['1#x'], ['a b'], ['%2e'], ['..'], [''], [null]])(
		'lets no ID such as %j into the path',
		async (id) => {
			const { error } = await update(
				{ clientpoint_id: '={{ $json.id }}', status: 'won' },
				{ items: [{ id }] },
			);
			expect(error?.message).toMatch(/^ClientPoint ID (must be an ID|is required)/);
			expect(sandbox.received).toHaveLength(0);
		},
	);

	it('is not repeated by Retry On Fail when its outcome is not known', async () => {
		sandbox.answer(() => ({ drop: 'after', creates: true }));
		const { error } = await update({ status: 'won' }, { settings: RETRY });
		expect(sandbox.received).toHaveLength(1);
		expect(error?.message).toBe('ClientPoint did not reply: socket hang up (ECONNRESET)');
	});
});
