/** The words by which replies tell how it went, all in lower case. */
import { either } from '../../either';

/** What a call may have done. */
export const DEEDS = 'created|updated|added|inserted|saved|done|completed';

/** Beside the deed itself: what went wrong there leaves it open. */
export const ASIDE = /mail|notif|webhook|sms|partial|warn/;

export const YES =
	/^(1|y|yes|ok|okay|on|true|success|successful|succeeded|created|updated|added|done)$/;
export const NO =
	/^(0|n|no|off|false|none|null|nil|failed|failure|fail|error|ko|nok|unsuccessful)$/;
/** Kinds of messages that tell of a failure. */
export const BAD_KINDS = /^(err|error|errors|fail|failed|failure|fault|fatal|danger)$/;
/** What stands where nothing went wrong. */
export const NOTHING_WRONG =
	/^(|0+|n|no|off|none|null|nil|na|n a|false|ok|okay|success|((no|0|zero|without) )(any )?(errors?|failures?|problems?))$/;

/** What a failure begins with, whatever comes behind. */
const BAD = either(
	/in(valid|correct)|un(auth\w*|processable|able|supported)|missing|illegal|malformed|wrong/,
	/bad request|can ?not/,
	/not (found|allowed|permitted|valid|created|updated|authori\w*|accepted|acceptable|possible|successful|supported)/,
);
export const FAILURE_WORDS = new RegExp(
	`^(${either(
		/err|fail|ko|nok|no|n|not ok|false|bad|fatal|critical|conflict|duplicate|expired|forbidden/,
		/declined|refused|unsuccessful/,
	)}|(${BAD})( .*)?|${either(
		/((\w+ ){0,4})(err|errors?|fail|failed|failure|failures|fault|denied|rejected|invalid|refused|required)/,
		/(err|error|fail|failed|failure|fault|denied|rejected)( .*)?/,
	)})$`,
);
export const SUCCESS_WORDS =
	/^(ok|okay|yes|true|success|successful|successfully|succeeded|created|updated|added|done|completed?)$/;
/** Not how it went, but that nobody knows; or an accident, which leaves open how far it came. */
export const ACCIDENT = new RegExp(
	either(
		/\b(internal|server|time ?(d )?outs?|aborted|cancell?ed|partial\w*|incomplete|warnings?|unhandled|uncaught)\b/,
		/\bunexpected\b(?! (field|key|name|param\w*|property|attribute|member|argument|value))/,
		/\b(exceptions?|fatal|crash\w*|unavailable|overload\w*|try again|retry|sql\w*|database|db|deadlock|gateway|upstream)\b/,
		/(?<!validation )\berrors? (has |have |was |were )?(occurr?ed|happened|encountered)\b|\b(unknown error|went wrong)\b/,
		/\b(execution time|lock wait|network|socket|curl|lost connection|(out of|allowed) memory)\b/,
		/\bconnection (\w+ )?(lost|reset|refused|closed|failed|broken|timed|error)\b/,
		// Of the program that answers, and not of what was sent.
		/\b((type|key|range|attribute|index|name)|(reference|runtime|zero ?division) ?)error\b|\w(?<!validation)exception\b/,
		/\bundefined (index|variable|offset|array|property|method|function|constant)\b|\bof (undefined|null|nil|non-object)\b/,
		/\b(call to (a member|undefined)|on null|null pointer|nil pointer|object reference|not a function|division by zero|string conversion|stack|panic|index out of range)\b/,
		/\b(disk|space left|rollback|commit)\b/,
		/\b(seg(mentation )?fault|integrity constraint|constraint violation|technical|temporar\w+|maintenance|not responding|no response)\b/,
	),
);
/** A status of HTTP that is the server's, unless it is about a value. */
const SERVER_STATUS = /(?<![\d.,$€£])\b5\d\d\b(?![.,]\d)/;
const ABOUT_A_NUMBER =
	/revenue|amount|number|digit|character|value|must|valid|least|most|limit|than|between|id\b/;

/** That so many things went wrong as is well. */
export const NONE_WRONG = /\b(no|0|zero|without)( any)? (errors?|failed|failures?|problems?)\b/;

/** The deed, as words tell of it. */
const DEED = new RegExp(
	`\\b(${DEEDS}|changed|deleted|removed|trashed|stored|sent|succeeded|success\\w*|generated|built|made|imported|registered|recorded|submitted (for|to))\\b`,
);
const NEGATION = new RegExp(
	`\\b(${either(
		/no|not|never|nothing|none|cannot|unable|fail(ed|s|ure)?|invalid|refused|rejected|denied/,
		/un\w+|(could|ca|was|were|is|are|does|do|did|has|have|had|must|should|would|wo)n['’ ]?t|must/,
		/should|to be|from being|until|unless/,
	)})\\b`,
);

/** Whether words tell of a deed as done: in a part of a sentence that does not negate it before. */
export const tellsOfDeed = (text: string) =>
	partsOf(text).some((part) => DEED.test(part.split(NEGATION)[0]));

const partsOf = (text: string) =>
	text.toLowerCase().split(/[.,;:!?|()\n]|\bbut\b|\bthough\b|\bhowever\b|\band\b/);

/**
 * The same of what these calls do: none deletes anything, what is there already was made by another, and it is the
 * request that was sent.
 */
export const tellsOfMaking = (text: string) =>
	tellsOfDeed(
		text.replace(/\b(already|deleted|removed|trashed|(made|sent)(?= (too|an?|\d+)\b))\b/gi, 'not'),
	);

const MADE =
	/^((the|your|an?|this|new) )*((clientpoint|recipient|proposal|record|changes|it)( #?\d+)? )?((was|were|is|are|has been|have been) )?(successfully |part\w+ )?(created|inserted|added|updated|saved|stored)( successfully| part\w+| with.*)?$/;

/** Whether a part of a sentence says of the thing itself, and of nothing else, that it was made. */
export const saysItIsMade = (text: string) =>
	partsOf(text).some((part) => MADE.test(part.split(NEGATION)[0].trim()));

/** What comes after the deed, or is still to come. */
const AFTER = new RegExp(
	`\\b(${either(
		/send|sending|sent|deliver\w*|smtp|notif\w*|webhooks?|sms|import\w*|upload\w*|attach\w*/,
		/(?<!not )approv\w*|processing|(?<!\b(to|from|be|or) )pending|in progress|please wait/,
		/prepar\w+|queued?|scheduled?|generat\w*|render\w*/,
		/(after|post|since|during|while) ?(the )?(creat|sav|insert|updat|add|mak|commit|stor|writ|record)\w*/,
	)})\\b`,
);
/** The same, unless the text says that a value is not taken. */
const PERHAPS_AFTER = new RegExp(
	`mail|\\b(${either(
		/pdfs?|logs?(?! in\b)|audit|events?|callbacks?|triggers?|cach(e|ing)|publish\w*|finali[sz]\w*/,
		/dispatch\w*|convert\w*(?! to)|conversion|thumbnails?|previews?|history|analytics/,
		/(link|document|file|proposal|page) (generation|creation)|cop(y|ies|ied|ying)|clon(e|ed|ing)/,
		/sync\w*|crm|workflows?|invit\w*|index\w*|with (\w+ )?(errors?|failures?|problems?)/,
	)})\\b`,
);
const ABOUT_A_VALUE = new RegExp(
	either(
		/valid|format|required|missing|blank|empty|\bmust\b|unknown/,
		/not (found|an? |active|known|allowed|accepted|approved|published)/,
		/no (\w+ )?(user|recipient|workflow|template|document)|exist/,
	),
);
/** `Redis error`, `Callback failed`: a thing of the API's own that may have its turn after the deed... */
const STEP_FAILED = /\w (failed|failure|error)\W*$/;
/** ...and not the call, its check, what was sent or who sent it. */
const ABOUT_THE_CALL = new RegExp(
	either(
		/valid|auth|log ?in|permi|access|check|param|argument|input|format|syntax|pars|schema/,
		/constraint|condition|request|call|creat|add|updat|sav|insert|edit|quer|look ?up|client|user/,
		/account|session|\bkey|token|signature|quota|limit|licen[cs]e|plan|operation|action|process/,
		/verif|captcha|cors|json|data|field|name|date|revenue|template|division|tag/,
	),
);
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
		(STEP_FAILED.test(text) && !ABOUT_THE_CALL.test(text)) ||
		AFTER.test(text) ||
		(SERVER_STATUS.test(text) && !ABOUT_A_NUMBER.test(text)) ||
		(PERHAPS_AFTER.test(text) && !ABOUT_A_VALUE.test(text)) ||
		(FOREIGN.test(text) && !PLAIN_REFUSAL.test(text))
	);
}

/** No such thing; but `no errors` is none. */
const NO_SUCH =
	/^\W*no (?!(errors?|problems?|failures?|issues?|warnings?|changes?|further|more|of)\b)[a-z]/;
const FAILS = either(
	/errors?|errored|fail(ed|s|ing|ure|ures)?|faults?|problems?|in(valid|correct|active)|denied/,
	/refused|rejected|declined|forbidden/,
	/un(auth\w*|successful\w*|able|supported|known|defined|expected|process\w+|available|recogni[sz]ed)/,
	/exceptions?|missing|expired|wrong|duplicates?|already|illegal|malformed|blocked|disabled/,
	/suspended|locked|exceed(s|ed)?|too (many|long|large|big|short|late)|time(d)?[ -]?out/,
	/(could|ca|was|were|is|are|does|do|did|has|have|had|must|should|would|wo)n['’ ]?t|cannot|not/,
	/never|nothing|no (such|clientpoint|recipient|user|valid|active|api)|required|must be/,
	/prohibited|prevented|mismatch|bad (key|api key|token|data|value|input|param\w*)|throttled/,
	/skipped|aborted|fehler|erreur|errore|fout|sorry|oops|try again|bad request/,
	/please (provide|check|enter|specify|contact|use)/,
);
export const FAILURE_IN_WORDS = new RegExp(
	`${NO_SUCH.source}|(?<!\\b(?:no|without|without any|zero|0) )\\b(${FAILS})\\b`,
	'i',
);
/** The same where the status says so already, and its usual words. */
export const REFUSAL_IN_WORDS = new RegExp(
	either(
		FAILURE_IN_WORDS,
		/conflict|\bgone\b|exist|unprocess|precondition|mismatch|limit|slow down|throttl|quota/,
		/too many|busy|another|different|belongs|revoked|deactivated|retired|cancell?ed|interrupted/,
		/rolled back|discarded|ignored|upgrade|taken|empty|blank/,
		/\b(is|was|been) (archived|trashed|closed|signed)\b|please (log|sign) ?in/,
		/\b(retry|wait|later)\b/,
	),
	'i',
);
