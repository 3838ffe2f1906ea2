/**
 * RFC 9110, 15.4 to 15.6, and the registry of status codes: what the definition itself says was not carried
 * out. 402 and 418 are reserved, 406 and 416 are about the reply, 408 and 499 come when a request took too long, 421
 * and 425 ask for the same request again, elsewhere or later.
 */
export const NOT_CARRIED_OUT = [
	...[307, 308, 400, 401, 403, 404, 405, 407, 409, 410, 411, 412, 413, 414, 415, 417],
	...[421, 422, 423, 424, 425, 426, 428, 431, 451],
];
