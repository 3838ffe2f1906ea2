import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../form/quote';
import type { Operation, Prepared } from '../../operation';
import type { Redactor } from '../../transport/redaction';
import { asError } from '../../untyped';
import { refusal, type Failure, type Outcome } from '../outcome/outcome';
import { createEntry } from './keyEntry';
import { openKeyStore } from './keyStore';

/** Claims a key for an item; waits until no other item is under way with it in this process. */
export type ClaimKey = (key: string, prepared: Prepared, resendsUnknown: boolean) => Promise<Claim>;

/** What a key says of its item. */
export interface Claim {
	/** What stands for the item, which is not to be sent: it was, or may have been. */
	outcome?: Outcome;
	/** What is known of the item, which is to be sent all the same. */
	doubt?: Failure;
	/** Takes what became of the item; gives a warning where n8n does not store that, and the key stays in doubt. */
	settle(outcome: Outcome | undefined): Promise<string | undefined>;
}

/** By key: the item that is under way with it in this process. */
const underWay = new Map<string, Promise<void>>();

/**
 * Idempotency keys: what became of an item, known to later executions too. They lie under the memory of the
 * run (`memory.ts`), which is asked first. In a run by hand there are none: n8n would keep those of a trial for production.
 */
export function createKeys(
	context: IExecuteFunctions,
	{ resource, value }: Operation,
	redact: Redactor,
): ClaimKey | undefined {
	if (context.getMode() === 'manual') return undefined;
	const store = openKeyStore(context);
	const node = [context.getWorkflow().id, context.getNode().id];

	return async (key, prepared, resendsUnknown) => {
		const content = fingerprintOf(prepared);
		// What is created once is there. What exists may change as often as there is something new to say.
		const scope = prepared.request.effect === 'creates' ? '' : ` ${content}`;
		const name = `${resource}.${value} ${key}${scope}`;
		const id = JSON.stringify([...node, name]);
		const quoted = redact.text(quote(key));

		while (underWay.has(id)) await underWay.get(id);
		let release = () => {};
		underWay.set(id, new Promise((resolve) => (release = resolve)));

		const entry = createEntry(store, name, content);
		const before = await entry.claim().catch(asError);
		const settle: Claim['settle'] = async (outcome) => {
			const isStored = before instanceof Error || (await entry.settle(before.state, outcome?.kind));
			underWay.delete(id);
			release();
			if (isStored) return undefined;
			context.logger.warn(`ClientPoint, item with the unique key ${quoted}: ${NOT_STORED}`);
			return NOT_STORED;
		};

		if (before instanceof Error) {
			return { outcome: notKept(quoted, redact.text(before.message)), settle };
		}
		if (before.state === 'free') return { settle };
		if (before.state === 'done') {
			return { outcome: sentBefore(redact.text(key), before.isSameContent, prepared), settle };
		}
		const doubt = inDoubt(quoted, prepared);
		return resendsUnknown ? { doubt, settle } : { outcome: doubt, settle };
	};
}

/** Of what is sent, for the account apart. */
const fingerprintOf = ({ request: { method, path, body } }: Prepared) =>
	createHash('sha256')
		.update(JSON.stringify([method, path, body]))
		.digest('hex');

const NOT_STORED =
	'n8n did not store what became of this item, so the next one with its unique key is not sent';

const sentBefore = (
	idempotencyKey: string,
	sameContent: boolean,
	{ about, output }: Prepared,
): Outcome => ({
	kind: 'done',
	json: { ...output({}, undefined), alreadySent: true, idempotencyKey, sameContent },
	isSentBefore: true,
	about,
});

const inDoubt = (key: string, prepared: Prepared): Failure => ({
	kind: 'unknown',
	about: prepared.about,
	message: `The unique key ${key} was used before, and whether that item was carried out is not known`,
	description: `${prepared.inDoubt} If it was not, send it with another key, or with Resend When Outcome Is Unknown.`,
});

const notKept = (key: string, reason: string) =>
	refusal(`n8n could not store the unique key ${key}, so nothing was sent: ${reason}`);
