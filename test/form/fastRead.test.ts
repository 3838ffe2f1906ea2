/**
 * The fast reading gives what n8n's own reading gives; `npm run test:isolates` runs this in the isolates
 * that n8n uses.
 */
import { DateTime } from 'luxon';
import { Expression, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { startExpressionEngine } from '../../dev/engine/expressionEngine';
import { createFastReader } from '../../nodes/ClientPoint/form/fastRead';
import type { ParameterReader } from '../../nodes/ClientPoint/form/read';
import { REQUIRED, runNode } from '../support/clientPoint';
import { insideExecute } from '../support/insideExecute';

beforeAll(startExpressionEngine);
afterAll(() => Expression.disposeExpressionEngine());

/** Items that differ, so that a value of the wrong item shows. */
const ITEMS: IDataObject[] = [0, 1, 2, 3].map((number) => ({
	number,
	text: `text ${number}`,
	quoted: `"a" \\ 'b' \n {{ ${number} }} \u2028`,
	yes: number === 1,
	nothing: null,
	tags: ['c', 'a', `b${number}`],
	object: { a: { b: number } },
	when: '2026-03-01T10:00:00.000+02:00',
	...(number >= 2 && { late: { deep: `late ${number}` }, member: 'late' }),
	'First Name': `name ${number}`,
	'a.b': number,
	mixed: [number, 'text', null, { a: number }][number],
	equals: `={{ ${number} }}`,
}));

/** Members of the item, and what looks like one. */
const MEMBERS = [
	'$json.text',
	'$json.quoted',
	'$json.number',
	'$json.yes',
	'$json.nothing',
	'$json.missing',
	'$json.missing.more',
	'$json.member',
	'$json.late.deep',
	'$json["First Name"]',
	"$json['a.b']",
	'$json.object["a"].b',
	'$json.tags[2]',
	'$json.tags.length',
	'$json.tags',
	'$json.mixed',
	'$json.object',
	'$json.equals',
	'$json.constructor',
	'$json.__proto__',
];

/** Other expressions, and values without one. */
const OTHERS = [
	'plain text',
	'={{$json.text}}',
	'={{ $json.text.toUpperCase() }}',
	'={{ $json.x ?? "" }}',
	'={{ ({ at: DateTime.fromISO($json.when), list: [$json.number] }) }}',
	'={{ [$today] }}',
	'={{ DateTime.fromISO($json.when, { setZone: true }) }}',
	'={{ new Date(0) }}',
	'=before {{ $json.text }} after',
	'={{ $json.text }}{{ $json.number }}',
	'={{ $json.text }} ',
	'={{ $json.text // a comment }}',
	'={{ $("Trigger").item.json.text }}',
	'={{ $parameter.assigned_to }}',
	'={{ $("Nobody").item.json.text }}',
	'={{ (() => { throw new Error("no") })() }}',
	'={{ nobody }}',
	'={{ $json.text; $json.number ',
	'=',
];

/** A form with the expression as a parameter, in rows, in collections and in a resource locator. */
const form = (expression: string): INodeParameters => ({
	...REQUIRED,
	name: expression,
	recipients: {
		values: [
			{ first_name: 'static', last_name: '={{ $json.number }}', email: expression },
			{ first_name: '={{ $json.text }}', additionalFields: { city: expression, zip: '' } },
		],
	},
	recipientsJson: expression,
	additionalFields: { division: expression, expiration_date: '={{ $json.when }}' },
	clientpoint_id: { __rl: true, mode: 'id', value: expression },
});

const attempt = (read: () => unknown) => {
	try {
		const value = read();
		return { isDate: DateTime.isDateTime(value), value: shape(value) };
	} catch (error) {
		return String(error);
	}
};

/** A value as text that tells its kind. In rows and in objects, n8n itself writes a DateTime as text. */
const shape = (value: unknown): unknown => {
	if (DateTime.isDateTime(value)) return `[object String] ${String(value)}`;
	if (Array.isArray(value)) return value.map(shape);
	const kind = Object.prototype.toString.call(value);
	if (kind !== '[object Object]') return `${kind} ${String(value)}`;
	return Object.entries(Object(value)).map(([key, inner]) => [key, shape(inner)]);
};

/** What both readings give for all items, and how often n8n was asked for the fast one. */
async function compare(parameters: INodeParameters) {
	const found = { own: [] as unknown[], fast: [] as unknown[], asked: 0 };
	const { error } = await insideExecute(
		async (context) => {
			const readAll = (read: ParameterReader) =>
				ITEMS.map((_, index) =>
					Object.keys(parameters).map((name) => attempt(() => read(name, index))),
				);
			found.own = readAll((name, index) =>
				context.getNodeParameter(name, index, null, { skipValidation: true }),
			);
			const evaluate = jest.spyOn(context, 'evaluateExpression');
			found.fast = readAll(createFastReader(context));
			found.asked = evaluate.mock.calls.length;
			evaluate.mockRestore();
			return [[]];
		},
		() => runNode({ url: 'http://127.0.0.1:1' }, { parameters, items: ITEMS }),
	);
	expect(error?.message).toBeUndefined();
	return found;
}

it.each([...MEMBERS.map((member) => `={{ ${member} }}`), ...OTHERS])('%s', async (expression) => {
	const { own, fast } = await compare(form(expression));
	expect(own).toHaveLength(ITEMS.length);
	expect(fast).toEqual(own);
});

it.each([
	['a member', '={{ $json["First Name"] }}', 1],
	['a member until an item has one', '={{ $json.member }}', 3],
	['nothing for what is no expression', 'plain text', 0],
])('asks n8n for %s', async (_, name, times) => {
	const recipients = { values: [{ first_name: 'static', last_name: '={{ $json.text }}' }] };
	expect((await compare({ ...REQUIRED, name, recipients })).asked).toBe(times + 1);
});
