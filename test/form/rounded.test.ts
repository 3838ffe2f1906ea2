/** A number that JavaScript rounds is refused wherever it would be a text, an ID or a key. */
import type { INodeParameters } from 'n8n-workflow';
import { examples } from '../contract';
import { optionFields } from '../../nodes/ClientPoint/execution/options';
import { parseForm } from '../../nodes/ClientPoint/form/parse';
import { fieldsOf, valueAt } from '../support/formFields';
import { oneItem, optional, value } from '../support/oneItem';
import { named, prepared, withValue } from '../support/prepare';
import { useSandbox } from '../support/useSandbox';

const { bodyOf, refusalOf } = oneItem(useSandbox());

const BEYOND = [7615917337495251000, -9007199254740992, 1e300];
const WHY = 'which JavaScript may have rounded: write it in quotes upstream';

const places = named.flatMap(([name, operation]) =>
	fieldsOf(operation.properties)
		.filter(({ path, property }) => !path.endsWith('revenue') && property.type !== 'json')
		.map(({ path, property }) => ({ name, operation, path, property })),
);

it.each(places)('$name: $path takes none', ({ name, operation, path, property }) => {
	const { form } = examples[name];
	const isText = typeof valueAt(form, path) === 'string' && property.type === 'string';
	for (const number of BEYOND) {
		const said = prepared(operation, withValue(form, path, number));
		expect(said).toEqual(expect.stringContaining(`, not ${number}`));
		if (isText && !/email|assigned_to|_ids?$/.test(path)) expect(said).toContain(WHY);
	}
});

it.each(BEYOND)('an Idempotency Key is not %d', (number) => {
	expect(() => parseForm(optionFields, { options: { idempotencyKey: number } })).toThrow(
		`Never Send Twice: Unique Key must be text, not ${number}, ${WHY}`,
	);
});

it('two IDs that JavaScript rounds to one are no keys', async () => {
	const parameters = { options: { idempotencyKey: '={{ $json.value }}' } };
	expect(await refusalOf(parameters, value(7615917337495251000))).toBe(
		`Never Send Twice: Unique Key must be text, not 7615917337495251000, ${WHY}`,
	);
});

const LISTS: INodeParameters = {
	specifyRecipients: 'json',
	recipientsJson: '={{ $json.value }}',
};

it.each(['a value', 'text'])('JSON has none in it: %s', async (kind) => {
	const given = (json: string): unknown => (kind === 'text' ? json : JSON.parse(json));
	const data = optional({ data: '={{ $json.value }}' });
	expect(await refusalOf(data, value(given('{"a":[{"id":7615917337495251231}]}')))).toBe(
		`Data: a, row 1: id must not be 7615917337495251000, ${WHY}`,
	);
	const rows = '[{"email":"a@b.co"},{"first_name":7615917337495251231}]';
	expect(await refusalOf(LISTS, value(given(rows)))).toBe(
		`Recipients (JSON), row 2: first_name must not be 7615917337495251000, ${WHY}`,
	);
	const fields = { specifyCustomFields: 'json', customFieldsJson: '={{ $json.value }}' };
	expect(await refusalOf(fields, value(given('[{"tag":"a","value":9007199254740993}]')))).toBe(
		`Custom Fields (JSON), row 1: value must not be 9007199254740992, ${WHY}`,
	);
});

it('the greatest number that is kept, and greater ones in quotes, are sent', async () => {
	const data = { a: 9007199254740991, b: '7615917337495251000', c: -0.1234567890123456 };
	const body = await bodyOf(
		{ name: '={{ $json.value.a }}', ...optional({ data: '={{ $json.value }}' }) },
		value(data),
	);
	expect([body.name, body.data]).toEqual(['9007199254740991', data]);
});
