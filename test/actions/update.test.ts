import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { ID, useClientPoint } from '../support/useClientPoint';

const sandbox = useClientPoint();
const update = (form: object, items?: object[]) =>
	runNode(sandbox, { parameters: { operation: 'update', clientpoint_id: ID, ...form }, items });

it('a status is enough, and is sent as it is spelled', async () => {
	const states = ['pending', 'archive', 'eBrochure', 'lost', 'trash', 'won'];
	await update(
		{ status: '={{ $json.status }}' },
		states.map((status) => ({ status })),
	);
	const sent = sentBodies(sandbox).map(({ status, ...others }) => [status, others]);
	expect(sent.sort()).toEqual(states.map((status) => [status, {}]).sort());
});

it('without one it stays as it is, and what else is filled in is sent', async () => {
	await update({ status: '', updateFields: { ...REQUIRED, auto_process: true } });
	expect(sentBodies(sandbox)).toEqual([{ ...REQUIRED, auto_process: true }]);
});

it('a status in another case is refused', async () => {
	const { error } = await update({ status: '={{ "Won" }}' });
	expect(error?.message).toBe(
		'Status must be one of archive, eBrochure, lost, pending, trash, won, not "Won"',
	);
});

const BLANK = { name: ' ', revenue: '', assigned_to: null, data: '{}' };

it.each<[string, object]>([
	['untouched', {}],
	['with blanks alone', { status: '={{ $json.x }}', updateFields: BLANK }],
	['with a recipient of blanks', { recipients: { values: [{ email: '', primary: true }] } }],
])('a form %s, which would send nothing, is refused', async (_, form) => {
	const { error } = await update(form);
	expect(error?.message).toBe('Nothing to change: choose a Status or fill in another field');
	expect(sandbox.received).toEqual([]);
});
