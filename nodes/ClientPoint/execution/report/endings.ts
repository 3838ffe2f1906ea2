import { itemList, itemsOf, type Ending, type Outcomes } from './items';

/**
 * What reports, hints and the log call each ending, in the order in which they tell them. `past` says what the
 * operation has done: "Created".
 */
export const labelsOf = (past: string): Record<Ending, string> => ({
	done: past,
	unknown: `Perhaps ${past.toLowerCase()}`,
	refused: 'Refused',
	postponed: 'Postponed',
	'not sent': 'Not sent',
	'already sent': 'Sent before with the same unique key, so not sent again',
	previewed: 'Only previewed, not sent',
});

/** After a line about what is unknown. */
export const LOOK_FIRST = 'Look in ClientPoint before you send that again.';

/** `Not sent: items 3–4.`, where there are such items. */
export function lineOf(ending: Ending, outcomes: Outcomes, past: string): string[] {
	const items = itemsOf(outcomes, ending);
	if (items.length === 0) return [];
	const line = `${labelsOf(past)[ending]}: ${itemList(items)}.`;
	return [ending === 'unknown' ? `${line} ${LOOK_FIRST}` : line];
}

/** `3 created, 2 refused, 1 not sent` */
export function countsOf(outcomes: Outcomes, past: string): string {
	const labels = labelsOf(past);
	const count = (ending: Ending) => itemsOf(outcomes, ending).length;
	const failed = (['refused', 'postponed', 'unknown', 'not sent'] as const)
		.filter((ending) => count(ending) > 0)
		.map((ending) => `${count(ending)} ${labels[ending].toLowerCase()}`);
	return [`${count('done') || 'None'} ${past.toLowerCase()}`, ...failed].join(', ');
}

/** `Created: ABC Company → 1011, Northwind → 1012, and 30 more: see Error data.` */
export function doneLine(outcomes: Outcomes, past: string, most: number): string[] {
	const done = itemsOf(outcomes, 'done').map((item) => {
		const outcome = outcomes[item];
		const about = outcome?.about ?? `item ${item}`;
		const id = outcome?.kind === 'done' ? (outcome.json.clientpoint_id ?? '') : '';
		return about.endsWith(`${id}`) ? about : `${about} → ${id}`;
	});
	if (done.length === 0) return [];
	const left = done.length - most;
	const more = left > 0 ? `, and ${left} more: see Error data` : '';
	return [`${past}: ${done.slice(0, most).join(', ')}${more}.`];
}
