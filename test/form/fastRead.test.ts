/**
 * The fast reading gives what n8n's own reading gives; `npm run test:isolates` runs this in the isolates
 * that n8n uses.
 */
import { Expression, type INodeParameters } from 'n8n-workflow';
import { startExpressionEngine } from '../../dev/engine/expressionEngine';
import { REQUIRED } from '../support/clientPoint';
import { compare } from './compareReadings';
import { ITEMS, KINDS } from './expressions';

beforeAll(startExpressionEngine);
afterAll(() => Expression.disposeExpressionEngine());

/** A form with the expression as a parameter, in a collection and in rows, and good ones beside it. */
const form = (expression: string): INodeParameters => ({
	...REQUIRED,
	name: expression,
	assigned_to: '={{ $json.text }}',
	recipients: {
		values: [
			{ first_name: 'static', last_name: '={{ $json.number }}', email: expression },
			{ first_name: '={{ $json.text }}', additionalFields: { city: expression, zip: '' } },
		],
	},
	additionalFields: { division: expression, expiration_date: '={{ $json.when }}' },
});

describe('the fast reading', () => {
	it.each(KINDS)('gives the same for %s', async (_, expression) => {
		const { own, fast } = await compare(form(expression), ITEMS);
		expect(shape(fast)).toEqual(shape(own));
	});

	it('gives the same where an expression stands alone in a form', async () => {
		for (const [, expression] of KINDS) {
			const parameters = { ...REQUIRED, name: expression, revenue: '={{ $json.number }}' };
			const { own, fast } = await compare(parameters, ITEMS);
			expect(shape(fast)).toEqual(shape(own));
		}
	});

	it('gives the same where expressions decide what is shown', async () => {
		const parameters = {
			...REQUIRED,
			name: '={{ $json.text }}',
			specifyRecipients: '={{ $json.yes ? "json" : "fields" }}',
			recipients: { values: [{ first_name: '={{ $json.text }}' }] },
			recipientsJson: '={{ $json.list }}',
		};
		const { own, fast } = await compare(parameters, ITEMS);
		expect(shape(fast)).toEqual(shape(own));
	});

	it('reads nothing one by one after the first item, expression or not', async () => {
		const { own, ownReads: all } = await compare(form('={{ $json.text }}'), ITEMS.slice(0, 1));
		const { ownReads } = await compare(form('={{ $json.text }}'), [...ITEMS, ...ITEMS]);
		expect(own).toHaveLength(1);
		expect(ownReads).toBe(all);
	});

	it('has nothing evaluated for the members of an item, once n8n has given the same', async () => {
		const members = ['={{ $json.text }}', '={{ $json["First Name"] }}', "={{$json['a.b']}}"];
		const [name, first_name, revenue] = members;
		const recipients = { values: [{ first_name, last_name: '={{ $json.object.a.b }}' }] };
		const { evaluations } = await compare({ ...REQUIRED, name, revenue, recipients }, ITEMS);
		expect(evaluations).toHaveLength(1);
	});

	it('has an item evaluated in one call', async () => {
		const name = '={{ $json.text + "" }}';
		const parameters = { ...REQUIRED, name, revenue: '={{ $json.number + 0 }}' };
		const { evaluations } = await compare(parameters, ITEMS);
		expect(evaluations).toHaveLength(ITEMS.length - 1);
	});

	it('takes no member of which n8n gives another value', async () => {
		const name = '={{ $json.text }}';
		const { own, fast, evaluations } = await compare({ ...REQUIRED, name }, ITEMS, (text) =>
			text.replace('$json.text', '"not " + $json.text'),
		);
		expect(own).toHaveLength(ITEMS.length);
		expect(fast.slice(1).map((reading) => Object(Object(reading).values).name)).toEqual(
			ITEMS.slice(1).map(({ text }) => `not ${text}`),
		);
		expect(evaluations).toHaveLength(ITEMS.length - 1);
	});

	it.each(['constructor', 'toString', 'valueOf'])(
		'takes a member called %s from an item of its own alone',
		async (member) => {
			const items = [{ [member]: 'Own' }, { [member]: 'Own too' }, { text: 'None' }];
			const { own, fast } = await compare(form(`={{ $json.${member} }}`), items);
			expect(shape(fast)).toEqual(shape(own));
		},
	);

	it('has a member evaluated as long as it is missing', async () => {
		const name = '={{ $json.member }}';
		const { evaluations } = await compare({ ...REQUIRED, name }, ITEMS);
		// The first item is read by n8n; the fourth has the member, and proves it for the fifth.
		expect(evaluations).toHaveLength(3);
	});

	it('gives each item values of its own, also where there is no expression', async () => {
		const recipients = { values: [{ first_name: 'static' }] };
		const { own, fast } = await compare({ ...REQUIRED, recipients }, ITEMS);
		expect(shape(fast)).toEqual(shape(own));
		const read = fast.map((reading) => Object(Object(reading).values).recipients.values);
		expect(read[2][0].first_name).toBe('static');
		expect(new Set(read.map(([row]) => row)).size).toBe(ITEMS.length);
	});
});

/** A value as text that tells its kind, and its keys with their order, also those of nothing. */
const shape = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(shape);
	const kind = Object.prototype.toString.call(value);
	if (kind !== '[object Object]') return `${kind} ${String(value)}`;
	return Object.entries(Object(value)).map(([key, inner]) => [key, shape(inner)]);
};
