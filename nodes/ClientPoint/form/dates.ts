import { DateTime } from 'luxon';

/** A JavaScript Date, valid or not. Not `instanceof`: an expression's may come from another realm. */
export const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

/** JSON may have luxon's mark, but no methods. */
export const isDateTime = (value: unknown): value is DateTime =>
	DateTime.isDateTime(value) && typeof value.toJSDate === 'function';

/**
 * A JavaScript Date has no calendar day of its own: here it gets the zone of the day that it stands for.
 * That is the zone in which it is midnight, whether UTC (`new Date('2024-06-15')`), the zone of the
 * process (a DATE column of a database) or that of the workflow; failing these, the workflow's.
 */
export function inItsZone(date: Date, workflowZone: string): DateTime {
	const inWorkflow = DateTime.fromJSDate(date, { zone: workflowZone });
	const midnight = [inWorkflow.toUTC(), inWorkflow.setZone('system')].find(
		// Not 00:00: in some zones the clocks leave that out once a year.
		(there) => there.toMillis() === there.startOf('day').toMillis(),
	);
	return midnight ?? inWorkflow;
}
