import { isObject, mapMembers } from '../untyped';
import { dropInvisible } from './blank';
import { childrenOf, type Entry } from './issues';

/** What AI models write where they have nothing to say. */
const FILLER = /^(?:null|undefined|none|n\/a)$/i;

/**
 * A parameter's value without such words, which are nothing then, in its rows and collections too. JSON is
 * the user's own and stays as it is.
 */
export function withoutFillers(entry: Entry, value: unknown): unknown {
	if (typeof value === 'string') return FILLER.test(dropInvisible(value)) ? undefined : value;
	const children = childrenOf(entry);
	if (children.length === 0) return value;
	if (Array.isArray(value)) return value.map((row) => withoutFillers(entry, row));
	if (!isObject(value)) return value;
	return mapMembers(value, (member, name) => {
		const child = children.find((each) => each.name === name);
		return child ? withoutFillers(child, member) : member;
	});
}
