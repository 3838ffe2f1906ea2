import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest } from '../../request';
import type { Answer } from '../../transport/client';
import type { ConnectionFailure } from '../../transport/connectionFailure';
import { describeResponse } from '../../transport/errorMessage';
import {
	isPage,
	isRedirect,
	parseBody,
	readRetryAfter,
	type Response,
} from '../../transport/response';
import { isDataObject } from '../../untyped';
import { contradicts } from './contradicts';
import { NOT_CARRIED_OUT } from './statuses';
import { readVerdict } from './verdict';

/**
 * What became of one item:
 * - `done`: a reply says so
 * - `refused`: certainly nothing was done, here or in ClientPoint
 * - `postponed`: ClientPoint asked to come back later, before it did anything
 * - `unknown`: all else; it may have been carried out
 */
export type Outcome = Done | Failure;

export interface Done {
	kind: 'done';
	/** What is put out. */
	json: IDataObject;
	/** There where nothing was sent, because it is a preview: what to mind before it is. */
	preview?: { warnings: string[] };
	/** There where nothing was sent, because an earlier item with its idempotency key was. */
	isSentBefore?: true;
}

export interface Failure {
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
}

/** The outcome of an item that was refused here. */
export const refusal = (message: string, sentences?: string[]): Failure => ({
	kind: 'refused',
	message,
	...(sentences && { sentences }),
	description: 'Nothing was sent for this item. Correct it, then run it again.',
});

/** The outcome of an item that was not begun because the execution was cancelled. */
export const CANCELLED: Failure = {
	kind: 'refused',
	message: 'The execution was cancelled before this item was sent',
	description: 'Nothing was sent for this item. Run it again.',
};

export const LOOK_FIRST =
	'It may have been carried out all the same: look in ClientPoint before you send it again.';

/** Decides what an answer means for the item; the only place that does. `labelOf` names a field as the form does. */
export function outcomeOf(
	answer: Answer,
	{ effect }: Pick<ApiRequest, 'effect'>,
	labelOf?: (key: string) => string,
): Outcome {
	const safeToRepeat = effect === 'reads';
	const outcome =
		answer.kind === 'response'
			? responseOutcome(answer, safeToRepeat, labelOf)
			: connectionOutcome(answer, safeToRepeat);
	if (!safeToRepeat || outcome.kind !== 'unknown') return outcome;
	// Whatever became of it, nothing was changed.
	return {
		...outcome,
		kind: 'refused',
		description: 'Nothing was changed, because this operation only reads. It is safe to try again.',
	};
}

function responseOutcome(
	response: Response,
	safeToRepeat: boolean,
	labelOf?: (key: string) => string,
): Outcome {
	const { status, headers } = response;
	const parsed = parseBody(response);
	const kind = kindOfReply(response, parsed, safeToRepeat);
	if (kind === 'done') return { kind, json: toJson(parsed?.json) };
	return {
		kind,
		httpCode: String(status),
		...(kind === 'postponed' && { retryAfter: readRetryAfter(headers['retry-after']) }),
		message: describeResponse(response, labelOf),
		description: adviceFor(response, kind),
	};
}

function kindOfReply(
	response: Response,
	parsed: { json: unknown } | undefined,
	safeToRepeat: boolean,
): Outcome['kind'] {
	const { status, headers, text, isComplete } = response;
	if (status >= 200 && status < 300) {
		if (!parsed) return text.trim() === '' && isComplete ? 'done' : 'unknown';
		// Of all JSON, only a number cut short is JSON still.
		if (typeof parsed.json === 'number' && !isComplete) return 'unknown';
		return ({ success: 'done', failure: 'refused', unclear: 'unknown' } as const)[
			readVerdict(parsed.json)
		];
	}
	const isUndone = status === 429 || NOT_CARRIED_OUT.has(status);
	// A page is no answer of the API, and its colours look like numbers of things: `#333`.
	const told = isPage(response) ? undefined : text;
	if (isUndone && !safeToRepeat && contradicts(parsed ? parsed.json : told)) return 'unknown';
	if (status === 429) return 'postponed';
	// A cache in front of the API can say so of what the API has carried out.
	if (status === 503 && safeToRepeat && headers['retry-after'] !== undefined) return 'postponed';
	return isUndone ? 'refused' : 'unknown';
}

/** What n8n can put out, which is an object. */
function toJson(json: unknown): IDataObject {
	if (isDataObject(json)) return json;
	return json === undefined ? {} : { data: json };
}

function connectionOutcome(failure: ConnectionFailure, safeToRepeat: boolean): Failure {
	const { reason } = failure;
	return failure.sent === 'no'
		? {
				kind: 'refused',
				message: `ClientPoint could not be reached: ${reason}`,
				description: `Nothing was sent for this item. ${failure.advice}`.trim(),
			}
		: {
				kind: 'unknown',
				message: `ClientPoint did not answer: ${reason}${safeToRepeat ? '' : '. Whether it was carried out is not known'}`,
				description: LOOK_FIRST,
			};
}

function adviceFor(response: Response, kind: Failure['kind']): string {
	const { status } = response;
	if (kind === 'unknown') return LOOK_FIRST;
	if (kind === 'postponed')
		return 'Nothing was done for this item. Wait a while, then run it again.';
	if (status === 401 || status === 403) {
		return 'Nothing was done for this item. Check the API Key in the credential and what its user may do.';
	}
	if (status === 407) {
		return 'Nothing was done for this item. A proxy asks for a login: check the proxy settings of your n8n.';
	}
	if (status === 404 || status === 410) {
		return 'Nothing was done for this item. Check the ClientPoint ID, if there is one, then the API Base URL in the credential.';
	}
	if (isRedirect(response) || status === 405 || status === 421)
		return 'Nothing was done for this item. Check the API Base URL in the credential.';
	return 'Nothing was done for this item. Correct what ClientPoint names, then run it again.';
}
