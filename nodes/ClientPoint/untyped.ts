import type { IDataObject } from 'n8n-workflow';

/** The guards that meet what n8n, an expression or a reply gives untyped: here an object or a list. */
export const isNested = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

/** An object that is no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	isNested(value) && !Array.isArray(value);

/** The same of a reply, which is JSON, for what n8n puts out. */
export const isDataObject = (value: unknown): value is IDataObject => isObject(value);

/** The object with its values changed; a member named `__proto__` stays one. */
export const mapMembers = <Value, Changed>(
	object: { [name: string]: Value },
	change: (value: Value, name: string) => Changed,
): Record<string, Changed> =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));

/** Whether JSON is nested deeper; level by level, so that no depth overflows the stack. */
export function isDeeper(json: unknown, levels: number): boolean {
	let level: unknown[] = [json];
	for (let depth = 0; depth <= levels; depth += 1) {
		level = level.flatMap((value) => (isNested(value) ? Object.values(value) : []));
		if (level.length === 0) return false;
	}
	return true;
}

/** What was thrown, as an Error. */
export const asError = (thrown: unknown) =>
	thrown instanceof Error ? thrown : new Error(String(thrown));
