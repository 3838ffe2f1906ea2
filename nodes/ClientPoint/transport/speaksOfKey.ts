import { isNested, isObject } from '../untyped';

/** About the key, or about who may do what. */
const ACCESS =
	/\bapi (key|token)|\btokens?\b|credential|unauthori[sz]ed|not authori[sz]ed|authenticat|\bauth\b|\baccess\b|forbidden|permission|denied|\blog ?(in|ged)\b|sign(ed)? in|\bip\b|(account|subscription|licen[cs]e|user)\b.{0,30}\b(not|suspended|disabled|blocked|locked|inactive|expired|closed)\b/;
/** A key, but for a member of that name. */
const KEY = /\bkey\b(?!:)/;
/** The fields that a create needs, by words. */
const FIELD = /\b(name|revenue|assigned to)\b/;
/** What is said of the member `api_key` where it is not merely sent back. */
const COMPLAINT =
	/\b(invalid|not|no|unknown|incorrect|wrong|bad|expired|revoked|inactive|disabled|required|missing|must|denied|refused|rejected|false)\b/i;
const MISSING = /required|missing|mandatory|\b(blank|empty)\b/;
/** Members that tell what is wrong with the call, where it is not in words for people. */
const CODES = /^((error_?)?(code|type)|status|errors?)$/i;
/** Members that send back what was sent, where the key says nothing. */
const ECHO = /^(request|input|params|parameters|payload|body|query|post|sent|url)$/i;

/** `INVALID_API_KEY` and `InvalidKey` as their words; of a list of names, without the key's. */
const plain = (text: string) =>
	text
		.replace(/api_?key(?=\s*,)|,\s*api_?key\b(?!\s*(:|is|was|must))/gi, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/[_-]/g, ' ');

const isAboutAccess = (text: string) => {
	const words = plain(text);
	return ACCESS.test(words) || (KEY.test(words) && !FIELD.test(words));
};

/** Whether the reply is about the key: in its words, in a code, or in what it says of the member `api_key`. */
export const speaksOfKey = (json: unknown, words = ''): boolean =>
	isAboutAccess(words) || namesKey(json, 6);

function namesKey(json: unknown, depth: number): boolean {
	if (depth === 0 || !isNested(json)) return false;
	return Object.entries(json).some(([name, value]) => {
		if (ECHO.test(name)) return false;
		if (/^api[_-]?key$/i.test(name)) return COMPLAINT.test(JSON.stringify(value) ?? '');
		const isCode = typeof value === 'string' && CODES.test(name) && !/^https?:/.test(value);
		return (isCode && isAboutAccess(value)) || namesKey(value, depth - 1);
	});
}

/** Whether the reply tells, in words or by name, that the fields are missing which the test leaves out. */
export const saysWhatIsMissing = (json: unknown, words = ''): boolean => {
	const text = plain(JSON.stringify(json) ?? '');
	return (
		isObject(json) &&
		(/revenue|assigned to/.test(text) || FIELD.test(plain(words)) || MISSING.test(text))
	);
};
