import ts from 'typescript';
import { brokenPatterns, weaker } from './patterns';

/** One change of one place in a built file. */
export interface Break {
	file: string;
	/** Offsets of what is replaced. */
	start: number;
	end: number;
	before: string;
	after: string;
}

type Change = [node: ts.Node, after: string];

/** Texts that explain and do nothing: a test could only repeat them. */
const EXPLAINS =
	/^(description|hint|placeholder|header|executionsHelp|active|inactive|documentationUrl)$/;

const OPERATORS: Record<string, string[]> = {
	'===': ['!=='],
	'!==': ['==='],
	'<': ['<=', '>='],
	'<=': ['<', '>'],
	'>': ['>=', '<='],
	'>=': ['>', '<'],
	'&&': ['||'],
	'||': ['&&'],
	'-': ['+'],
	'*': ['/'],
	'/': ['*'],
	'%': ['*'],
	'&': ['|'],
	'|': ['&'],
	'+=': ['-='],
	'-=': ['+='],
	'??=': ['='],
};

const CALLS: Record<string, string> = {
	some: 'every',
	every: 'some',
	min: 'max',
	max: 'min',
	startsWith: 'endsWith',
	endsWith: 'startsWith',
	find: 'findLast',
	findLast: 'find',
	indexOf: 'lastIndexOf',
	any: 'race',
};

/** Calls without which their receiver is of the same kind. */
const LEFT_OUT = ['filter', 'trim', 'toLowerCase', 'slice', 'sort', 'replace', 'flat', 'toString'];

/** Every break that is known for a built file. */
export function breaksIn(file: string, text: string): Break[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const breaks: Break[] = [];
	const visit = (node: ts.Node) => {
		if (isWiring(node)) return;
		for (const [changed, after] of changesOf(node)) {
			const [start, end] = [changed.getStart(), changed.getEnd()];
			breaks.push({ file, start, end, before: text.slice(start, end), after });
		}
		node.forEachChild(visit);
	};
	visit(source);
	return breaks;
}

/** What the compiler adds, without which no module loads; and texts that explain. */
function isWiring(node: ts.Node): boolean {
	const text = node.getText();
	if (ts.isVariableStatement(node)) return /^var __\w+ = |= (__import\w+\()?require\("/.test(text);
	if (ts.isExpressionStatement(node)) {
		return /^("use strict"|Object\.defineProperty\(exports|(exports\.\w+ = )+(\w+|void 0);)/.test(
			text,
		);
	}
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
		return true;
	}
	return ts.isPropertyAssignment(node) && EXPLAINS.test(node.name.getText());
}

function* changesOf(node: ts.Node): Generator<Change> {
	const text = node.getText();
	if (ts.isBinaryExpression(node)) yield* changesOfBinary(node);
	if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
		const condition = ts.isIfStatement(node) ? node.expression : node.condition;
		if (!isFlipped(condition)) yield [condition, `!(${condition.getText()})`];
	}
	if (ts.isIfStatement(node) && !node.elseStatement) yield [node, ';'];
	if (ts.isWhileStatement(node)) yield [node.expression, 'false'];
	if (ts.isPrefixUnaryExpression(node)) yield [node, node.operand.getText()];
	if (node.kind === ts.SyntaxKind.TrueKeyword) yield [node, 'false'];
	if (node.kind === ts.SyntaxKind.FalseKeyword) yield [node, 'true'];
	if (ts.isNumericLiteral(node)) {
		yield [node, `(${text} + 1)`];
		yield [node, `(${text} - 1)`];
	}
	if (isPattern(node)) for (const pattern of weaker(text)) yield [node, pattern];
	else if (isText(node)) yield [node, text.length > 2 ? "''" : "'broken'"];
	if (ts.isRegularExpressionLiteral(node)) {
		for (const pattern of brokenPatterns(text)) yield [node, pattern];
	}
	if (isRemovable(node) && !isAllOfAnIf(node)) yield [node, ';'];
	if (ts.isCallExpression(node)) yield* changesOfCall(node);
	if (ts.isArrayLiteralExpression(node)) for (const each of node.elements) yield* without(each);
	if (ts.isObjectLiteralExpression(node)) {
		for (const each of node.properties) if (!isWiring(each)) yield* without(each);
	}
}

function* changesOfBinary(node: ts.BinaryExpression): Generator<Change> {
	const { left, right, operatorToken } = node;
	const operator = operatorToken.getText();
	for (const other of OPERATORS[operator] ?? []) yield [operatorToken, other];
	if (operator === '+' && ![left, right].some(ts.isStringLiteral)) yield [operatorToken, '-'];
	if (['&&', '||', '??'].includes(operator)) {
		yield [node, left.getText()];
		yield [node, right.getText()];
	}
}

function* changesOfCall(call: ts.CallExpression): Generator<Change> {
	const { expression } = call;
	if (!ts.isPropertyAccessExpression(expression)) return;
	const name = expression.name.getText();
	if (Object.hasOwn(CALLS, name)) yield [expression.name, CALLS[name]];
	if (LEFT_OUT.includes(name)) yield [call, expression.expression.getText()];
}

/** Whether another rule gives the very same as its negation. */
const isFlipped = (condition: ts.Expression) =>
	ts.isPrefixUnaryExpression(condition) ||
	(ts.isBinaryExpression(condition) && /^[!=]==$/.test(condition.operatorToken.getText()));

const isRemovable = (node: ts.Node) =>
	ts.isBreakOrContinueStatement(node) ||
	ts.isThrowStatement(node) ||
	(ts.isExpressionStatement(node) && !/^exports\./.test(node.getText()));

/** Whether the `if` around it, which is removed as a whole, has nothing else in it. */
const isAllOfAnIf = ({ parent }: ts.Node) =>
	ts.isIfStatement(parent) ||
	(ts.isBlock(parent) && parent.statements.length === 1 && ts.isIfStatement(parent.parent));

/** A list or object without this part; a hole would not be the same. */
function* without(part: ts.Node): Generator<Change> {
	yield [part, ts.isObjectLiteralElement(part) ? '...{}' : '...[]'];
}

/** The source of a regular expression, or a part of it, written as a template. */
const isPattern = (node: ts.Node): boolean =>
	ts.isTemplateLiteral(node) &&
	(ts.isTaggedTemplateExpression(node.parent) ||
		(ts.isNewExpression(node.parent) && node.parent.expression.getText() === 'RegExp'));

/** A text, but for names of members and template parts. */
const isText = (node: ts.Node) =>
	(ts.isStringLiteral(node) ||
		ts.isNoSubstitutionTemplateLiteral(node) ||
		ts.isTemplateExpression(node)) &&
	!(ts.isPropertyAssignment(node.parent) && node.parent.name === node);
