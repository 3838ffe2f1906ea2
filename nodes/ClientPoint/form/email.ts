import { dropInvisible } from './blank';

/** What HTML's `type=email` takes before the @, with letters of any script (RFC 6531). */
const ATOM = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
/** A host has a dot, and does not end in a number as an IP address does. */
const ADDRESS = new RegExp(
	String.raw`^${ATOM}(?:\.${ATOM})*@(?:${LABEL}\.)+(?!\d+$)${LABEL}$`,
	'u',
);

/** The address that the text is, without what is invisible and without `mailto:`; `undefined` for other text. */
export function addressIn(text: string): string | undefined {
	const address = dropInvisible(text).replace(/^mailto:/i, '');
	return ADDRESS.test(address) ? address : undefined;
}

/** Whether the text has an address and something beside it. */
export const hasAddress = (text: string) =>
	text.split(/[\s,;<>()"']+/).some((part) => addressIn(part) !== undefined);
