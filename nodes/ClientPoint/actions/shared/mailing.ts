import type { ApiRequest } from '../../request';

/**
 * Whom a request mails, as a warning for its preview. `hasOthers`: the ClientPoint may have recipients
 * already, who are mailed too for all that is known.
 */
export function mailing(
	sendsMail: boolean | undefined,
	recipients: Array<{ email?: unknown }> = [],
	hasOthers = false,
): Pick<ApiRequest, 'warnings'> {
	if (!sendsMail) return {};
	const number = recipients.filter(({ email }) => email !== undefined).length;
	return { warnings: [number > 0 ? mailsSome(number, hasOthers) : mailsNobodyNew(hasOthers)] };
}

const mailsSome = (number: number, hasOthers: boolean) =>
	`Mails ${number} ${number === 1 ? 'person' : 'people'} on sending${
		hasOthers ? ', and those whom the ClientPoint may have already' : ''
	}`;

const mailsNobodyNew = (hasOthers: boolean) =>
	hasOthers
		? 'Mails on sending all recipients whom the ClientPoint has'
		: 'Send Recipient Mail is on, but no recipient has an e-mail address';
