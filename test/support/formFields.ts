/** What tests need to know of a form, read off the properties of its operation. */
import type { INodeProperties } from 'n8n-workflow';

/** A field of the form that a user fills in, by its path; of rows, the field of the first row. */
export interface FormField {
	path: string;
	property: INodeProperties;
}

/** All of them, rows and collections included. */
export function fieldsOf(properties: INodeProperties[], prefix = ''): FormField[] {
	return properties.flatMap((property) => {
		const path = prefix + property.name;
		if (property.type !== 'collection' && property.type !== 'fixedCollection') {
			return [{ path, property }];
		}
		return (property.options ?? []).flatMap((option) =>
			'values' in option
				? fieldsOf(option.values, `${path}.${option.name}.0.`)
				: 'displayName' in option
					? fieldsOf([option], `${path}.`)
					: [],
		);
	});
}

/** The labels with which a message about the form may begin. */
export const labelsOf = (properties: INodeProperties[]): string[] =>
	properties.flatMap(({ displayName, type, options = [] }) => [
		displayName,
		...(type === 'collection'
			? options.flatMap((option) => ('displayName' in option ? [option.displayName] : []))
			: []),
	]);

/** What a dropdown offers. */
export const choicesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

export const valueAt = (form: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], form);

/** A form with one value for each path. */
export function formWith(values: Array<[path: string, value: unknown]>): Record<string, unknown> {
	const form: Record<string, unknown> = {};
	for (const [path, value] of values) {
		const keys = path.split('.');
		let holder = form;
		keys.slice(0, -1).forEach((key, index) => {
			holder = (holder[key] ??= keys[index + 1] === '0' ? [] : {}) as Record<string, unknown>;
		});
		holder[keys[keys.length - 1]] = value;
	}
	return form;
}
