/**
 * The fast reading gives what n8n's own reading gives; `npm run test:isolates` runs this in the isolates
 * that n8n uses.
 */
import {
	Expression,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
} from 'n8n-workflow';
import { create } from '../nodes/ClientPoint/actions/clientPoint/create';
import { createFastReader, type FastReader } from '../nodes/ClientPoint/run/fastRead';
import { createFormReader } from '../nodes/ClientPoint/run/parameters';
import { builtPackage, REQUIRED, runNode } from './support/clientPoint';
import { startExpressionEngine } from './support/expressionEngine';

/** What reading one item gave, either way. */
type Reading = { values: unknown } | { error: string; parameter: unknown };

interface Comparison {
	own: Reading[];
	fast: Reading[];
	/** How many expressions n8n read one by one for the fast reading, over all items. */
	ownReads: number;
	/** What the fast reading had n8n's isolate evaluate, over all items. */
	evaluations: string[];
}

function attempt(read: () => unknown): Reading {
	try {
		return { values: read() };
	} catch (error) {
		const { context } = Object(error);
		return { error: String(error), parameter: Object(context).parameter };
	}
}

/**
 * Reads a form for all items in n8n's engine, by n8n's own reading and by the fast one; `rewrite` is
 * what n8n evaluates for the fast one in place of what it was given.
 */
async function compare(
	parameters: INodeParameters,
	items: IDataObject[],
	rewrite = (expression: string) => expression,
): Promise<Comparison> {
	const { type } = (await builtPackage()).getNode('clientPoint');
	if (!('execute' in type)) throw new Error('not a node with an execute method');
	let comparison: Comparison | undefined;
	const execute = jest.spyOn(type, 'execute').mockImplementation(async function (
		this: IExecuteFunctions,
	) {
		const readAll = (fastReader?: FastReader): Reading[] => {
			const read = createFormReader(this, create.properties, fastReader);
			return items.map((_, index) => attempt(() => read(index)));
		};
		const own = readAll();
		const getNodeParameter = jest.spyOn(this, 'getNodeParameter');
		const evaluate = this.evaluateExpression.bind(this);
		const evaluateExpression = jest
			.spyOn(this, 'evaluateExpression')
			.mockImplementation((expression, index) => evaluate(rewrite(expression), index));
		const fast = readAll(createFastReader(this));
		comparison = {
			own,
			fast,
			ownReads: getNodeParameter.mock.calls.length,
			evaluations: evaluateExpression.mock.calls.map(([expression]) => expression),
		};
		getNodeParameter.mockRestore();
		evaluateExpression.mockRestore();
		return [[]];
	});
	try {
		const { error } = await runNode({ url: 'http://127.0.0.1:1' }, { parameters, items });
		if (error || !comparison) throw new Error(`the run failed: ${error?.message}`);
		return comparison;
	} finally {
		execute.mockRestore();
	}
}

beforeAll(startExpressionEngine);
afterAll(() => Expression.disposeExpressionEngine());

/** Items that differ, so that a value of the wrong item shows. */
const ITEMS: IDataObject[] = [0, 1, 2, 3, 4].map((number) => ({
	number,
	text: `text ${number}`,
	quoted: `"a" \\ 'b' \n {{ ${number} }} \u2028`,
	yes: number === 1,
	nothing: null,
	list: [number, { deep: 'x' }],
	object: { a: { b: number } },
	when: '2026-03-01T10:00:00.000+02:00',
	onlySecond: number === 1 ? { a: { b: 1 } } : undefined,
	onlyLast: number === 3 ? { a: { b: 1 } } : undefined,
	...(number === 3 && { member: 'only last' }),
	'First Name': `name ${number}`,
	'a.b': number,
	'it\'s "quoted"': number,
	ünïcode: number,
	$dollar: number,
	mixed: [number, 'text', null, [number], { a: number }][number],
	equals: `={{ ${number} }}`,
	fails: number === 1,
}));

const KINDS: Array<[string, string]> = [
	['a string', '={{ $json.text }}'],
	['a string with everything in it', '={{ $json.quoted }}'],
	['an empty string', '={{ "" }}'],
	['a number', '={{ $json.number * 1.5 }}'],
	['NaN', '={{ NaN }}'],
	['minus zero', '={{ -0 }}'],
	['infinity', '={{ 1 / 0 }}'],
	['a BigInt', '={{ 10n ** 20n }}'],
	['a boolean', '={{ $json.yes }}'],
	['null', '={{ $json.nothing }}'],
	['undefined', '={{ $json.missing }}'],
	['deeply undefined', '={{ $json.missing.more.and.more }}'],
	['undefined for some items', '={{ $json.onlySecond.a.b }}'],
	['an optional chain', '={{ $json.missing?.more.toFloat() }}'],
	['a member for the last items', '={{ $json.member }}'],
	['a deep member', '={{ $json.object.a.b }}'],
	['a deep member for the last items', '={{ $json.onlyLast.a.b }}'],
	['a member of every kind', '={{ $json.mixed }}'],
	['a member that looks like an expression', '={{ $json.equals }}'],
	['a member in quotes', '={{ $json["First Name"] }}'],
	['a member in single quotes', "={{ $json['First Name'] }}"],
	['a member with a dot in its name', '={{ $json["a.b"] }}'],
	['a member with quotes in its name', `={{ $json['it\\'s "quoted"'] }}`],
	['a member with letters beyond ASCII', '={{ $json.ünïcode }}'],
	['a member with a dollar', '={{ $json.$dollar }}'],
	['a member without spaces', '={{$json.text}}'],
	['a member with spaces around its dot', '={{ $json . text }}'],
	['a member by number', '={{ $json.list[0] }}'],
	['a member of a member in quotes', '={{ $json.object["a"].b }}'],
	['the length of a text', '={{ $json.text.length }}'],
	['the length of a list', '={{ $json.list.length }}'],
	['a member that every object has', '={{ $json.toString }}'],
	['its call', '={{ $json.toString() }}'],
	['a prototype', '={{ $json.__proto__ }}'],
	['a prototype in quotes', '={{ $json["__proto__"] }}'],
	['a constructor in quotes', '={{ $json["constructor"] }}'],
	['two members', '={{ $json.text $json.number }}'],
	['an array', '={{ $json.list }}'],
	['an object', '={{ { a: 1, b: [$json.number] } }}'],
	['an object with a trailing brace', '={{ {a: {b: 1}} }}'],
	['an object of DateTimes', '={{ ({ at: DateTime.fromISO($json.when) }) }}'],
	['a proxy', '={{ $json }}'],
	['an object for some items', '={{ $json.yes ? $json.object : "none" }}'],
	['a DateTime', '={{ DateTime.fromISO($json.when) }}'],
	['a DateTime for some items', '={{ $json.yes ? DateTime.fromISO($json.when) : "none" }}'],
	['now, by the day', '={{ $now.startOf("year") }}'],
	['today', '={{ $today }}'],
	['a Date', '={{ new Date(0) }}'],
	['a Map', '={{ new Map([[1, 2]]) }}'],
	['a regular expression', '={{ /a,b/g }}'],
	['a symbol', '={{ Symbol("a") }}'],
	['a symbol for some items', '={{ $json.yes ? Symbol("a") : 1 }}'],
	['a function', '={{ () => 1 }}'],
	['a function for some items', '={{ $json.yes ? () => 1 : 1 }}'],
	['a class of luxon', '={{ DateTime }}'],
	['a class of luxon for some items', '={{ $json.yes ? DateTime : 1 }}'],
	['an extension method', '={{ $json.text.toTitleCase() }}'],
	['an extension method of a list', '={{ $json.list.first() }}'],
	['an extension method that refuses', '={{ $json.number.toTitleCase() }}'],
	['an extended function', '={{ $max(1, $json.number) }}'],
	['jmespath', '={{ $jmespath($json, "object.a.b") }}'],
	['another node', '={{ $("Trigger").item.json.text }}'],
	['another node, first item', '={{ $("Trigger").first().json.text }}'],
	['the input', '={{ $input.item.json.text + $input.all().length }}'],
	['the index', '={{ $itemIndex + "/" + $runIndex }}'],
	['the workflow', '={{ $workflow.id + $execution.mode }}'],
	['a node that is not there', '={{ $("Nobody").item.json.text }}'],
	[
		'a node that is not there, for some items',
		'={{ $json.fails ? $("Nobody").item.json.text : 1 }}',
	],
	['a thrown error', '={{ (() => { throw new Error("no") })() }}'],
	['a thrown error for some items', '={{ $json.fails ? (() => { throw new Error("no") })() : 1 }}'],
	['an unknown name', '={{ nobody }}'],
	['a function called in place', '={{ (() => { const a = $json.number; return a + 1; })() }}'],
	['an old function called in place', '={{ (function () { return this === undefined; })() }}'],
	['a callback', '={{ $json.list.map((entry) => entry.deep).join() }}'],
	['a callback that fails', '={{ $json.list.map((entry) => entry.a.b) }}'],
	['a template', '={{ `${$json.text}\n${$json.number}` }}'],
	['a line comment', '={{ $json.text // a comment }}'],
	['a line comment of its own', '={{\n// a comment\n$json.text\n}}'],
	['a block comment', '={{ /* a ) comment */ $json.text }}'],
	['an open comment', '={{ $json.text /* }}'],
	['a closed comment', '={{ */ $json.text }}'],
	['a sequence', '={{ $json.text, $json.number }}'],
	['a semicolon', '={{ $json.text; }}'],
	['two statements', '={{ $json.text; $json.number }}'],
	['a spread', '={{ ...$json.list }}'],
	['an assignment', '={{ a = $json.number }}'],
	['brackets that fit their neighbours', '={{ 1), (2 }}'],
	['brackets that fit each other', '={{ 1) + (2 }}'],
	['a closing list', '={{ 1)], [(2 }}'],
	['nothing', '={{ }}'],
	['white space', '={{ \n }}'],
	['no braces', '=text'],
	['an equals sign', '='],
	['text around', '=before {{ $json.text }} after'],
	['a space before', '= {{ $json.text }}'],
	['a space after', '={{ $json.text }} '],
	['two expressions', '={{ $json.text }}{{ $json.number }}'],
	['braces in a string', '={{ "}}" + $json.text }}'],
	['opening braces in a string', '={{ "{{" + $json.text }}'],
	['escaped braces', '=\\{{ $json.text }}'],
	['a constructor', '={{ $json.text.constructor }}'],
	['the process', '={{ process }}'],
	['the global', '={{ this.$json.text }}'],
	['a parameter', '={{ $parameter.assigned_to }}'],
	['a sibling', '={{ $parameter["&last_name"] }}'],
	['an inner evaluation', '={{ $evaluateExpression("{{ $json.text }}") }}'],
];

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
