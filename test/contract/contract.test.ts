/** What each operation promises: its form, its request, and the words for what is missing. */
import { properties } from '../../nodes/ClientPoint/actions';
import { FormError } from '../../nodes/ClientPoint/form/issues';
import type { Operation } from '../../nodes/ClientPoint/operation';
import { choicesOf, fieldsOf, valueAt } from '../support/formFields';
import { named } from '../support/prepare';
import { examples } from './index';

/** The form as it opens: each parameter with its default. */
const untouched = ({ properties }: Operation) =>
	Object.fromEntries(properties.map((property) => [property.name, property.default]));

/** What is said of a form that is refused. */
function refusalOf(operation: Operation, form: Record<string, unknown>): FormError {
	try {
		operation.prepare(form);
	} catch (error) {
		expect(error).toBeInstanceOf(FormError);
		if (error instanceof FormError) return error;
	}
	throw new Error('not refused');
}

/** What a dropdown of the node's whole form offers for this resource. */
const choices = (dropdown: string, resource: string) =>
	properties
		.filter(({ name, displayOptions }) => {
			const resources = displayOptions?.show?.resource ?? [resource];
			return name === dropdown && resources.includes(resource);
		})
		.flatMap(choicesOf);

describe.each(named)('%s', (name, operation) => {
	const example = examples[name];

	it('can be chosen in the form', () => {
		expect(choices('resource', operation.resource)).toContain(operation.resource);
		expect(choices('operation', operation.resource)).toContain(operation.value);
	});

	it('has an example that fills in every field of the form', () => {
		const empty = (path: string) => valueAt(example.form, path) === undefined;
		expect(
			fieldsOf(operation.properties)
				.map(({ path }) => path)
				.filter(empty),
		).toEqual([]);
	});

	it('sends exactly the body of its example for the form filled in every field', () => {
		expect(operation.prepare(example.form).request).toStrictEqual(example.request);
	});

	it('is safe to repeat only where HTTP says that it changes nothing', () => {
		const { method, effect } = operation.prepare(example.form).request;
		expect({ method, reads: effect === 'reads' }).toEqual({ method, reads: method === 'GET' });
	});

	it('sends the least that its example has, and nothing beside it', () => {
		const { form, body } = example.least;
		expect(operation.prepare({ ...untouched(operation), ...form }).request.body).toEqual(body);
	});

	it('says what it is about, what was done, and what to do where nobody knows', () => {
		const { about, inDoubt } = operation.prepare(example.form);
		expect({ about, past: operation.past, inDoubt }).toEqual({
			about: example.about,
			past: example.past,
			inDoubt: example.inDoubt,
		});
	});

	it('puts out what is known without a reply, and the reply beside it', () => {
		const { output } = operation.prepare(example.form);
		if (example.known) expect(output({}, undefined)).toEqual(example.known);
		else expect(() => output({}, undefined)).toThrow('ClientPoint gave no link for 1234567');
		const clientpoint_url = 'https://any.example/v/1234567/AB12';
		const reply = { message: 'OK', data: { ClientPointId: '1234567', clientpoint_url } };
		expect(output(reply, undefined)).toMatchObject({
			clientpoint_id: 1234567,
			clientpoint_url,
			...reply,
		});
	});

	it('refuses the untouched form for exactly the required fields', () => {
		expect(refusalOf(operation, untouched(operation)).sentences).toEqual(
			example.required.map((label) => `${label} is required`),
		);
		const marked = operation.properties.filter((property) => property.required);
		expect(marked.map((property) => property.displayName)).toEqual(example.required);
	});
});

it.each(named)('%s: display options see only the properties before them', (_, { properties }) => {
	properties.forEach(({ name, displayOptions }, index) => {
		const before = properties.slice(0, index).map((property) => property.name);
		const seen = Object.keys({ ...displayOptions?.show, ...displayOptions?.hide });
		expect([name, seen.filter((other) => !before.includes(other))]).toEqual([name, []]);
	});
});
