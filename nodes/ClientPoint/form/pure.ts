import { either } from '../either';

/**
 * Whether a JavaScript expression is seen to change nothing, so that others may be evaluated beside it on
 * the same data: by its tokens, against a list of what may stand there. What is not on the list may be
 * harmless too, but is not seen to be.
 */
export function changesNothing(code: string): boolean {
	const tokens = tokenize(code);
	return tokens !== undefined && tokens.every((_, index) => isHarmless(tokens, index));
}

interface Token {
	kind: 'name' | 'text' | 'value' | 'sign';
	text: string;
}

const NAME = /[\p{L}$_][\p{L}\p{N}$_]*/u;
const TEXT = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/;
/** The rest of a number, as in `1.5e3`, passes for signs and names, which are as harmless. */
const DIGITS = /\d[\d_]*/;
/** Only where no value can stand before it, and no comment. */
const REGULAR_EXPRESSION =
	/(?<=[(,]\s*)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuy]*/;
const SIGN =
	/\.\.\.|\?\.(?!\d)|=>|[=!]==?|[<>]=?(?![<>=])|&&|\|\||\?\?|\*\*|\/(?![/*])|[-+*%.,:?()[\]{}!~&|^]/;
/** One token or white space. */
const TOKEN = new RegExp(
	`\\s|(${NAME.source})|(${TEXT.source})|(${either(DIGITS, REGULAR_EXPRESSION)})|(${SIGN.source})`,
	'guy',
);

function tokenize(code: string): Token[] | undefined {
	const found = [...code.matchAll(TOKEN)];
	if (found.map(([whole]) => whole).join('') !== code) return undefined;
	return found.flatMap(([, name, text, value, sign]): Token[] => {
		if (name) return [{ kind: 'name', text: name }];
		if (text) return [{ kind: 'text', text: text.slice(1, -1) }];
		if (value) return [{ kind: 'value', text: value }];
		return sign ? [{ kind: 'sign', text: sign }] : [];
	});
}

function isHarmless(tokens: Token[], index: number): boolean {
	const { kind, text } = tokens[index];
	const before = tokens[index - 1];
	const after = tokens[index + 1];
	if (kind === 'name') {
		return !FORBIDDEN.test(text) && (after?.text !== '(' || isHarmlessCall(before, text));
	}
	// In brackets it may be the name of a member.
	if (kind === 'text') return PLAIN_TEXT.test(text) && !FORBIDDEN.test(text);
	// Two in a row are `++` or `--` to JavaScript.
	if (text === '-' || text === '+') return after?.text !== text;
	// Where no value ends it begins a regular expression, and what seems to be a text may be none.
	if (text === '/') return endsValue(before);
	if (!endsValue(before)) return true;
	// What is called is named, not computed.
	if (text === '(') return before.kind === 'name';
	// Nor is a member: it might be any, a function that changes its object among them.
	return text !== '[' || (after?.kind !== 'name' && tokens[index + 2]?.text === ']');
}

/** Other escapes can spell any name: `"p\x75sh"`. */
const PLAIN_TEXT = /^(?:[^\\]|\\[\\nrt"'])*$/;

/** Whether a value ends here, so that a bracket that follows belongs to it. */
const endsValue = (token: Token | undefined): token is Token =>
	token !== undefined &&
	(token.kind === 'sign'
		? [')', ']', '}', '?.'].includes(token.text)
		: !['typeof', 'in', 'instanceof'].includes(token.text));

const isHarmlessCall = (before: Token | undefined, name: string) =>
	before?.text === '.' || before?.text === '?.' ? METHODS.has(name) : FUNCTIONS.has(name);

/** Words that change something or make what does, and members that are functions which do. */
const FORBIDDEN = new RegExp(
	`^(${either(
		/new|delete|function|class|async|await|yield|this|super|import|var|let|const|throw|if|for/,
		/while|do|switch|try|with|return|void|eval|Function|Reflect|Proxy|constructor|prototype/,
		/__\w+__|sort|reverse|push|pop|shift|unshift|splice|fill|copyWithin|add|clear|assign/,
		/define\w+|setPrototypeOf|freeze|seal|preventExtensions|call|apply|bind|set[A-Z]\w*/,
	)})$`,
);

const FUNCTIONS = new Set(
	'$ $if $ifEmpty $max $min $jmespath String Number Boolean BigInt parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI'.split(
		' ',
	),
);

/** Methods of JavaScript, luxon and n8n that give something new and leave their object as it was. */
const METHODS = new Set(
	`at concat entries every filter find findIndex findLast findLastIndex flat flatMap includes indexOf join keys
	lastIndexOf map reduce reduceRight slice some toReversed toSorted toSpliced values with isArray
	charAt charCodeAt codePointAt endsWith localeCompare match matchAll normalize padEnd padStart repeat replace
	replaceAll search split startsWith substring substr toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase
	toString trim trimEnd trimStart valueOf toFixed toPrecision toExponential toLocaleString isInteger
	abs ceil floor round trunc max min pow sqrt sign hasOwn fromEntries stringify parse
	first last all item isEmpty isNotEmpty toTitleCase toSentenceCase toSnakeCase toInt toFloat toNumber toBoolean
	toDate toDateTime toJsonString hash extractEmail extractDomain extractUrl removeTags removeMarkdown urlEncode
	urlDecode base64Encode base64Decode isEmail isNumeric isUrl isDomain quote compact pluck unique
	removeDuplicates sum average chunk difference intersection union merge append keepFieldsContaining removeField
	removeFieldsContaining urlEncode format plus minus startOf endOf toISO toISODate toISOTime toFormat toMillis
	toSeconds toRelative toLocal toUTC setZone setLocale diff diffNow diffTo diffToNow hasSame isValid fromISO
	fromFormat fromMillis fromSeconds fromJSDate fromSQL now local utc toJSDate as shiftTo toObject toHuman extract`.split(
		/\s+/,
	),
);
