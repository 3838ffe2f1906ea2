import { countsOf, type Outcomes } from './counts';

/**
 * What became of the items of a run that was cancelled, for the log: n8n drops what a node throws or
 * returns then. It has the ids of what is done, so that it can be found, and not the links, which open it.
 */
export function cancelledLine(outcomes: Outcomes): string {
	const ids = outcomes.flatMap((outcome, item) => {
		const found = outcome?.kind === 'done' ? idsIn(outcome.json) : '';
		return found ? [`item ${item}: ${found}`] : [];
	});
	return ['ClientPoint: the execution was cancelled', ...countsOf(outcomes), ...ids].join('; ');
}

/** What a reply says of the thing that was made, by whatever names. */
const idsIn = (json: object) =>
	Object.entries(json)
		.flatMap(([key, value]) =>
			typeof value === 'object' && value !== null ? Object.entries(value) : [[key, value]],
		)
		.filter(([key, value]) => /(^|_)id$|[a-z]I[dD]$/i.test(key) && isScalar(value))
		.map(([key, value]) => `${key} ${value}`)
		.join(', ');

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';
