import { UserError } from 'n8n-workflow';
import { trimUnseen, UNSEEN } from './unseen';

const INSIDE = new RegExp(UNSEEN, 'u');

/**
 * Characters. ClientPoint says no more of a key than "alphanumeric string". A shorter one could not be told
 * from ordinary text where it has to be taken out of it, and a longer one is something else, pasted by mistake.
 */
const SHORTEST = 8;
const LONGEST = 512;

/**
 * The API key as it is sent: without what nobody sees around it.
 *
 * @throws UserError when it is none, and then nothing may be sent
 */
export function parseApiKey(written: unknown): string {
	if (typeof written !== 'string' && written !== undefined && written !== null) {
		// Not as its text: a number may have lost digits, or zeros at its beginning.
		throw new UserError(
			`API Key must be text, not ${kindOf(written)}: look at what its expression gives`,
		);
	}
	const key = trimUnseen(written ?? '');
	if (key === '') {
		throw new UserError('API Key is blank: fill it in, or look at what its expression gives');
	}
	if (key.length < SHORTEST || key.length > LONGEST) {
		throw new UserError(
			`API Key must have ${SHORTEST} to ${LONGEST} characters, not ${key.length}: copy it again from ClientPoint`,
		);
	}
	if (INSIDE.test(key)) {
		throw new UserError(
			'API Key must hold neither white space nor invisible characters: copy it again from ClientPoint',
		);
	}
	return key;
}

const kindOf = (written: unknown) =>
	typeof written === 'object' ? 'a list or an object' : `a ${typeof written}`;

/**
 * A body comes with the key in it. n8n (n8n-core 2.41 and 1.123) authenticates a request once more after a 401 whose
 * body it could not read, and would send it a second time; `test/transport/connections.test.ts` shows it.
 */
export class KeyAlreadyThere extends UserError {
	constructor() {
		super('The body has the API key in it already: send it as an object, without the key');
	}
}
