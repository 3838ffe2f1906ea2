/** Form and schema are two declarations of one thing; these tests hold them to each other. */
import type { INodeProperties } from 'n8n-workflow';
import { operations } from '../nodes/ClientPoint/actions';
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

it('has an example for every operation', () => {
	expect(Object.keys(examples).sort()).toEqual(named.map(([name]) => name).sort());
});

describe.each(named)('%s', (name, operation) => {
	const example = examples[name];

	it('has an example that fills in every field of the form', () => {
		for (const path of pathsOf(operation.properties)) {
			expect([path, valueAt(example.form, path)]).not.toEqual([path, undefined]);
		}
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
