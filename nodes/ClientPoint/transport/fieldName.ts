import { isObject } from '../untyped';

/** The form's label of a field; any other name as it came. */
export type Label = (key: string) => string;

/**
 * The field that a way leads to, as the form names it: `Recipients, row 2, Email` for `recipients.1.email` or
 * `/data/recipients/1/email`, `Assigned To` for `body.AssignedTo`; `undefined` where the form has no such field.
 */
export function knownField(way: string, labelOf: Label): string | undefined {
	const steps = way.split(/[./[\]$]/).filter(Boolean);
	const label = labelOfStep(steps.at(-1) ?? '', labelOf);
	if (label === undefined) return undefined;
	const row = steps.findIndex((step, index) => index > 0 && /^\d{1,4}$/.test(step));
	if (row === -1) return label;
	return `${rowName(steps[row - 1], steps[row], labelOf)}, ${label}`;
}

/** The same, and failing that, the way as it came. */
export const fieldName = (way: string, labelOf: Label) => knownField(way, labelOf) ?? way;

/** The field at `["body", "name"]`, `{ "pointer": "/data/name" }`, `recipients[0].email` and the like. */
export function fieldAt(way: unknown, labelOf: Label): string | undefined {
	if (isObject(way)) {
		return fieldAt(String(way.pointer ?? way.parameter ?? '').split('/'), labelOf);
	}
	if (Array.isArray(way)) {
		return knownField(way.join('.'), labelOf) ?? (String(way.at(-1) ?? '') || undefined);
	}
	if (typeof way !== 'string' || way === '' || /\s/.test(way)) return undefined;
	// The path of the request begins with a slash, too.
	return knownField(way, labelOf) ?? (way.startsWith('/') ? undefined : way);
}

/** A row as the form counts it, from 1. */
export const rowName = (list: string, index: string, labelOf: Label) =>
	`${fieldName(list, labelOf)}, row ${Number(index) + 1}`;

/** Replies may write `AssignedTo` or `ASSIGNED_TO` for `assigned_to`. */
function labelOfStep(step: string, labelOf: Label): string | undefined {
	const spellings = [step, step.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()];
	return spellings.map(labelOf).find((label, index) => label !== spellings[index]);
}
