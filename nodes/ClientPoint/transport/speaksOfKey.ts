import { either } from '../either';
import { cutAt, isNested, isObject } from '../untyped';

/** About the key, or about who may do what. */
const ACCESS = new RegExp(
	either(
		/\bapi ?(key|token)|\btokens?\b|\bbearer\b|credential|authori[sz]|authenticat|\bauth\b/,
		/\baccess\b|forbidden|permission|denied|\blog ?(in|ged)\b|\bsign(ed)? in|\buser ?name|password/,
		/secret|signature|session|subscription|licen[cs]e|\bip\b/,
		/(account|user)\b.{0,30}\b(not|suspended|disabled|blocked|locked|inactive|expired|closed)\b/,
	),
);
/** A key, but for a member of that name. */
const KEY = /\bkey\b(?!:)/;
/** The fields that a create needs, by words; a name of something else is none of them. */
const FIELD = /\b((?<!\b(user|host|domain|server|file|route) )name|revenue|assigned to)\b/;
/** What is said of the member `api_key` where it is not merely sent back. */
const COMPLAINT =
	/\b(invalid|not|no|unknown|incorrect|wrong|bad|expired|revoked|inactive|disabled|required|missing|must|denied|refused|rejected|false)\b/i;
const MISSING = /required|missing|mandatory|\b(blank|empty)\b/;
/** What is missing is a field, whichever: by such a word, or by its name before what is said of it. */
const ANY_FIELD =
	/\b(fields?|param(eter)?s?|propert(y|ies)|attributes?|arguments?|values?|inputs?|data|information)\b|^[\w ]+: /;
/** Members that tell what is wrong with the call, or with which part of it, where it is not in words for people. */
const CODES =
	/^((error_?)?(code|type)|(http_?)?status(_?code)?|errors?|name|field|param(eter)?|property)$/i;
/** Lists of what is wrong. */
const WRONG = /missing|invalid/i;
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
	isAboutAccess(words) || namesKey(cutAt(6, json));

function namesKey(json: unknown): boolean {
	if (!isNested(json)) return false;
	return Object.entries(json).some(([name, value]) => {
		if (ECHO.test(name)) return false;
		const text = JSON.stringify(value) ?? '';
		if (/^api[_-]?key$/i.test(name)) return COMPLAINT.test(text);
		if (WRONG.test(name) && /api_?key/i.test(text)) return true;
		const isCode = CODES.test(name) && !isNested(value) && !/^https?:/.test(String(value));
		if (isCode && (isAboutAccess(String(value)) || /^40[13]$/.test(String(value)))) return true;
		return deniesAccess(plain(name), value) || namesKey(value);
	});
}

/** `{ "login_required": true }`, `{ "password": "required" }`, `{ "authorized": false }` */
const deniesAccess = (name: string, value: unknown): boolean =>
	ACCESS.test(name) &&
	(MISSING.test(name)
		? value === true
		: value === false || (!isObject(value) && MISSING.test(plain(String(value)))));

/** Whether the reply tells, in words or by name, that fields are missing, which the test leaves out. */
export const saysWhatIsMissing = (json: unknown, words = ''): boolean => {
	if (!isObject(json)) return false;
	const text = plain(JSON.stringify(json));
	const told = plain(words);
	if (/revenue|assigned to/.test(text) || FIELD.test(told)) return true;
	return MISSING.test(text) && (ANY_FIELD.test(told) || FIELD.test(text));
};
