import type { Failure } from '../outcome/outcome';
import { countsOf, itemsOf, type Outcomes } from './counts';
import { count, itemList } from './itemList';
import { joined, kindsOf, type Told } from './kinds';

/** What a person is told of a run. */
export interface Report {
	/** Stands by itself: an error workflow or a list of executions may show nothing else. */
	title: string;
	/** What to do about it, the first thing first. */
	advice: string[];
	/** What is in the way, each but once, that of most items first. */
	kinds: string[];
	/** How many items ended how, and which. */
	counts: string[];
}

/** Of a run whose check refused items; `before` is what earlier tries ended with, `now` what stands. */
export function reportCheck(
	refused: Array<[item: number, failure: Failure]>,
	before: Outcomes,
	now: Outcomes,
): Report {
	const told = refused.flatMap(([item, { message, sentences = [message] }]) =>
		sentences.map((text) => ({ text, item })),
	);
	const earlier = failuresOf(before);
	const [[item, { message, sentences = [message] }]] = refused;
	const some = refused.length === now.length ? 'All' : `${refused.length} of`;
	const title =
		refused.length === 1
			? withItem(joined(sentences), item)
			: `${some} ${count(now.length)} need a correction; nothing was sent${wasTried(before) ? ' in this try' : ''}`;
	// The title says it all where there is nothing else to say.
	const kinds = told.length + earlier.length > 1 ? kindsOf([...told, ...earlier]) : [];
	return {
		title,
		advice: [
			nothingSent(before, now.length > 1 ? ': all items are checked before the first request' : ''),
			`Correct ${kinds.length > 0 ? 'what is listed here' : 'it'}, then run the node again.`,
			...aboutOthers(now),
		],
		kinds,
		counts: now.length > 1 || wasTried(before) ? countsOf(now) : [],
	};
}

/** Of a run that could not even check its items; `before` is what earlier tries ended with. */
export const reportUnfit = ({ message }: Failure, before: Outcomes): Report => ({
	title: message,
	advice: [nothingSent(before, ''), ...aboutOthers(before)],
	kinds: kindsOf(failuresOf(before)),
	counts: wasTried(before) ? countsOf(before) : [],
});

/** Of a run that `failure` stopped at the item. */
export function reportStop(item: number, failure: Failure, outcomes: Outcomes): Report {
	const failures = failuresOf(outcomes);
	return {
		title: withItem(failure.message, item),
		advice: [failure.description, ...aboutOthers(outcomes, item)],
		kinds: failures.length > 1 ? kindsOf(failures) : [],
		counts: outcomes.length > 1 ? countsOf(outcomes) : [],
	};
}

export const withItem = (message: string, item: number) => `${message} [item ${item}]`;

/** Whether an earlier try sent something. */
const wasTried = (before: Outcomes) => before.some((outcome) => outcome !== undefined);

const nothingSent = (before: Outcomes, why: string) =>
	wasTried(before)
		? 'Nothing was sent in this try; what became of the items in the tries before it is counted below.'
		: `Nothing was sent${why}.`;

/** What to mind about the items that did not stop the run, when it is started again. */
function aboutOthers(outcomes: Outcomes, stoppedAt?: number): string[] {
	const done = itemsOf(outcomes, 'done');
	const unknown = itemsOf(outcomes, 'unknown').filter((item) => item !== stoppedAt);
	const advice: string[] = [];
	if (unknown.length > 0) {
		const them = unknown.length > 1 ? 'them' : 'it';
		advice.push(
			`Look in ClientPoint before you send ${itemList(unknown)} again: what became of ${them} is not known.`,
		);
	}
	if (done.length > 0) {
		advice.push(
			`Leave out what is done, ${itemList(done)}, when you run the rest again; what ClientPoint answered stands under "From ClientPoint", "Error data".`,
		);
	}
	return advice;
}

const failuresOf = (outcomes: Outcomes): Told[] =>
	outcomes.flatMap((outcome, item) =>
		outcome && outcome.kind !== 'done' ? [{ text: outcome.message, item }] : [],
	);
