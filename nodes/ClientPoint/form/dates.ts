import { DateTime } from 'luxon';
import { isObject, mapMembers } from '../untyped';
import { MAX_DEPTH } from './json';

/** A JavaScript Date, valid or not. Not `instanceof`: an expression's may come from another realm. */
const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

/** JSON may have luxon's mark, but no methods. */
const isDateTime = (value: unknown): value is DateTime =>
	DateTime.isDateTime(value) && typeof value.toJSDate === 'function';

/**
 * A JavaScript Date has no calendar day of its own: here it gets the zone of the day that it stands for.
 * That is the zone in which it is midnight, whether UTC (`new Date('2024-06-15')`), the zone of the
 * process (a DATE column of a database) or that of the workflow; failing these, the workflow's.
 */
function inItsZone(date: Date, workflowZone: string): DateTime {
	const inWorkflow = DateTime.fromJSDate(date, { zone: workflowZone });
	return [inWorkflow.toUTC(), inWorkflow.setZone('system')].find(isMidnight) ?? inWorkflow;
}

/**
 * The value with each date in it as its text, so that a date is the same text in every field: the day where
 * it is midnight in its zone, otherwise ISO with its offset. An invalid date stays one, and no field takes it.
 */
export function datesAsText(value: unknown, workflowZone: string, levels = MAX_DEPTH): unknown {
	const date = isDate(value) ? inItsZone(value, workflowZone) : value;
	if (isDateTime(date)) return textOf(date) ?? date;
	// Deeper JSON is refused anyway.
	if (levels === 0) return value;
	const inner = (each: unknown) => datesAsText(each, workflowZone, levels - 1);
	if (Array.isArray(value)) return value.map(inner);
	return isObject(value) ? mapMembers(value, inner) : value;
}

/** Not 00:00: in some zones the clocks leave that out once a year. */
const isMidnight = (date: DateTime) => date.toMillis() === date.startOf('day').toMillis();

const textOf = (date: DateTime) => (isMidnight(date) ? date.toISODate() : date.toISO());
