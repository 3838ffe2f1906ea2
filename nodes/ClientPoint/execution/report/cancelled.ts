import { isNested } from '../../untyped';
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

/** What a reply says of the thing that was made, by whatever names; the outermost first. */
function idsIn(json: object): string {
	const ids: string[] = [];
	let level: Array<[string, unknown]> = Object.entries(json);
	while (level.length > 0 && ids.length < IDS) {
		const named = level.filter(([key, value]) => isIdName(key) && isId(value));
		ids.push(...named.map(([key, value]) => `${key} ${value}`));
		level = level.flatMap(([, value]) => (isNested(value) ? Object.entries(value) : []));
	}
	return ids.slice(0, IDS).join(', ');
}

/** How many of one reply are told. */
const IDS = 5;
/** `data` is what a reply is put into that is nothing but an id; `paid` is no ID, `dealId` is. */
const isIdName = (name: string) => /(^|_)id$|^data$/i.test(name) || /[a-z]I[dD]$/.test(name);

const isId = (value: unknown) =>
	(typeof value === 'string' || typeof value === 'number') &&
	/^(?=.*\d)[\w-]{1,64}$/.test(`${value}`);
