import {
	NodeHelpers,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { dropInvisible, isBlank } from './blank';
import { datesAsText } from './dates';
import type { FormValues } from './fieldTypes';
import { withoutFillers } from './fillers';
import { isTool } from './isTool';
import { entryOf } from './single';

/** What the form holds for one item. */
export type FormReader = (itemIndex: number) => FormValues;

/** What one parameter holds for one item; throws n8n's ExpressionError when an expression fails. */
export type ParameterReader = (name: string, itemIndex: number) => unknown;

/** A parameter as it is written in the node, with no expression evaluated. */
export const readWritten =
	(context: IExecuteFunctions): ParameterReader =>
	(name, itemIndex) =>
		// The fallback keeps n8n from throwing where an older workflow does not have the parameter yet.
		context.getNodeParameter(name, itemIndex, null, { rawExpressions: true });

/**
 * Reads what the form holds, item by item, each parameter once; the only place that does. What the form
 * hides is not read, so that a list typed before switching to JSON is not sent. A property's display
 * options see only the properties before it: `test/contract` holds the forms to that order.
 *
 * The reader throws what `readParameter` throws.
 */
export function createFormReader(
	context: IExecuteFunctions,
	properties: INodeProperties[],
	readParameter: ParameterReader,
): FormReader {
	// n8n copies the whole node whenever it is asked for it.
	const node = context.getNode();
	const zone = context.getTimezone();
	const toolOnly = isTool(node) ? properties.filter(({ required }) => !required) : [];

	return (itemIndex) => {
		const form: INodeParameters = {};
		const values: FormValues = form;
		for (const property of properties) {
			if (!NodeHelpers.displayParameter(form, property, node, null)) continue;
			const read = datesAsText(readParameter(property.name, itemIndex), zone);
			const value = toolOnly.includes(property) ? withoutFillers(property, read) : read;
			values[property.name] = property.type === 'options' ? chosen(property, value) : value;
		}
		return values;
	};
}

/**
 * What a dropdown says, as the display options of the properties after it compare it: blank, it is the
 * default; otherwise a list that it decides about would be hidden, and not be sent.
 */
function chosen({ options = [], default: byDefault }: INodeProperties, value: unknown): unknown {
	if (isBlank(value)) return byDefault;
	const entry = entryOf(value);
	const written = typeof entry === 'string' ? dropInvisible(entry) : entry;
	return options.some((option) => 'value' in option && option.value === written) ? written : value;
}
