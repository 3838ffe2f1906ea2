/** Texts, numbers, e-mail addresses and IDs, as fields of Create. */
import { REQUIRED } from '../support/clientPoint';
import { oneItem, optional, value } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const { bodyOf, refusalOf } = oneItem(useSandbox());

describe('Name', () => {
	it.each([
		['text', 'Müller & Söhne "GmbH"', 'Müller & Söhne "GmbH"'],
		['a number', 42, '42'],
		['a list of one', ['a'], 'a'],
		['an emoji', '\u200b👩‍🚀\u00a0', '👩‍🚀'],
	])('takes %s', async (_, json, sent) => {
		expect(await bodyOf({ name: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			name: sent,
		});
	});

	it.each([
		['nothing', null, 'Name is required [item 0]'],
		['white space', '  ', 'Name is required [item 0]'],
		['an object', { a: 1 }, 'Name must be text, not an object ({"a":1}) [item 0]'],
		['a list', ['a', 'b'], 'Name must be text, not a list (["a","b"]) [item 0]'],
	])('refuses %s', async (_, json, message) => {
		expect(await refusalOf({ name: '={{ $json.value }}' }, value(json))).toBe(message);
	});
});

describe('Revenue', () => {
	it.each([
		['a number', 500.5, 500.5],
		['zero', 0, 0],
		['numeric text', '500.50', 500.5],
		['numeric text with white space around', ' 1200 ', 1200],
		['a list of one', [5], 5],
	])('takes %s', async (_, json, sent) => {
		expect(await bodyOf({ revenue: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			revenue: sent,
		});
	});

	it.each([
		['abc', '"abc"'],
		['1,200.50', '"1,200.50"'],
		['$5', '"$5"'],
		['0x10', '"0x10"'],
		['NaN', '"NaN"'],
		['1e999', '"1e999"'],
		[[5, 6], 'a list ([5,6])'],
		[true, 'true'],
		[{ a: 1 }, 'an object ({"a":1})'],
	])('refuses %j with what to write instead', async (json, shown) => {
		expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(json))).toBe(
			`Revenue must be a number such as 1200.50, without currency sign or thousands separator, not ${shown} [item 0]`,
		);
	});

	it.each([[-1], ['-0.5']])('refuses %j as negative', async (json) => {
		expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(json))).toBe(
			`Revenue must not be negative, not ${JSON.stringify(json)} [item 0]`,
		);
	});

	it.each([[''], [null], [undefined], [{}]])('refuses %j as missing', async (json) => {
		expect(await refusalOf({ revenue: '={{ $json.value }}' }, value(json))).toBe(
			'Revenue is required [item 0]',
		);
	});

	it('is asked for when the form is left as it opens', async () => {
		expect(await refusalOf({ revenue: '' })).toBe('Revenue is required [item 0]');
	});
});

describe('Assigned To', () => {
	it.each([
		['rep@yourcompany.com', 'rep@yourcompany.com'],
		[' rep@yourcompany.com\n', 'rep@yourcompany.com'],
		["o'neil+crm@sub.your-company.co.uk", "o'neil+crm@sub.your-company.co.uk"],
		['jörg@müller.example', 'jörg@müller.example'],
		[['rep@yourcompany.com'], 'rep@yourcompany.com'],
	])('takes %j', async (json, sent) => {
		expect(await bodyOf({ assigned_to: '={{ $json.value }}' }, value(json))).toEqual({
			...REQUIRED,
			assigned_to: sent,
		});
	});

	it.each([
		['rep', ''],
		['rep@yourcompany', ''],
		['rep@@yourcompany.com', ''],
		['rep@your company.com', ''],
		['a@b.com, c@d.com', ' and nothing beside it'],
		['Rep <rep@yourcompany.com>', ' and nothing beside it'],
		['rep@.com', ''],
		['rep@yourcompany..com', ''],
		['rep@yourcompany.com.', ''],
		[7, ''],
	])('refuses %j', async (json, more) => {
		expect(await refusalOf({ assigned_to: '={{ $json.value }}' }, value(json))).toBe(
			// n8n's editor reads a title as HTML, so none has a "<".
			`Assigned To must be a valid e-mail address${more}, not ${JSON.stringify(json)} [item 0]`
				.replace('<', '‹')
				.replace('>', '›'),
		);
	});
});

describe.each([
	['file_ids', 'File IDs'],
	['template_id', 'Template IDs'],
])('%s', (field, label) => {
	it.each([
		['text with commas', '567834, 673498', [567834, 673498]],
		['text as the documentation writes it', '[567834, 673498]', [567834, 673498]],
		['a number', 567834, [567834]],
		['an array', [567834, '673498'], [567834, 673498]],
		['repeats', '2,1,2', [2, 1, 2]],
		['blank parts', '1,,2', [1, 2]],
		['blank entries', [1, null, ' '], [1]],
		['the JSON of texts', '["567834", "673498"]', [567834, 673498]],
	])('takes %s', async (_, json, sent) => {
		const body = await bodyOf(optional({ [field]: '={{ $json.value }}' }), value(json));
		expect(body).toEqual({ ...REQUIRED, [field]: sent });
	});

	it.each([
		['abc', '"abc"'],
		['1;2', '"1;2"'],
		[0, '0'],
		[-1, '-1'],
		[1.5, '1.5'],
		['1.5', '"1.5"'],
		['1e3', '"1e3"'],
		[[[1]], 'a list ([1])'],
		[{ a: 1 }, 'an object ({"a":1})'],
		[true, 'true'],
		['1, 99999999999999999999', '" 99999999999999999999"'],
	])('refuses %j', async (json, shown) => {
		expect(await refusalOf(optional({ [field]: '={{ $json.value }}' }), value(json))).toBe(
			`${label} must be one or more IDs (positive whole numbers) such as 567834, 673498, not ${shown} [item 0]`,
		);
	});
});
