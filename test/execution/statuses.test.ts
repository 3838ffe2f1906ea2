/** Every status outside 2xx: what it may be taken for, by HTTP's definitions and not by the node's own table. */
import { outcomeOf } from '../../nodes/ClientPoint/execution/outcome/outcome';
import type { Response } from '../../nodes/ClientPoint/transport/response';
import { NOT_CARRIED_OUT } from '../support/notCarriedOut';

const TELLS_OF_A_DEED = '{"success":true,"data":{"id":1}}';
const BODIES = ['', '{}', '{"message":"No"}', TELLS_OF_A_DEED, '<html></html>'];

const expected = (status: number, text: string, safeToRepeat: boolean, retryAfter: boolean) => {
	// A status and a body that contradict each other are not believed.
	if (text === TELLS_OF_A_DEED && !safeToRepeat) return 'unknown';
	if (status === 429 || (status === 503 && safeToRepeat && retryAfter)) return 'postponed';
	// What only reads has changed nothing, whatever became of it.
	return safeToRepeat || NOT_CARRIED_OUT.includes(status) ? 'refused' : 'unknown';
};

const response = (status: number, text: string, headers: Record<string, unknown>): Response => ({
	kind: 'response',
	status,
	headers,
	text,
	isComplete: true,
});

const STATUSES = Array.from({ length: 300 }, (_, index) => 300 + index);

describe.each([
	['changes something', false],
	['only reads', true],
])('a call that %s', (_, safeToRepeat) => {
	it.each(STATUSES)('%i, with and without a body and Retry-After', (status) => {
		for (const text of BODIES) {
			for (const retryAfter of [undefined, '0', '7200', 'soon']) {
				const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
				const outcome = outcomeOf(response(status, text, headers), { safeToRepeat });
				expect({ text, retryAfter, kind: outcome.kind }).toEqual({
					text,
					retryAfter,
					kind: expected(status, text, safeToRepeat, retryAfter !== undefined),
				});
				expect(outcome).toMatchObject({ httpCode: String(status) });
			}
		}
	});
});
