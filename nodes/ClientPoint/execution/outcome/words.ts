/** The words by which replies tell how it went, all in lower case. */

/** What a call may have done. */
export const DEEDS = 'created|updated|added|inserted|saved|done|completed';

/** Beside the deed itself: what went wrong there leaves it open. */
export const ASIDE = /mail|notif|webhook|sms|partial|warn/;

export const YES =
	/^(1|y|yes|ok|okay|on|true|success|successful|succeeded|created|updated|added|done)$/;
export const NO =
	/^(0|n|no|off|false|none|null|nil|failed|failure|fail|error|ko|nok|unsuccessful)$/;
/** What stands where nothing went wrong. */
export const NOTHING_WRONG =
	/^(|0+|n|no|off|none|null|nil|na|n a|false|ok|okay|success|((no|0|zero|without) )(any )?(errors?|failures?|problems?))$/;

export const FAILURE_WORDS =
	/^(err|fail|ko|nok|no|n|not ok|false|bad|fatal|critical|conflict|duplicate|expired|forbidden|declined|refused|unsuccessful|(in(valid|correct)|un(auth\w*|processable|able|supported)|missing|illegal|malformed|wrong|bad request|can ?not|not (found|allowed|permitted|valid|created|updated|authori\w*|accepted|acceptable|possible|successful|supported))( .*)?|((\w+ ){0,4})(err|errors?|fail|failed|failure|failures|fault|denied|rejected|invalid|refused|required)|(err|error|fail|failed|failure|fault|denied|rejected)( .*)?)$/;
export const SUCCESS_WORDS =
	/^(ok|okay|yes|true|success|successful|successfully|succeeded|created|updated|added|done|completed?)$/;
/** Not how it went, but that nobody knows; or an accident, which leaves open how far it came. */
export const ACCIDENT = new RegExp(
	[
		/\b(internal|server|time ?(d )?outs?|aborted|cancell?ed|partial\w*|incomplete|warnings?|unexpected|unhandled|uncaught)\b/,
		/\b(exceptions?|fatal|crash\w*|unavailable|overload\w*|try again|retry|sql\w*|database|deadlock|gateway|upstream)\b/,
		/(?<!validation )\berrors? (has |have |was |were )?(occurr?ed|happened|encountered)\b|\b(unknown error|went wrong)\b/,
		/\b(execution time|lock wait|network|socket|curl|lost connection|(out of|allowed) memory)\b/,
		/\bconnection (\w+ )?(lost|reset|refused|closed|failed|broken|timed|error)\b/,
		/\b(seg(mentation )?fault|integrity constraint|constraint violation|technical|temporar\w+|maintenance|not responding|no response)\b/,
	]
		.map(({ source }) => source)
		.join('|'),
	'i',
);
/** A status of HTTP that is the server's, unless it is about a value. */
const SERVER_STATUS = /(?<![\d.,$€£])\b5\d\d\b(?![.,]?\d)/;
const ABOUT_A_NUMBER =
	/revenue|amount|number|digit|character|value|must|valid|least|most|limit|than|between|id\b/;

/** The deed, as words tell of it. */
export const DEED = new RegExp(
	`\\b(${DEEDS}|changed|deleted|removed|trashed|stored|sent|succeeded|success\\w*|generated|built|made|imported|registered|recorded|submitted (for|to))\\b`,
);
const NEGATION =
	/\b(no|not|never|nothing|none|cannot|unable|fail(ed|s|ure)?|invalid|refused|rejected|denied|un\w+|(could|can|was|were|is|are|does|do|did|has|have|must|should)n['’ ]?t)\b/;

/** Whether words tell of a deed as done: in a part of a sentence that does not negate it before. */
export const tellsOfDeed = (text: string) =>
	text
		.toLowerCase()
		.split(/[.,;:!?|()\n]|\bbut\b|\bthough\b|\bhowever\b|\band\b/)
		.some((part) => DEED.test(part.split(NEGATION, 1)[0]));

/** The same of what these calls do: none deletes anything, and what is there already was made by another. */
export const tellsOfMaking = (text: string) =>
	tellsOfDeed(text.replace(/\b(already|deleted|removed|trashed)\b/gi, 'not'));

/** What comes after the deed, or is still to come. */
const AFTER =
	/\b(send|sending|sent|deliver\w*|smtp|notif\w*|webhooks?|sms|import\w*|upload\w*|attach\w*|approv\w*|processing|pending|in progress|queued?|scheduled?|generat\w*|render\w*|(after|post|since|during|while) ?(the )?(creat|sav|insert|updat|add|mak|commit|stor|writ|record)\w*)\b/;
/** The same, unless the text says that a value is not taken. */
const PERHAPS_AFTER =
	/mail|\b(pdfs?|(link|document|file|proposal|page) (generation|creation)|cop(y|ies|ied|ying)|clon(e|ed|ing)|sync\w*|crm|workflows?|invit\w*|index\w*|with (\w+ )?(errors?|warnings?|failures?|problems?))\b/;
const ABOUT_A_VALUE =
	/valid|format|required|missing|blank|empty|\bmust\b|unknown|not (found|an? |active|known|allowed)|no (such )?(user|recipient|workflow|template|document)|exist/;
/** Words that by themselves say that it was not done. */
const PLAIN_REFUSAL =
	/valid|required|missing|blank|\b(must|not|no|never|unknown|exists?|already|denied|refused|rejected|forbidden|expired|unsupported|wrong|duplicate|cannot|too (many|long|large|short))\b/;
/** Letters of other languages, which nobody here can read. */
const FOREIGN = /[^\p{ASCII}\P{L}]/u;

/** Whether the words of a failure leave open whether the deed was done all the same. */
export function leaveOpen(words: string): boolean {
	// The name of a field.
	const text = words.toLowerCase().replace(/send[_ ]recipient[_ ]mail/g, '');
	return (
		tellsOfDeed(text) ||
		ACCIDENT.test(text) ||
		AFTER.test(text) ||
		(SERVER_STATUS.test(text) && !ABOUT_A_NUMBER.test(text)) ||
		(PERHAPS_AFTER.test(text) && !ABOUT_A_VALUE.test(text)) ||
		(FOREIGN.test(text) && !PLAIN_REFUSAL.test(text))
	);
}

export const FAILURE_IN_WORDS =
	/(?<!\b(?:no|without|without any|zero|0) )\b(errors?|errored|fail(ed|s|ing|ure|ures)?|faults?|problems?|in(valid|correct|active)|denied|refused|rejected|declined|forbidden|un(auth\w*|successful\w*|able|supported|known|defined|expected|processable|available)|exceptions?|missing|expired|wrong|duplicates?|already|illegal|malformed|blocked|disabled|suspended|locked|exceed(s|ed)?|too (many|long|large|big|short|late)|time(d)?[ -]?out|(could|can|was|were|is|are|does|do|did|has|have|must|should)n['’]t|cannot|not|nothing|no (such|clientpoint|recipient|user|valid|active|api)|required|must be|sorry|oops|try again|bad request|please (provide|check|enter|specify|contact|use))\b/i;
/** The same where the status says so already, and its usual words. */
export const REFUSAL_IN_WORDS = new RegExp(
	`${FAILURE_IN_WORDS.source}|conflict|\\bgone\\b|exist|unprocess|precondition|mismatch|limit|slow down|throttl|quota|too many|busy|\\b(retry|wait|later)\\b`,
	'i',
);
