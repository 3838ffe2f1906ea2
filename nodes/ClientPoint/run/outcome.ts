import type { ApiRequest } from './operation';
import {
	describeText,
	isObject,
	parseReply,
	readRetryAfter,
	said,
	tellsFailure,
	type Reply,
} from './reply';

/**
 * What became of one item. Only `done` and `refused` are certain:
 * - `refused`: nothing was done, here or in ClientPoint
 * - `postponed`: ClientPoint asked to come back later; nothing was done
 * - `unknown`: the request left and no readable answer came, so it may have been carried out
 */
export type Outcome = { kind: 'done'; json: object } | Failure;

export interface Failure {
	kind: 'refused' | 'postponed' | 'unknown';
	/** One sentence that stands by itself: an AI model sees nothing else. */
	message: string;
	/** What to do about it. */
	description: string;
	httpCode?: string;
	/** Milliseconds that ClientPoint asks to wait, where it says so. */
	retryAfter?: number;
}

/** The outcome of an item that was refused here. */
export const refusal = (message: string): Failure => ({
	kind: 'refused',
	message,
	description: 'Nothing was sent for this item. Correct it, then run it again.',
});

/** The outcome of an item that no try was made for. */
export const NOT_SENT = refusal('The execution was cancelled before this item was sent');

/** A request that got no reply. */
export interface Loss {
	/** Whether ClientPoint can have seen the request. */
	reached: boolean;
	reason: string;
}

const LOOK_FIRST =
	'It may have been carried out all the same: look in ClientPoint before you send it again.';

/** Decides what a reply, or its absence, means for the item; the only place that does. */
export function judge(answer: Reply | Loss, method: ApiRequest['method']): Outcome {
	const outcome = judgeAnswer(answer);
	// Reading changes nothing, so nothing about it can be unknown.
	return method === 'GET' && outcome.kind === 'unknown'
		? { ...outcome, kind: 'refused', description: 'Nothing was changed; it is safe to try again.' }
		: outcome;
}

function judgeAnswer(answer: Reply | Loss): Outcome {
	if ('reached' in answer) return judgeLoss(answer);
	const { status, headers } = answer;
	const parsed = parseReply(answer);
	const words = said(parsed?.json);
	const httpCode = String(status);
	const isFine = status >= 200 && status < 300;

	if (isFine && answer.text.trim() === '') return { kind: 'done', json: {} };
	if (isFine && parsed && !tellsFailure(parsed.json)) {
		return {
			kind: 'done',
			json: isObject(parsed.json) ? { ...parsed.json } : { data: parsed.json },
		};
	}
	const kind = isFine ? (parsed ? 'refused' : 'unknown') : kindOf(answer);
	const retryAfter = kind === 'postponed' ? readRetryAfter(headers['retry-after']) : undefined;
	const outcome = { kind, httpCode, retryAfter, description: adviceFor(status, kind) };
	if (words) return { ...outcome, message: `ClientPoint answered ${status}: ${words}` };
	if (isRedirect(status)) {
		return {
			...outcome,
			message: `ClientPoint answered ${status}, a redirect, which is not followed`,
		};
	}
	const how = parsed ? 'without saying why' : describeText(answer);
	return { ...outcome, message: `ClientPoint answered ${status} ${how}` };
}

const isRedirect = (status: number) => status >= 300 && status < 400;

/** The kind of a reply outside 2xx. */
function kindOf({ status, headers }: Reply): Failure['kind'] {
	if (status === 429) return 'postponed';
	if (status === 503 && headers['retry-after'] !== undefined) return 'postponed';
	// 307 and 308 ask to send the same request elsewhere; after the other redirects it may have been carried out.
	if (status === 307 || status === 308) return 'refused';
	return status >= 400 && status < 500 ? 'refused' : 'unknown';
}

function judgeLoss({ reached, reason }: Loss): Failure {
	return reached
		? {
				kind: 'unknown',
				message: `ClientPoint did not answer: ${reason}. Whether it was carried out is not known`,
				description: LOOK_FIRST,
			}
		: {
				kind: 'refused',
				message: `ClientPoint could not be reached: ${reason}`,
				description:
					'Nothing was sent. Check the API Base URL in the credential and the network of your n8n.',
			};
}

function adviceFor(status: number, kind: Failure['kind']): string {
	if (kind === 'unknown') return LOOK_FIRST;
	if (kind === 'postponed') return 'Nothing was done. Wait a while, then run these items again.';
	if (status === 401 || status === 403) {
		return 'Nothing was done. Check the API Key in the credential and what its user may do.';
	}
	if (status === 404 || isRedirect(status)) {
		return 'Nothing was done. Check the API Base URL in the credential.';
	}
	return 'Nothing was done for this item. Correct what ClientPoint names, then run it again.';
}
