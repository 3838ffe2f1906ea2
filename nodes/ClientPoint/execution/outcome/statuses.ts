import * as words from './words';

/** What the body of a 2xx reply tells of the deed. */
export type Verdict = 'success' | 'failure' | 'unclear';

/**
 * The statuses that by their definition mean that the request was not carried out (RFC 9110 unless said).
 * Every other one outside 2xx leaves it open: 408 and 499 are about the answer, 5xx about the server.
 */
export const NOT_CARRIED_OUT = new Set([
	307, // to be sent elsewhere
	308, // to be sent elsewhere
	400, // not understood
	401, // not authenticated
	403, // not allowed
	404, // not found
	405, // method not allowed
	407, // not let through by a proxy
	409, // in conflict with what is there
	410, // gone
	411, // without a length
	412, // a condition not met
	413, // too large
	414, // its URL too long
	415, // of a type not supported
	417, // expectation not met
	421, // sent to the wrong server
	422, // not processable
	423, // locked (RFC 4918)
	424, // needs what failed (RFC 4918)
	425, // too early (RFC 8470)
	426, // needs another protocol
	428, // needs a condition (RFC 6585)
	431, // its headers too large (RFC 6585)
	451, // legally unavailable (RFC 7725)
]);

/** The same table as for the reply's own status. */
export const statusVerdict = (code: number): Verdict =>
	NOT_CARRIED_OUT.has(code) || code === 429 ? 'failure' : 'unclear';

/** `422`, `422 Unprocessable Content`, `HTTP/1.1 422 Unprocessable Content`, as words. */
const STATUS_LINE = /^(?:http (?:\d(?:\.\d)? )?)?([245]\d\d)(?: .*)?$/;

/** What a status tells, in a word or a number. */
export function statusIn(word: string | undefined): Verdict | 'strange' | undefined {
	if (word === undefined) return undefined;
	// As HTTP means them; of other numbers only the API knows what they mean.
	const [, code] = STATUS_LINE.exec(word) ?? [];
	if (code?.startsWith('2')) {
		return words.ASIDE.test(word) || words.FAILURE_IN_WORDS.test(word) ? 'unclear' : 'success';
	}
	if (code) return statusVerdict(Number(code));
	if (/^(-.*|0+)$/.test(word)) return 'unclear';
	if (words.NOTHING_WRONG.test(word) && !words.NO.test(word)) {
		return word === '' ? undefined : 'success';
	}
	if (words.SUCCESS_WORDS.test(word)) return 'success';
	if (words.NONE_WRONG.test(word)) return statusIn(word.replace(words.NONE_WRONG, '').trim());
	if (words.ACCIDENT.test(word) || /^(unknown|exists?)$/.test(word)) return 'unclear';
	if (words.FAILURE_WORDS.test(word)) {
		// `not created` against `created with errors`.
		const isOpen = words.leaveOpen(word) || / with | but /.test(word);
		return isOpen ? 'unclear' : 'failure';
	}
	// How a ClientPoint is that is there.
	if (/^not sent$/.test(word)) return undefined;
	if (words.FAILURE_IN_WORDS.test(word)) return 'unclear';
	return word === '1' || words.tellsOfDeed(word) ? undefined : 'strange';
}
