import type { IExecuteFunctions } from 'n8n-workflow';
import { isNested, isObject, mapMembers } from '../untyped';
import { createMembers, UNRESOLVED } from './members';
import { changesNothing } from './pure';
import { readWritten, type ParameterReader } from './read';

/**
 * Reads items with few calls of n8n's isolate, which is where most of a large run's time goes: what
 * has no expression is read once for all items, a mere member of the item such as
 * `{{ $json.company }}` is taken from it, and an item's other expressions share one call.
 * Nothing else depends on it: `read` alone gives the same values, only slower.
 *
 * Whatever is not plain to see is left to `read`. Leans on `evaluateExpression` and `rawExpressions` of n8n-core
 * 2.41; `test/form/fastRead.test.ts` turns red when they change.
 */
export function createFastReader(
	context: IExecuteFunctions,
	read: ParameterReader,
): ParameterReader {
	/** The parameters that are read here, as they stand in the node. */
	const raw = new Map<string, unknown>();
	const seen = new Set<string>();
	const written = readWritten(context);
	const members = createMembers(context);
	let current: number | undefined;
	let values = new Map<string, unknown>();

	/**
	 * Only once `read` has read a parameter without an error is it certain that each of its expressions
	 * stands by itself, and cannot join up with its neighbours.
	 */
	const learn = (name: string) => {
		if (seen.has(name)) return;
		seen.add(name);
		const value = written(name, 0);
		if (expressionsIn(value).every(isPlain)) raw.set(name, value);
	};

	/** One value for each expression, or `undefined` when n8n has to read them by itself. */
	const resolve = (expressions: string[], itemIndex: number): unknown[] | undefined => {
		const taken = expressions.map((expression) => members.take(expression, itemIndex));
		const unresolved = expressions.filter((_, index) => taken[index] === UNRESOLVED);
		const answers = unresolved.length > 0 ? evaluate(context, unresolved, itemIndex) : [];
		if (!answers) return undefined;
		unresolved.forEach((expression, index) =>
			members.compare(expression, itemIndex, answers[index]),
		);
		const rest = answers.values();
		return taken.map((value) => (value === UNRESOLVED ? rest.next().value : value));
	};

	const readAll = (itemIndex: number) => {
		const all = new Map<string, unknown>();
		const results = resolve([...raw.values()].flatMap(expressionsIn), itemIndex);
		if (!results) return all;
		for (const [name, value] of raw) {
			const own = results.splice(0, expressionsIn(value).length);
			if (own.every(isPrimitive)) all.set(name, fill(value, own));
			// n8n turns some objects into others, by rules of its own.
			else raw.delete(name);
		}
		return all;
	};

	return (name, itemIndex) => {
		if (itemIndex !== current) {
			current = itemIndex;
			values = readAll(itemIndex);
		}
		if (values.has(name)) return values.get(name);
		const value = read(name, itemIndex);
		learn(name);
		return value;
	};
}

/** Whether the node's parameters hold the same for all items, because none has an expression. */
export const isFixed = (context: IExecuteFunctions) =>
	expressionsIn(context.getNode().parameters).length === 0;

/** One value for each expression; `undefined` when any failed, since then all read as nothing. */
function evaluate(
	context: IExecuteFunctions,
	expressions: string[],
	itemIndex: number,
): unknown[] | undefined {
	const list = expressions.map((expression) => `(${codeOf(expression)})`).join(', ');
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
	return isNested(value) ? Object.values(value).flatMap(expressionsIn) : [];
}

/** A fresh copy of the value with each expression replaced by its result. */
function fill(value: unknown, results: unknown[]): unknown {
	let next = 0;
	const copy = (inner: unknown): unknown => {
		if (typeof inner === 'string' && inner.startsWith('=')) return results[next++];
		if (Array.isArray(inner)) return inner.map(copy);
		return isObject(inner) ? mapMembers(inner, copy) : inner;
	};
	return copy(value);
}

/**
 * Nothing but `={{ … }}` with no further braces, nothing that depends on the place where the expression
 * stands, and nothing that could change the data, which n8n gives afresh to each parameter.
 */
const isPlain = (expression: string) =>
	/^=\{\{(?:(?!\{\{|\}\})[^])+\}\}$/.test(expression) &&
	!/parameter|evaluate/i.test(expression) &&
	changesNothing(codeOf(expression));

const isPrimitive = (value: unknown) =>
	value === null || !['object', 'function', 'symbol'].includes(typeof value);
