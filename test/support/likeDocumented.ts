import { valueAt } from './formFields';

/** Whether a value is of the kind that the documented one is. */
export function isLike(value: unknown, documented: unknown): boolean {
	if (Array.isArray(documented)) {
		return Array.isArray(value) && value.every((one) => isLike(one, documented[0]));
	}
	if (typeof documented === 'object' && documented !== null) {
		return (
			typeof value === 'object' &&
			value !== null &&
			!Array.isArray(value) &&
			Object.entries(value).every(
				([key, inner]) =>
					!Object.hasOwn(documented, key) || isLike(inner, valueAt(documented, key)),
			)
		);
	}
	if (typeof documented === 'number') {
		const isId = Number.isInteger(documented);
		return (
			typeof value === 'number' && (isId ? Number.isSafeInteger(value) && value > 0 : value >= 0)
		);
	}
	return typeof value === typeof documented && shapeOf(documented).test(String(value));
}

/** The form of a documented text. */
function shapeOf(text: unknown): RegExp {
	if (/^\d{4}-\d\d-\d\d$/.test(String(text))) return /^\d{4}-\d\d-\d\d$/;
	return String(text).includes('@') ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/ : /^/;
}
