import { UserError } from 'n8n-workflow';

/**
 * Characters. ClientPoint says no more of a key than "alphanumeric string". A shorter one could not be told
 * from ordinary text where it has to be taken out of it, and a longer one is something else, pasted by mistake.
 */
const SHORTEST = 8;
const LONGEST = 512;

/**
 * The API key as it is sent: without white space around it.
 *
 * @throws UserError when it is none, and then nothing may be sent
 */
export function parseApiKey(written: unknown): string {
	// Its text would be another key: digits are lost where a number is too long.
	if (typeof written === 'number') {
		throw new UserError('API Key must be text: look at what its expression gives');
	}
	const key = String(written ?? '').trim();
	if (key === '') {
		throw new UserError('API Key is blank: fill it in, or look at what its expression gives');
	}
	if (key.length < SHORTEST || key.length > LONGEST) {
		throw new UserError(
			`API Key must have ${SHORTEST} to ${LONGEST} characters, not ${key.length}: copy it again from ClientPoint`,
		);
	}
	if (!/^[!-~]+$/.test(key)) {
		throw new UserError(
			'API Key must hold neither white space nor special letters: copy it again from ClientPoint',
		);
	}
	return key;
}
