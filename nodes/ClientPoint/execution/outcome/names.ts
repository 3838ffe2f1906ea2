/** The names of members by which replies tell how it went: without separators, all in lower case. */
import { either } from '../../either';
import { DEEDS } from './words';

/** Members that say yes or no to the whole call. */
export const SUCCESS_NAMES =
	/^(is|was)?(success|succes|successful|successfully|succeeded|ok|valid)$/;
/**
 * Members that say yes or no to one deed; several of them may be about different deeds. `deleted` is not among
 * them: with `false` it is about what the record is, not about the call.
 */
export const DEED_NAMES = new RegExp(`^(is|was)?(${DEEDS}|accepted|processed)$`);
/** Members that are there, or not empty, when something went wrong. */
export const FAILURE_NAMES = new RegExp(
	either(
		/^(is|has|was)?(invalid|denied|rejected|failed|failing|problems?|violations?|\w*(err|errs|error|errors|failure|failures|fault|faults|exception|exceptions))$/,
		/^(err|error|fault)(s|no|number|code|type|name|msg|message|messages|description|details?|text|string)$/,
		/exceptionmessage$|^(stack|stacktrace|backtrace)$/,
	),
);
/** Members that hold what failed of several things, or how many did. */
export const PARTLY_NAMES = new RegExp(
	either(
		/^(failed|invalid(?!at)|rejected|skipped|unprocessed|missing)\w/,
		/^(?!(is|has|was)(failed|rejected|skipped))\w+(failed|rejected|skipped)$/,
		/^(is|was)?partial(ly|success|failure)?$/,
		/^(errors?|failures?|rejected)(count|total|items|list|rows|records|recipients)$/,
		/^(num|number|count|total)(of)?(failed|errors|failures)$/,
	),
);
/** Members that say how it went by a word or a number. */
export const STATUS_NAMES =
	/^(http|response|request|api|result|return)?(status|code|statuscode|statustext|result|state|outcome|ack)$/;
/** Members that say of what kind a message is. */
export const KIND_NAMES = /^(message|response|status)?(type|kind|level|severity)$/;

/** Members that hold texts for people; the second kind, deeper inside, may hold what the user sent. */
export const TEXT_NAMES =
	/^(messages?|msgs?|reasons?|(error|status|response|result|user|api)(text|description|details?|reason))$|\w(message|messages|msg)$/;
export const OUTER_TEXT_NAMES = /^(details?|description|title|info|text|notice|note|hint)$/;
/** Members that send back what the user sent, or tell of a place or money, which may be named like a sign. */
export const ECHO = /^(customfields?|request|input|payload|address(es)?|country|currency)$/;
/** Members that hold people, whose `state` is a part of their address. */
export const PEOPLE = /^recipients?$/;
