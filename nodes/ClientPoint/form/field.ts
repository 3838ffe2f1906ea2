import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { z } from 'zod';
import { isObject } from '../untyped';
import { isBlank } from './blank';
import type { Field, Fields, Group, ValuesOf } from './fieldTypes';
import { parseBy, parseMembers, propertiesOf, under } from './parse';
import { oneOf } from './schemas';

type Property<Name extends string> = INodeProperties & { name: Name };

/**
 * A field: n8n's property, whole, and the schema for what is filled in. Whether it must be filled in
 * is said by the property's `required`, and only there.
 */
export function field<const Name extends string, Schema extends z.ZodTypeAny>(
	property: Property<Name> & { required: true },
	schema: Schema,
): Field<Name, z.output<Schema>>;
export function field<const Name extends string, Schema extends z.ZodTypeAny>(
	property: Property<Name> & { required?: false },
	schema: Schema,
): Field<Name, z.output<Schema> | undefined>;
export function field(property: INodeProperties, schema: z.ZodTypeAny): Field {
	const { name, required } = property;
	return {
		kind: 'field',
		name,
		properties: [property],
		parse(values, addIssue) {
			if (!isBlank(values[name])) return parseBy(schema, values[name], under(addIssue, name));
			if (required) addIssue({ path: [name], message: 'is required' });
			return undefined;
		},
	};
}

/**
 * A resource locator: what it holds, in whichever mode; or a bare value, as an expression for the whole
 * field, an AI model or a workflow written by hand gives it.
 */
export const locator = <const Name extends string, Schema extends z.ZodTypeAny>(
	property: Property<Name> & { type: 'resourceLocator'; required: true },
	schema: Schema,
): Field<Name, z.output<Schema>> => {
	const { name } = property;
	const bare = field(property, schema);
	return {
		...bare,
		parse: (values, addIssue) => bare.parse({ ...values, [name]: held(values[name]) }, addIssue),
	};
};

const held = (value: unknown) =>
	isObject(value) && 'mode' in value && 'value' in value ? value.value : value;

/** A dropdown: what it offers is what it takes. */
export const choice = <const Name extends string, const Value extends string>(
	property: Omit<INodeProperties, 'required' | 'options'> & {
		name: Name;
		options: Array<INodePropertyOptions & { value: Value }>;
	},
) =>
	field(property, oneOf(property.options.flatMap(({ value }) => (isBlank(value) ? [] : [value]))));

/** A field in which an empty text is a value: it clears what is there. */
export const clearable = <const Name extends string, Schema extends z.ZodTypeAny>(
	property: Property<Name>,
	schema: Schema,
): Field<Name, z.output<Schema> | '' | undefined> => {
	const filledIn = field({ ...property, required: false }, schema);
	return {
		...filledIn,
		parse: (values, addIssue) =>
			values[property.name] === '' ? '' : filledIn.parse(values, addIssue),
	};
};

/** A setting: blank, it has its property's default. */
export function setting<const Name extends string, Schema extends z.ZodTypeAny>(
	property: Property<Name>,
	schema: Schema,
): Field<Name, z.output<Schema>> {
	const { name } = property;
	return {
		kind: 'field',
		name,
		properties: [property],
		parse(values, addIssue) {
			const value = isBlank(values[name]) ? property.default : values[name];
			return parseBy(schema, value, under(addIssue, name));
		},
	};
}

/** Optional fields in one of n8n's collections. */
export function collection<const All extends Fields>(
	property: INodeProperties,
	fields: All,
): Group<ValuesOf<All>> {
	const { name } = property;
	return {
		kind: 'group',
		properties: [{ ...property, options: propertiesOf(fields) }],
		parse: (values, addIssue) =>
			parseMembers(fields, isBlank(values[name]) ? {} : values[name], under(addIssue, name)),
	};
}
