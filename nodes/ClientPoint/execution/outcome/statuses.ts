/**
 * The statuses that by their definition mean that the request was not carried out (RFC 9110 unless said).
 * Every other one outside 2xx leaves it open: 402 and 418 are reserved, 408 and 499 are about time, 5xx about the server.
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
