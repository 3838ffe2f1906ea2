import { isNested } from '../untyped';
import type { Issue } from './issues';

/** A number of which JavaScript keeps no exact value: as IDs, two different ones can become the same. */
export const isRounded = (value: unknown) =>
	typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;

/** The end of a sentence about one. */
export const IN_QUOTES = ', which JavaScript may have rounded: write it in quotes upstream';

/** Where JSON has one first, and which. */
export function findRounded(json: unknown): { path: Issue['path']; value: unknown } | undefined {
	if (isRounded(json)) return { path: [], value: json };
	if (!isNested(json)) return undefined;
	for (const [key, member] of Object.entries(json)) {
		const found = findRounded(member);
		const step = Array.isArray(json) ? Number(key) : key;
		if (found) return { ...found, path: [step, ...found.path] };
	}
	return undefined;
}
