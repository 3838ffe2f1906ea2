import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from './reply';

/**
 * Reads the expressions of an item in one call of n8n's isolate instead of one call each, which is
 * where most of a large run's time goes, and what has no expression only once for all items.
 * Nothing else depends on it: without this file the node reads the same values, only slower.
 *
 * Whatever is not plain to see is left to n8n's own reading.
 */
export interface FastReader {
	/** The values of those parameters that could be read, by name. */
	read(itemIndex: number): Map<string, unknown>;
	/**
	 * To be told of the parameters that n8n itself has read without an error: only then is it certain
	 * that each expression stands by itself, and cannot join up with its neighbours.
	 */
	learn(names: string[]): void;
}

/** A reader for one run of the node. */
export function createFastReader(context: IExecuteFunctions): FastReader {
	const raw = new Map<string, unknown>();
	const seen = new Set<string>();

	const learn = (names: string[]) => {
		for (const name of names) {
			if (seen.has(name)) continue;
			seen.add(name);
			const value: unknown = context.getNodeParameter(name, 0, null, { rawExpressions: true });
			const expressions = expressionsIn(value);
			if (expressions.every(isPlain)) raw.set(name, value);
		}
	};

	const read = (itemIndex: number) => {
		const expressions = [...raw.values()].flatMap(expressionsIn);
		const results = expressions.length > 0 ? evaluate(context, expressions, itemIndex) : [];
		if (!results) return new Map<string, unknown>();
		let next = 0;
		const values = new Map<string, unknown>();
		for (const [name, value] of raw) {
			const count = expressionsIn(value).length;
			const own = results.slice(next, next + count);
			next += count;
			if (own.every(isPrimitive)) values.set(name, fill(value, own));
			// n8n turns some objects into others, by rules of its own.
			else raw.delete(name);
		}
		return values;
	};
	return { read, learn };
}

/** One value for each expression; `undefined` when any failed, since then all read as nothing. */
function evaluate(
	context: IExecuteFunctions,
	expressions: string[],
	itemIndex: number,
): unknown[] | undefined {
	// The line break ends a comment.
	const list = expressions.map((expression) => `(${codeOf(expression)}\n)`).join(', ');
	try {
		const results: unknown = context.evaluateExpression(`{{ [${list}] }}`, itemIndex);
		return Array.isArray(results) && results.length === expressions.length ? results : undefined;
	} catch {
		// n8n's own reading, which follows, throws it with the parameter's name.
		return undefined;
	}
}

const codeOf = (expression: string) => expression.slice('={{'.length, -'}}'.length);

/** Every expression in a value, in the order in which `fill` takes their results. */
function expressionsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value] : [];
	if (Array.isArray(value) || isObject(value)) return Object.values(value).flatMap(expressionsIn);
	return [];
}

/** A fresh copy of the value with each expression replaced by its result. */
function fill(value: unknown, results: unknown[]): unknown {
	let next = 0;
	const copy = (inner: unknown): unknown => {
		if (typeof inner === 'string' && inner.startsWith('=')) return results[next++];
		if (Array.isArray(inner)) return inner.map(copy);
		if (!isObject(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, copy(each)]));
	};
	return copy(value);
}

/**
 * Nothing but `={{ … }}` with no further braces, and nothing that depends on the place where the
 * expression stands.
 */
const isPlain = (expression: string) =>
	/^=\{\{(?:(?!\{\{|\}\})[^])+\}\}$/.test(expression) && !/parameter|evaluate/i.test(expression);

const isPrimitive = (value: unknown) =>
	value === null || !['object', 'function', 'symbol'].includes(typeof value);
