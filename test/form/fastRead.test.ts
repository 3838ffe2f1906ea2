/**
 * The fast reading gives what n8n's own reading gives; `npm run test:isolates` runs this in the isolates
 * that n8n uses.
 */
import { DateTime } from 'luxon';
import { Expression, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { startExpressionEngine } from '../../dev/engine/expressionEngine';
import { createFastReader } from '../../nodes/ClientPoint/form/fastRead';
import { readParameters, type ParameterReader } from '../../nodes/ClientPoint/form/read';
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
	...(number < 2 && { toString: `own ${number}` }),
}));

/** Expressions, and values without one, of every kind. */
const EXPRESSIONS = [
	'plain text',
	'={{ $json.text }}',
	'={{$json.quoted}}',
	'={{ $json.number }}',
	'={{ $json.yes }}',
	'={{ $json.nothing }}',
	'={{ $json.missing }}',
	'={{ $json.missing.more }}',
	'={{ $json.member }}',
	'={{ $json.late.deep }}',
	'={{ $json["First Name"] }}',
	"={{ $json['a.b'] }}",
	'={{ $json.object["a"].b }}',
	'={{ $json.tags[2] }}',
	'={{ $json.tags.length }}',
	'={{ $json.mixed }}',
	'={{ $json.object }}',
	'={{ $json.equals }}',
	'={{ $json.toString }}',
	'={{ $json.constructor }}',
	'={{ $json.__proto__ }}',
	'={{ $json.number * 1.5 }}',
	'={{ $json.text.toUpperCase() }}',
	'={{ $json.text.toTitleCase() }}',
	'={{ $json.x ?? "" }}',
	'={{ $json.tags }}',
	'={{ $json.tags.sort().join() }}',
	'={{ ({ at: DateTime.fromISO($json.when), list: [$json.number] }) }}',
	'={{ $now.startOf("year") }}',
	'={{ $today }}',
	'={{ [$today] }}',
	'={{ DateTime.fromISO($json.when, { setZone: true }) }}',
	'={{ new Date(0) }}',
	'=before {{ $json.text }} after',
	'=Due {{ $today.toISODate() }}',
	'={{ $json.text }}{{ $json.number }}',
	'={{ $json.text }} ',
	'={{ "}}" + $json.text }}',
	'={{ $json.text // a comment }}',
	'={{ $("Trigger").item.json.text }}',
	'={{ $parameter.assigned_to }}',
	'={{ $parameter["&last_name"] }}',
	'={{ $("Nobody").item.json.text }}',
	'={{ $json.yes ? $json.number.toTitleCase() : 1 }}',
	'={{ (() => { throw new Error("no") })() }}',
	'={{ nobody }}',
	'={{ () => 1 }}',
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
async function compare(parameters: INodeParameters, items: IDataObject[] = ITEMS) {
	const found = { own: [] as unknown[], fast: [] as unknown[], asked: 0 };
	const { error } = await insideExecute(
		async (context) => {
			const readAll = (read: ParameterReader) =>
				items.map((_, index) =>
					Object.keys(parameters).map((name) => attempt(() => read(name, index))),
				);
			const own = readParameters(context);
			found.own = readAll(own);
			const evaluate = jest.spyOn(context, 'evaluateExpression');
			found.fast = readAll(createFastReader(context, own));
			found.asked = evaluate.mock.calls.length;
			evaluate.mockRestore();
			return [[]];
		},
		() => runNode({ url: 'http://127.0.0.1:1' }, { parameters, items }),
	);
	expect(error?.message).toBeUndefined();
	return found;
}

it.each(EXPRESSIONS)('%s', async (expression) => {
	const { own, fast } = await compare(form(expression));
	expect(own).toHaveLength(ITEMS.length);
	expect(fast).toEqual(own);
});

it('asks n8n once for a member, and never for what has no expression', async () => {
	const recipients = { values: [{ first_name: 'static', last_name: '={{ $json.text }}' }] };
	const { asked } = await compare({ ...REQUIRED, name: '={{ $json["First Name"] }}', recipients });
	expect(asked).toBe(2);
});

it('asks n8n for a member until an item has one', async () => {
	const { asked } = await compare({ ...REQUIRED, name: '={{ $json.member }}' });
	expect(asked).toBe(3);
});
