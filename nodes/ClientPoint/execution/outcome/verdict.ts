import { isNested } from '../../untyped';
import { mayNameThing, namesThing } from './namesThing';
import { allSigns, isNo, signOf, signsOf, wordOf } from './signs';
import { statusIn, type Verdict } from './statuses';
import { namesIn, readable, statusesIn, stringsIn, textsIn } from './texts';
import * as words from './words';

/**
 * One rule for all replies, because ClientPoint documents none. A reply is read by its signs: members that
 * by their name tell how it went, whatever their case and with or without separators.
 *
 * - `failure`: signs of a failure and none of success, no words that leave the deed open, and nothing that may be
 *   an id or a link
 * - `success`: no sign of a failure anywhere, and no words of one either, unless a sign tells of success and
 *   there is an id or a link; a status that only the API knows needs one of these, or words of success; where there
 *   is nothing but words, none that leave the deed open
 * - `unclear`: everything else
 */
export function readVerdict(reply: unknown): Verdict {
	const json = readable(reply);
	if (scalarsIn(json).some((scalar) => isNo(wordOf(scalar) ?? ''))) return 'unclear';
	const signs = signsOf(json);
	const told = textsIn(json);
	const isNamed = namesThing(json);
	if (signs.includes('failure')) {
		const isClear =
			signs.every((sign) => ['failure', 'partly', 'strange'].includes(sign)) &&
			![...told, ...statusesIn(json)].some(words.leaveOpen) &&
			!mayNameThing(json);
		return isClear ? 'failure' : 'unclear';
	}
	const isTold = signs.includes('success');
	if (signs.includes('unclear') || (signs.includes('undone') && !isTold)) return 'unclear';
	const all = allSigns(json, isTold || isNamed);
	if (all.includes('failure') || all.includes('partly')) return 'unclear';
	if (isTold && isNamed) return 'success';
	const texts = isTold || isNamed ? told : [...stringsIn(json), ...namesIn(json)];
	// What was there already is there.
	const fails = texts.some((text) =>
		words.FAILURE_IN_WORDS.test(isTold ? text.replace(/\balready\b/gi, '') : text),
	);
	if (fails || (!isTold && !isNamed && told.some(saysNo))) return 'unclear';
	const isOdd = all.some((sign) => ['strange', 'zero', 'unclear'].includes(sign));
	return isOdd && !isTold && !isNamed && !told.some(saysYes) ? 'unclear' : 'success';
}

/** Whether a text, which has no word of a failure, tells of success. */
const saysYes = (text: string) =>
	words.SUCCESS_WORDS.test(wordOf(text) ?? '') || words.tellsOfDeed(text);

/** Whether a text, with which there is nothing else, tells of a failure or leaves open how it went. */
const saysNo = (text: string) =>
	['failure', 'unclear'].includes(statusIn(wordOf(text)) ?? '') ||
	(!saysYes(text) && (words.REFUSAL_IN_WORDS.test(text) || words.leaveOpen(text)));

/** What a reply says where it is nothing but a bare value or a list of these, wrapped or not. */
function scalarsIn(json: unknown): unknown[] {
	if (!isNested(json)) return [json];
	const members = Object.entries(json);
	const isBare = Array.isArray(json)
		? !members.some(([, value]) => isNested(value))
		: members.length === 1 && !members.some(([name, value]) => signOf(name, value));
	return isBare ? members.flatMap(([, value]) => scalarsIn(value)) : [];
}
