import type { IExecuteFunctions } from 'n8n-workflow';
import { createMembers, OPEN } from './members';
import { isObject } from './reply';

/**
 * Reads items with few calls of n8n's isolate, which is where most of a large run's time goes: what
 * has no expression is read once for all items, a mere member of the item such as
 * `{{ $json.company }}` is taken from it, and an item's other expressions share one call.
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
	const members = createMembers(context);

	const learn = (names: string[]) => {
		for (const name of names) {
			if (seen.has(name)) continue;
			seen.add(name);
			const value: unknown = context.getNodeParameter(name, 0, null, { rawExpressions: true });
			if (expressionsIn(value).every(isPlain)) raw.set(name, value);
		}
	};

	/** One value for each expression, or `undefined` when n8n has to read them by itself. */
	const resolve = (expressions: string[], itemIndex: number): unknown[] | undefined => {
		const taken = expressions.map((expression) => members.take(expression, itemIndex));
		const open = expressions.filter((_, index) => taken[index] === OPEN);
		const answers = open.length > 0 ? evaluate(context, open, itemIndex) : [];
		if (!answers) return undefined;
		open.forEach((expression, index) => members.compare(expression, itemIndex, answers[index]));
		const rest = answers.values();
		return taken.map((value) => (value === OPEN ? rest.next().value : value));
	};

	const read = (itemIndex: number) => {
		const values = new Map<string, unknown>();
		const results = resolve([...raw.values()].flatMap(expressionsIn), itemIndex);
		if (!results) return values;
		for (const [name, value] of raw) {
			const own = results.splice(0, expressionsIn(value).length);
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
