import { mapMembers } from '../untyped';
import { isPlain, trim } from './blank';
import { childrenOf, type Entry } from './issues';
import { entryOf } from './single';

/** What AI models write where they have nothing to say. "Nan" is a first name, NaN is none. */
const FILLER = /^(?:null|undefined|none|n\/a)$/i;
const isFiller = (word: string) => FILLER.test(word) || word === 'NaN' || word === 'nan';

/**
 * A parameter's value without such words, which are nothing then, in its rows and collections too. JSON is
 * the user's own and stays as it is.
 */
export function withoutFillers(entry: Entry, value: unknown): unknown {
	const word = entryOf(value);
	if (typeof word === 'string') return isFiller(trim(word)) ? undefined : value;
	const children = childrenOf(entry);
	if (children.length === 0) return value;
	if (Array.isArray(value)) return value.map((row) => withoutFillers(entry, row));
	if (!isPlain(value)) return value;
	return mapMembers(value, (member, name) => {
		const child = children.find((each) => each.name === name);
		return child ? withoutFillers(child, member) : member;
	});
}
