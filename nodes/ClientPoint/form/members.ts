import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../untyped';

/** Stands for a value that only n8n's isolate can tell. */
export const UNRESOLVED = Symbol('unresolved');

/**
 * Expressions that name a member of the item and nothing else. One is taken from the item only after
 * n8n has given that very value for an earlier item.
 */
export function createMembers(context: IExecuteFunctions) {
	const items = context.getInputData();
	const paths = new Map<string, string[] | undefined>();
	const proven = new Set<string>();

	const find = (expression: string, itemIndex: number): unknown => {
		if (!paths.has(expression)) paths.set(expression, pathOf(expression));
		const path = paths.get(expression);
		return path ? follow(items[itemIndex].json, path) : UNRESOLVED;
	};
	return {
		/** The member that the expression names, or `UNRESOLVED`. */
		take: (expression: string, itemIndex: number) =>
			proven.has(expression) ? find(expression, itemIndex) : UNRESOLVED,
		/** To be told what n8n gave for an expression that was `UNRESOLVED`. */
		compare(expression: string, itemIndex: number, answer: unknown) {
			const found = find(expression, itemIndex);
			// That a member is missing proves nothing: so it would be in any other object.
			if (found === UNRESOLVED || (found === undefined && answer === undefined)) return;
			if (Object.is(found, answer)) proven.add(expression);
			else paths.set(expression, undefined);
		},
	};
}

const MEMBER = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\["[^"\\]*"\]|\['[^'\\]*'\])+)\s*\}\}$/;

/** `={{ $json.owner["First Name"] }}` as `['owner', 'First Name']`. */
function pathOf(expression: string): string[] | undefined {
	const steps = MEMBER.exec(expression)?.[1].match(/\.\w+|\[(?:"[^"]*"|'[^']*')\]/g);
	return steps?.map((step) => (step.startsWith('.') ? step.slice(1) : step.slice(2, -2)));
}

/** The member's value, or `UNRESOLVED` where a step is not one into an object. */
function follow(json: unknown, path: string[]): unknown {
	let value = json;
	for (const key of path) {
		if (!isObject(value)) return UNRESOLVED;
		value = value[key];
	}
	return value;
}
