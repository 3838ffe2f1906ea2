import { mayNameThing } from './namesThing';
import { allSigns, signsOf } from './signs';
import { readable, textsIn } from './texts';
import * as words from './words';

/**
 * Whether the body of a reply, as JSON or as its text, tells of a deed that its status says was not done: by a sign
 * of success, by words that are about nothing else, or by an id or a link with words of the deed or without a word
 * against it. An API can refuse a part of what it has done.
 */
export function contradicts(reply: unknown): boolean {
	const json = readable(reply);
	if (signsOf(json).includes('success')) return true;
	const told = textsIn(json);
	if (told.some(words.saysItIsMade)) return true;
	if (!mayNameThing(json)) return false;
	return (
		told.some(words.tellsOfMaking) ||
		!(allSigns(json).includes('failure') || told.some((text) => words.REFUSAL_IN_WORDS.test(text)))
	);
}
