/** Form and schema are two declarations of one thing; these tests hold them to each other. */
import type { INodeProperties } from 'n8n-workflow';
import { operations, properties } from '../nodes/ClientPoint/actions';
import { sentence } from '../nodes/ClientPoint/run/labels';
import type { Issue, Operation } from '../nodes/ClientPoint/run/operation';
import { examples } from './contract';

const named = operations.map((operation): [string, Operation] => [
	`${operation.resource}.${operation.operation}`,
	operation,
]);

/** The form as it opens: each parameter with its default. */
const untouched = ({ properties }: Operation) =>
	Object.fromEntries(properties.map((property) => [property.name, property.default]));

/** Every property of a form by its path, rows and collections included. */
function pathsOf(properties: INodeProperties[], prefix = ''): string[] {
	return properties.flatMap((property) => {
		const path = prefix + property.name;
		if (property.type !== 'collection' && property.type !== 'fixedCollection') return [path];
		return (property.options ?? []).flatMap((option) =>
			'values' in option
				? pathsOf(option.values, `${path}.${option.name}.0.`)
				: 'displayName' in option
					? pathsOf([option], `${path}.`)
					: [],
		);
	});
}

const valueAt = (form: unknown, path: string) =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], form);

/** What a dropdown of the node's whole form offers for this resource. */
const choices = (dropdown: string, resource: string) =>
	properties
		.filter(({ name, displayOptions }) => {
			const resources = displayOptions?.show?.resource ?? [resource];
			return name === dropdown && resources.includes(resource);
		})
		.flatMap(({ options }) => options ?? [])
		.map((option) => 'value' in option && option.value);

it('test/contract/index.ts has an example for every operation', () => {
	expect(Object.keys(examples).sort()).toEqual(named.map(([name]) => name).sort());
});

describe.each(named.filter(([name]) => name in examples))('%s', (name, operation) => {
	const example = examples[name];

	it('can be chosen in the form', () => {
		expect(choices('resource', operation.resource)).toContain(operation.resource);
		expect(choices('operation', operation.resource)).toContain(operation.operation);
	});

	it('has an example that fills in every field of the form', () => {
		const empty = (path: string) => valueAt(example.form, path) === undefined;
		expect(pathsOf(operation.properties).filter(empty)).toEqual([]);
	});

	it('sends exactly the documented body for the form filled in every field', () => {
		expect(operation.prepare(example.form)).toStrictEqual(example.request);
	});

	it('refuses the untouched form for exactly the required fields', () => {
		const issues = operation.prepare(untouched(operation)) as Issue[];
		expect(issues.map((issue) => sentence(operation.properties, issue))).toEqual(
			example.required.map((label) => `${label} is required`),
		);
		const marked = operation.properties.filter((property) => property.required);
		expect(marked.map((property) => property.displayName)).toEqual(example.required);
	});

	it.each(pathsOf(operation.properties))('refuses a form with %s under another name', (path) => {
		const form = structuredClone(example.form);
		const keys = path.split('.');
		const last = keys.pop() ?? '';
		const holder = valueAt({ form }, ['form', ...keys].join('.')) as Record<string, unknown>;
		holder[`${last}_renamed`] = holder[last];
		delete holder[last];
		expect(operation.prepare(form)).toBeInstanceOf(Array);
	});
});

it('refuses a value that cannot be written as JSON', () => {
	const [[name, create]] = named;
	const circular: Record<string, unknown> = {};
	circular.self = circular;
	const form = { ...examples[name].form, specifyRecipients: 'json', recipientsJson: [circular] };
	expect(JSON.stringify(create.prepare(form))).toContain('cannot be written as JSON');
});
