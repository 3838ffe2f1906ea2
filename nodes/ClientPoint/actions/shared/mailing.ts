import type { ApiRequest } from '../../request';

/**
 * Whom a request mails, and who may have been meant and is not. `hasOthers`: the ClientPoint may have recipients
 * already, who may be mailed too.
 */
export function mailing(
	sendsMail: boolean | undefined,
	recipients: Array<{ email?: unknown }> = [],
	hasOthers = false,
): Pick<ApiRequest, 'warnings'> {
	if (!sendsMail) return {};
	const addresses = recipients.flatMap(({ email }) =>
		typeof email === 'string' ? [email.toLowerCase()] : [],
	);
	const people = new Set(addresses).size;
	const without = recipients.length - addresses.length;
	return {
		warnings: [
			people > 0 ? mailsSome(people, hasOthers) : mailsNobodyNew(hasOthers),
			...(people < addresses.length
				? ['An e-mail address is there more than once, which counts as one person']
				: []),
			...(without > 0
				? [`${without === 1 ? '1 recipient has' : `${without} recipients have`} no e-mail address`]
				: []),
		],
	};
}

/** Completes the advice to look before a request of which nothing is known is sent again. */
export const mayMailTwice = (sendsMail: boolean | undefined) =>
	sendsMail ? ', or people may be mailed twice' : '';

const mailsSome = (people: number, hasOthers: boolean) =>
	`Mails ${people === 1 ? '1 person' : `${people} people`}${
		hasOthers ? ', and anyone the ClientPoint already has' : ''
	}`;

const mailsNobodyNew = (hasOthers: boolean) =>
	hasOthers
		? 'Send Recipient Mail is on without an e-mail address here: mails everyone the ClientPoint has'
		: 'Send Recipient Mail is on, and there is no e-mail address: mails nobody';
