import { isWrapper, plainName } from '../../memberNames';
import { isObject } from '../../untyped';
import { WORDS } from '../../transport/words';

/** Names of members, see `plainName`, and the values by which they say that something failed. */
const YES_OR_NO = /^(is)?(success|ok|succeeded)$/;
const NO = /^(false|0|no)$/i;
const STATE = /^(status|state|result|code|statuscode)$/;
const FAILED = /^(error|fail|failed|failure|rejected|invalid|ko|nok|false|[45]\d\d)$/i;
const ERROR = /^(error|errors|haserrors?)$/;

/** Whether a reply says that something failed: by a member's name, by one word or number as its value, or by `false`. */
export function hasFailureFlag(json: unknown): boolean {
	if (json === false) return true;
	if (Array.isArray(json)) return json.some(hasFailureFlag);
	if (!isObject(json)) return false;
	return Object.entries(json).some(([written, value]) => {
		const name = plainName(written);
		if (YES_OR_NO.test(name)) return NO.test(String(value));
		if (ERROR.test(name)) return !isEmpty(value);
		if (STATE.test(name) && FAILED.test(String(value))) return true;
		// `result` says how it went, or wraps the answer.
		return isWrapper(name) && isNestedFlag(value);
	});
}

const isNestedFlag = (value: unknown) => typeof value === 'object' && hasFailureFlag(value);

/** Whether a reply holds nothing except messages. */
export function isWordsAlone(json: unknown): boolean {
	if (typeof json !== 'object' || json === null) return typeof json === 'string' || isEmpty(json);
	return Object.entries(json).every(
		([name, value]) =>
			isEmpty(value) || WORDS.test(name) || (typeof value === 'object' && isWordsAlone(value)),
	);
}

/** Nothing, no, zero, none, and what holds nothing else. */
export function isEmpty(json: unknown): boolean {
	if (typeof json === 'object' && json !== null) return Object.values(json).every(isEmpty);
	return !json || (typeof json === 'string' && /^\s*(none)?\s*$/i.test(json));
}
