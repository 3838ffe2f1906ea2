/** What the fast reading leaves to n8n: it has an expression evaluated only where that is plain to see. */
import { Expression } from 'n8n-workflow';
import { startExpressionEngine } from '../../dev/engine/expressionEngine';
import { REQUIRED } from '../support/clientPoint';
import { compare } from './compareReadings';
import { ITEMS } from './expressions';

beforeAll(startExpressionEngine);
afterAll(() => Expression.disposeExpressionEngine());

/** The mark is nothing, and shows in what is evaluated. */
const read = async (name: string) =>
	await compare({ ...REQUIRED, name, revenue: '={{ $json.number + 0 }}' }, ITEMS);

it.each([
	['text before it', '=before {{ $json.text + "MARK" }}'],
	['text after it', '={{ $json.text + "MARK" }} after'],
	['white space before it', '= {{ $json.text + "MARK" }}'],
	['white space after it', '={{ $json.text + "MARK" }} '],
	['a line break after it', '={{ $json.text + "MARK" }}\n'],
	['another before it', '={{ $json.number }}{{ $json.text + "MARK" }}'],
	['another after it', '={{ $json.text + "MARK" }}{{ $json.number }}'],
	['opening braces in a string', '={{ "{{MARK" + $json.text }}'],
	['the place where it stands', '={{ $parameter.assigned_to + "MARK" }}'],
	['its like in other letters', '={{ $json.PARAMETER + "MARK" }}'],
	['an inner evaluation', '={{ $evaluateExpression("1") + "MARK" }}'],
	['its like with a capital', '={{ $json.reEvaluate + "MARK" }}'],
	['a comment', '={{ $json.text + "MARK" // a comment }}'],
	['a change of the data', '={{ $json.list.reverse() + "MARK" }}'],
])('an expression with %s is read by n8n, others are not', async (_, expression) => {
	const { own, fast, evaluations } = await read(expression);
	expect(evaluations).toHaveLength(ITEMS.length - 1);
	expect(evaluations.join()).not.toContain('MARK');
	expect(fast).toEqual(own);
});

it('an expression that ends in mid-string is read by n8n, which throws', async () => {
	const { own, fast, evaluations } = await read('={{ "MARK}}" + $json.text }}');
	expect(evaluations).toEqual([]);
	expect(fast).toEqual(own);
});

it.each([
	['={{ $json.text + "MARK" }}'],
	['={{$json.text+"MARK"}}'],
	['={{\n$json.text + "MARK"\n}}'],
	['={{ "=MARK" }}'],
])('%j is evaluated with the others', async (expression) => {
	const { own, fast, evaluations } = await read(expression);
	expect(evaluations).toHaveLength(ITEMS.length - 1);
	expect(evaluations.every((evaluation) => evaluation.includes('MARK'))).toBe(true);
	expect(fast).toEqual(own);
});
