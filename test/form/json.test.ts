import { oneItem, optional, value } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf, refusalOf } = oneItem(sandbox);

describe('Data', () => {
	it.each([
		['an object', { xyz: 'any value', deep: [{ a: null }] }],
		['text', '{"xyz":"any value","deep":[{"a":null}]}'],
	])('takes %s', async (_, json) => {
		const body = await bodyOf(optional({ data: '={{ $json.value }}' }), value(json));
		expect(body.data).toEqual({ xyz: 'any value', deep: [{ a: null }] });
	});

	it('neither loses nor obeys keys that mean something to JavaScript', async () => {
		const text =
			'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":"x"}';
		await bodyOf(optional({ data: text }));
		expect(sandbox.received[0].text).toContain(`"data":${text}`);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		sandbox.reset();
		await bodyOf(optional({ data: '={{ JSON.parse($json.value) }}' }), value(text));
		expect(sandbox.received[0].text).toContain(`"data":${text}`);
	});

	it.each([
		['an array', '[1]', 'Data must be a JSON object, not a list ([1]) [item 0]'],
		['a word', '"x"', 'Data must be a JSON object, not "x" [item 0]'],
		['an array by expression', [1], 'Data must be a JSON object, not a list ([1]) [item 0]'],
		[
			'broken JSON',
			'{\n  "a": 1,\n  "b": oops\n}',
			'Data must be a JSON object; it is not valid JSON near "1,\\n  \\"b\\": oops\\n}" [item 0]',
		],
		[
			'unfinished JSON',
			'{"a": 1',
			'Data must be a JSON object; it is not valid JSON at its end, after "{\\"a\\": 1" [item 0]',
		],
		[
			"an object in text, which is not an object's JSON",
			'{"a": [object Object]}',
			'Data must be a JSON object; [object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it [item 0]',
		],
	])('refuses %s', async (_, json, message) => {
		expect(await refusalOf(optional({ data: '={{ $json.value }}' }), value(json))).toBe(message);
	});
});
