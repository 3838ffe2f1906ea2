/** How a form's fields are named where a reply, or the check of the whole form, speaks of them. */
import { createLabels, FormError, sentence } from '../../nodes/ClientPoint/form/issues';
import { fieldsOf } from '../support/formFields';
import { named } from '../support/prepare';

describe.each(named)('%s', (_, { properties }) => {
	const labelOf = createLabels(properties);

	it('has a label for each field, in rows and collections too, and for each list of rows', () => {
		const labels = new Map<string, string>();
		const lists = properties.filter(({ type }) => type === 'fixedCollection');
		for (const property of [...lists, ...fieldsOf(properties).map((field) => field.property)]) {
			if (!labels.has(property.name)) labels.set(property.name, property.displayName);
		}
		expect([...labels.keys()].map(labelOf)).toEqual([...labels.values()]);
	});

	it('has none for what is no field', () => {
		const options = properties.flatMap(({ type, options: choices = [] }) =>
			type === 'options' ? choices.map(({ name }) => name) : [],
		);
		const names = ['additionalFields', 'values', 'colour', '', ...options];
		expect(names.map(labelOf)).toEqual(names);
	});
});

it.each<[Array<string | number>, string]>([
	[['name'], 'Name is bad'],
	[['recipients'], 'Recipients is bad'],
	[['recipients', 'values', 1, 'email'], 'Recipients, row 2: Email is bad'],
	[['recipients', 'values', 0], 'Recipients, row 1 is bad'],
	[['recipients', 'values', 0, 'additionalFields', 'zip'], 'Recipients, row 1: ZIP is bad'],
	[['recipientsJson', 2, 'fax'], 'Recipients (JSON), row 3: fax is bad'],
	[['additionalFields', 'division'], 'Division is bad'],
	[['additionalFields', 'data', 'inner'], 'Data: inner is bad'],
	[['colour'], 'colour is bad'],
	[['x'.repeat(61)], `${'x'.repeat(59)}… is bad`],
	[[], 'is bad'],
])('%j: %s', (path, words) => {
	const [[, { properties }]] = named;
	expect(sentence(properties, { path, message: 'is bad' })).toBe(words);
});

it.each([
	[1, []],
	[10, []],
	[11, ['and 1 more']],
	[13, ['and 3 more']],
])('of %i issues ten are told', (many, more) => {
	const issues = Array.from({ length: many }, (_, index) => ({
		path: [`f${index}`],
		message: 'x',
	}));
	const error = new FormError([], issues);
	const told = issues.slice(0, 10).map((_, index) => `f${index} x`);
	expect(error.sentences).toEqual([...told, ...more]);
	expect(error.message).toBe([...told, ...more].join('; '));
	expect(error.issues).toEqual(issues);
});
