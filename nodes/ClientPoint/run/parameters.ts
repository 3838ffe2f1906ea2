import { DateTime } from 'luxon';
import { NodeHelpers, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import type { FastReader } from './fastRead';
import { isObject } from './reply';

/** What the form holds for one item, by parameter name. */
export type FormReader = (itemIndex: number) => Record<string, unknown>;

/**
 * Reads what the form holds, item by item, each parameter once; the only place that does.
 * What the form hides is not read, so that a list typed before switching to JSON is not sent.
 *
 * The reader throws n8n's ExpressionError when an expression fails.
 */
export function createFormReader(
	context: IExecuteFunctions,
	properties: INodeProperties[],
	fastReader?: FastReader,
): FormReader {
	// n8n copies the whole node whenever it is asked for it.
	const node = context.getNode();
	const zone = context.getTimezone();

	return (itemIndex) => {
		const values: Record<string, unknown> = {};
		const fast = fastReader?.read(itemIndex);
		for (const property of properties) {
			if (!isShown(property, values, node)) continue;
			if (fast?.has(property.name)) {
				values[property.name] = fast.get(property.name);
				continue;
			}
			// The fallback keeps n8n from throwing where an older workflow does not have the parameter yet;
			// n8n's own validation is skipped because the operation's schema says it better.
			const value: unknown = context.getNodeParameter(property.name, itemIndex, null, {
				skipValidation: true,
			});
			values[property.name] = withZone(value, zone);
		}
		fastReader?.learn(Object.keys(values));
		return values;
	};
}

type Values = Parameters<typeof NodeHelpers.displayParameter>[0];

function isShown(
	property: INodeProperties,
	values: Record<string, unknown>,
	node: ReturnType<IExecuteFunctions['getNode']>,
): boolean {
	return NodeHelpers.displayParameter(values as Values, property, node, null);
}

/** A JS Date has no calendar day of its own: it gets the workflow's zone here, so that no schema needs it. */
function withZone(value: unknown, zone: string): unknown {
	if (isDate(value)) return DateTime.fromJSDate(value, { zone });
	if (!isObject(value) || !Object.values(value).some(isDate)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			isDate(inner) ? DateTime.fromJSDate(inner, { zone }) : inner,
		]),
	);
}

/** Not `instanceof`: an expression's Date may come from another realm. */
const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';
