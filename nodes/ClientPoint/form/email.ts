import { dropInvisible, trim } from './blank';

/** A letter or digit of any script, which mail servers with SMTPUTF8 (RFC 6531) take. */
const LETTER = String.raw`\p{L}\p{M}\p{N}`;
/** What HTML's `type=email` takes before the @, but for dots that stand alone (RFC 5321, dot-string). */
const ATOM = `[${LETTER}!#$%&'*+/=?^_\`{|}~-]+`;
const LABEL = String.raw`[${LETTER}](?:[${LETTER}-]{0,61}[${LETTER}])?`;
const ADDRESS = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@(?:${LABEL}\.)+${LABEL}$`, 'u');

/**
 * Whether a mail server can take it: HTML's rule for `type=email`, widened for other scripts and
 * narrowed to hosts with a dot, so that what is no address in any mail is refused too. At most 254 bytes, 64
 * before the @ (RFC 5321, 4.5.3.1; RFC 6531, 3.3).
 */
export function isValidEmail(address: string): boolean {
	if (bytes(address) > 254 || bytes(address.split('@')[0]) > 64) return false;
	// Four numbers are an IP address, which stands in brackets or not at all.
	return ADDRESS.test(address) && !/\.\d+$/.test(address);
}

const encoder = new TextEncoder();
const bytes = (text: string) => encoder.encode(text).length;

/** Without what is invisible, and without `mailto:`, behind which a + may be percent-encoded (RFC 6068). */
export function addressIn(text: string): string {
	const written = dropInvisible(text);
	const link = written.replace(/^mailto:(?:\/\/)?/i, '');
	if (link === written) return written;
	try {
		return dropInvisible(decodeURIComponent(link));
	} catch {
		return trim(link);
	}
}
