import type { IDataObject } from 'n8n-workflow';
import type { Prepared } from '../../operation';
import type { Answer } from '../../transport/client';
import { readRetryAfter, type Response } from '../../transport/response';
import { describeResponse, type Label } from '../../transport/words';
import { isDataObject } from '../../untyped';
import { hasFailureFlag, isEmpty, isWordsAlone } from './reply';
import { NOT_CARRIED_OUT } from './statuses';

/**
 * What became of one item:
 * - `done`: a reply says so. Retry On Fail does not send it again.
 * - `refused`: certainly nothing was done, here or in ClientPoint. Retry On Fail sends it again.
 * - `postponed`: ClientPoint asked to come back later, before it did anything. It is sent again up to four times in the
 *   run (`pace/items.ts`), and then by Retry On Fail.
 * - `unknown`: all else, it may have been carried out. Retry On Fail sends it again only with Resend When Outcome Is
 *   Unknown (`memory.ts`).
 */
export type Outcome = Done | Failure;

interface OfItem {
	/** What the item is about, in the user's words. */
	about?: string;
	/** What to mind about what is sent, such as whom it mails. */
	warnings?: string[];
}

export interface Done extends OfItem {
	kind: 'done';
	/** What is put out. */
	json: IDataObject;
	/** There where nothing was sent, because it is a preview. */
	isPreview?: true;
	/** There where nothing was sent, because an earlier item with its idempotency key was. */
	isSentBefore?: true;
}

/** Shown by the error of a run that stopped (`report/report.ts`), or as the failed item (`report/failureItem.ts`). */
export interface Failure extends OfItem {
	kind: 'refused' | 'postponed' | 'unknown';
	/** One sentence that stands by itself: an AI model sees nothing else. */
	message: string;
	/** The message by parts where several fields are in the way. */
	sentences?: string[];
	/** What to do about it. */
	description: string;
	httpCode?: string;
	/** Milliseconds that ClientPoint asks to wait, where it says so. */
	retryAfter?: number;
	/** ClientPoint's reply as it came, without the API key. */
	response?: IDataObject;
}

/** The outcome of an item that was refused here. */
export const refusal = (message: string, sentences?: string[]): Failure => ({
	kind: 'refused',
	message,
	...(sentences && { sentences }),
	description: 'Nothing was sent for this item.',
});

/** The outcome of an item that was not begun because the execution was cancelled. */
export const CANCELLED = refusal('The execution was cancelled before this item was sent');

const NOTHING_DONE = 'Nothing was done for this item.';

/** Decides what an answer means for the item; the only place that does. `labelOf` names a field as the form does. */
export function outcomeOf(answer: Answer, prepared: Prepared, labelOf: Label): Outcome {
	const outcome =
		answer.kind === 'response'
			? responseOutcome(answer, prepared, labelOf)
			: connectionOutcome(answer, prepared);
	const isRead = prepared.request.effect === 'reads';
	return isRead && outcome.kind === 'unknown' ? { ...outcome, kind: 'refused' } : outcome;
}

function connectionOutcome(
	{ isUnsent, reason }: Exclude<Answer, Response>,
	{ inDoubt }: Prepared,
): Failure {
	return isUnsent
		? {
				kind: 'refused',
				message: `ClientPoint could not be reached: ${reason}`,
				description:
					'Nothing was sent for this item. Check the API Base URL in the credential and the network of your n8n.',
			}
		: { kind: 'unknown', message: `ClientPoint did not reply: ${reason}`, description: inDoubt };
}

function responseOutcome(response: Response, prepared: Prepared, labelOf: Label): Outcome {
	const { status, headers, json } = response;
	const { request, inDoubt } = prepared;
	const isSuccess = status >= 200 && status < 300;
	const objection = isSuccess ? objectionTo(response, request.effect) : undefined;
	if (isSuccess && objection === undefined) return { kind: 'done', json: toItem(json) };
	const told = { message: describeResponse(response, labelOf, objection), ...detailsOf(response) };
	if (status === 429) {
		return {
			kind: 'postponed',
			...told,
			description: `${NOTHING_DONE} Wait a while before you run it again.`,
			retryAfter: readRetryAfter(headers['retry-after']),
		};
	}
	if (!NOT_CARRIED_OUT.has(status)) return { kind: 'unknown', ...told, description: inDoubt };
	const description = `${NOTHING_DONE} ${adviceFor(status, request.effect)}`;
	return { kind: 'refused', ...told, description };
}

/** Why a 2xx reply does not say that it was done, to complete "ClientPoint answered 200 …"; `undefined` if it does. */
function objectionTo(
	{ text, json, isComplete }: Response,
	effect: Prepared['request']['effect'],
): string | undefined {
	if (NOTHING.test(text)) return isComplete ? undefined : 'with nothing';
	if (json === undefined) return 'with no JSON';
	if (hasFailureFlag(json)) return 'and reports a failure';
	if (effect === 'creates' && isWordsAlone(json)) return 'and names nothing that it created';
	return undefined;
}

/** Blank, or an empty object or list. */
const NOTHING = /^\s*([[{]\s*[\]}]\s*)?$/;

/** What n8n can put out, which is an object. n8n takes one with an `error`, even an empty list, for a failed item. */
function toItem(json: unknown): IDataObject {
	if (!isDataObject(json)) return json === undefined ? {} : { data: json };
	return json.error && isEmpty(json.error) ? { ...json, error: null } : json;
}

/** Headers that help ClientPoint's support to find a request. */
const SHOWN_HEADERS = /^(content-type|retry-after|date|.*(request|correlation|trace)-?id)$/;

/** Characters of a reply's body that are kept. */
const LONGEST_BODY = 20_000;

const detailsOf = ({ status, headers, text }: Response) => ({
	httpCode: String(status),
	response: {
		status,
		headers: Object.fromEntries(
			Object.entries(headers)
				.filter(([name]) => SHOWN_HEADERS.test(name))
				.map(([name, value]) => [name, String(value)]),
		),
		body: text.slice(0, LONGEST_BODY),
	},
});

function adviceFor(status: number, effect: Prepared['request']['effect']): string {
	if (status === 401 || status === 403) {
		return 'Check the API Key in the credential, and what its user is allowed to do in ClientPoint.';
	}
	if (status === 407) return 'A proxy asks for a login: check the proxy settings of your n8n.';
	if (effect !== 'creates' && (status === 404 || status === 410)) {
		return 'Check the ClientPoint ID, then the API Base URL in the credential.';
	}
	if ([307, 308, 404, 405, 410, 421].includes(status)) {
		return 'Check the API Base URL in the credential.';
	}
	return 'Correct what ClientPoint names.';
}
