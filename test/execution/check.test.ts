/** What an item's form is worth once an earlier try has ended. */
import { operations } from '../../nodes/ClientPoint/actions';
import { createCheck } from '../../nodes/ClientPoint/execution/check';
import { remember } from '../../nodes/ClientPoint/execution/memory';
import type { Outcome } from '../../nodes/ClientPoint/execution/outcome/outcome';
import type { Client } from '../../nodes/ClientPoint/transport/client';
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';

const [operation] = operations;
const client: Client = {
	redact: createRedactor('exampleKey1234567'),
	accountUrl: undefined,
	urlOf: () => '',
	send: () => {
		throw new Error('A check sends nothing');
	},
};

/** The plan for an item that ended so before, whose form cannot be read any more. */
function planAfter(outcome: Outcome) {
	const item = { json: {} };
	remember(item, outcome);
	const read = () => {
		throw new Error('Not to be read with exampleKey1234567');
	};
	return createCheck(operation, { read, client, keys: { kind: 'missing' }, isFixed: true })(
		item,
		0,
	);
}

it('what is done needs no form any more', () => {
	const outcome: Outcome = { kind: 'done', json: { id: 1001 } };
	expect(planAfter(outcome)).toEqual({ kind: 'settled', outcome });
});

it.each(['refused', 'postponed', 'unknown'] as const)('what is %s does', (kind) => {
	expect(planAfter({ kind, message: 'No', description: 'Why' })).toEqual({
		kind: 'refused',
		failure: {
			kind: 'refused',
			message: 'Not to be read with [API key removed]',
			description: 'Nothing was sent for this item. Correct it, then run it again.',
		},
	});
});
