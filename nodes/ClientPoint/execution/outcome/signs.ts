/** The members of a reply that by their name tell how it went, and what each tells. */
import { isNested } from '../../untyped';
import * as names from './names';
import { statusIn, statusVerdict, type Verdict } from './statuses';
import * as words from './words';

/**
 * - `undone`: one deed of several was not done
 * - `partly`: something of several failed
 * - `zero`: a code of 0, which is no failure for some APIs, and nothing for others
 * - `strange`: a status that only the API knows the meaning of
 */
type Sign = Verdict | 'undone' | 'partly' | 'zero' | 'strange';

/** Characters of a text that are looked at. */
export const LONGEST = 2000;

/** Whether words say no; a number below zero does. */
export const isNo = (word: string) => words.NO.test(word) || word.startsWith('-');

/** The signs of a reply; of a list, those of its entries, and of a mere wrapper, those of what is in it. */
export function signsOf(json: unknown): Sign[] {
	if (!isNested(json)) return [];
	if (Array.isArray(json)) return json.flatMap(signsOf);
	const members = Object.entries(json);
	const signs = members.flatMap(([name, value]) => signOf(name, value) ?? []);
	const isWrapper = members.length === 1 && signs.length === 0;
	return isWrapper ? signsOf(members[0][1]) : signs;
}

/** What a member tells by its name; `undefined` where it tells nothing. */
export function signOf(member: string, value: unknown): Sign | undefined {
	const name = plainName(member);
	if (names.SUCCESS_NAMES.test(name))
		return isNested(value) ? heldBy(value) : yesOrNo(wordOf(value));
	if (names.DEED_NAMES.test(name)) return deedIn(value);
	if (names.PARTLY_NAMES.test(name)) return isNothing(value) ? undefined : 'partly';
	if (names.FAILURE_NAMES.test(name)) return failureIn(name, value);
	const isStatus = names.STATUS_NAMES.test(name);
	if (!isStatus && !names.KIND_NAMES.test(name)) return undefined;
	const word = wordOf(value);
	if (word === undefined) return undefined;
	if (!isStatus) return words.BAD_KINDS.test(word) ? 'failure' : undefined;
	return name.endsWith('code') && /^0+$/.test(word) ? 'zero' : statusIn(word);
}

/** A member's name without case and separators: `Is_Success` and `isSuccess` are one. */
export const plainName = (member: string) => member.toLowerCase().replace(/[^a-z]/g, '');

/** A scalar as its lower-case words; `undefined` for nothing, lists and objects. */
export const wordOf = (value: unknown) =>
	['string', 'number', 'boolean'].includes(typeof value)
		? String(value)
				.slice(0, LONGEST)
				// `PascalCase` is two words.
				.replace(/([a-z])([A-Z])/g, '$1 $2')
				.toLowerCase()
				.replace(/(?!^-\d)[^\p{L}\d.]+/gu, ' ')
				.replace(/^[ .]+|[ .]+$/g, '')
		: undefined;

function yesOrNo(word: string | undefined): Verdict {
	if (word === undefined) return 'unclear';
	if (words.YES.test(word)) return 'success';
	if (words.NO.test(word)) return 'failure';
	// How many.
	if (/^[1-9]\d*$/.test(word) && !/^[45]\d\d$/.test(word)) return 'success';
	return words.tellsOfDeed(word) && !words.FAILURE_IN_WORDS.test(word) ? 'success' : 'unclear';
}

/** What is told where `success` holds the answer: `{ "success": { "id": 1001 } }`. */
const heldBy = (value: object): Verdict =>
	isHollow(value) || allSigns(value).some((sign) => !['success', 'strange'].includes(sign))
		? 'unclear'
		: 'success';

/** Yes, no, which, or how many; a longer number is a date. */
function deedIn(value: unknown): Sign | undefined {
	if (Array.isArray(value)) return isHollow(value) ? undefined : 'success';
	const word = wordOf(value);
	if (word === undefined) return undefined;
	if (/^(true|[1-9]\d{0,3})$/.test(word)) return 'success';
	return /^(false|0)$/.test(word) ? 'undone' : undefined;
}

/** What n8n's engine takes for an error, any truthy `error`, is never without a sign here. */
function failureIn(name: string, value: unknown): Verdict | undefined {
	if (!value) return undefined;
	if (isNothing(value)) return name === 'error' ? 'unclear' : undefined;
	if (words.ASIDE.test(name) || /exception|stack|trace/.test(name)) return 'unclear';
	const word = wordOf(value);
	if (word === undefined) return signsOf(value).includes('unclear') ? 'unclear' : 'failure';
	if (words.ACCIDENT.test(word)) return 'unclear';
	return /^[45]\d\d$/.test(word) ? statusVerdict(Number(word)) : 'failure';
}

export function isNothing(value: unknown): boolean {
	const word = wordOf(value);
	return word === undefined ? isHollow(value) : words.NOTHING_WRONG.test(word);
}

/** Nothing but nothing, however it is wrapped: `{ "name": [] }` tells that nothing is wrong with the name. */
const isHollow = (value: unknown): boolean =>
	isNested(value) ? Object.values(value).every(isHollow) : !value;

/** The signs of all members, however deep; with `skipsEcho` without those in what the user sent. */
export function allSigns(json: unknown, skipsEcho = false, isOfPeople = false): Sign[] {
	if (!isNested(json)) return [];
	return Object.entries(json).flatMap(([member, value]) => {
		const name = plainName(member);
		if (skipsEcho && names.ECHO.test(name)) return [];
		const sign = isOfPeople && name === 'state' ? undefined : signOf(member, value);
		const inner = allSigns(value, skipsEcho, isOfPeople || names.PEOPLE.test(name));
		return sign ? [sign, ...inner] : inner;
	});
}
