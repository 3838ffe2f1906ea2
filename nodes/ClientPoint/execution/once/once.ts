import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../form/quote';
import type { Operation, Prepared } from '../../operation';
import type { Redactor } from '../../transport/redaction';
import { asError } from '../../untyped';
import { refusal, type Failure, type Outcome } from '../outcome/outcome';
import { createEntry, type Claim, type State } from './keyEntry';
import { hasKeyStore, openKeyStore } from './keyStore';

/** Whether idempotency keys are heeded. */
export type Keys =
	| { kind: 'kept'; once: Once }
	/** n8n would keep the keys of a trial for production. */
	| { kind: 'by hand' }
	/** An n8n that keeps no keys. */
	| { kind: 'missing' };

/** Has an item sent unless its key says that it was or, except for `resendsUnknown`, that it may have been. */
export type Once = (
	key: string,
	prepared: Prepared,
	resendsUnknown: boolean,
	send: Send,
) => Promise<Kept>;

/** Sends the item, and gives what stands for it; `undefined` where it was not sent after all. */
export type Send = (doubt: Failure | undefined) => Promise<Outcome | undefined>;

interface Kept {
	outcome: Outcome | undefined;
	/** Whether what became of the item is stored; otherwise its key stays in doubt. */
	isStored: boolean;
}

/** By key: the item that is under way with it in this process. */
const underWay = new Map<string, Promise<void>>();

/**
 * Idempotency keys: what became of an item, known to later executions too. They lie under the memory of the
 * run (`memory.ts`), which is asked first.
 */
export function createKeys(
	context: IExecuteFunctions,
	{ resource, value }: Operation,
	redact: Redactor,
): Keys {
	if (context.getMode() === 'manual') return { kind: 'by hand' };
	if (!hasKeyStore(context)) return { kind: 'missing' };
	const store = openKeyStore(context);
	const node = [context.getWorkflow().id, context.getNode().id];

	const once: Once = async (key, prepared, resendsUnknown, send) => {
		const content = fingerprintOf(prepared);
		// What is created once is there. What exists may change as often as there is something new to say.
		const scope = prepared.request.effect === 'creates' ? '' : ` ${content}`;
		const name = `${resource}.${value} ${key}${scope}`;
		const id = JSON.stringify([...node, name]);
		const quoted = redact.text(quote(key));
		/** What a claim says of an item that is not sent for it. */
		const told = ({ state, isSameContent }: Claim) => {
			if (state === 'done') return sentBefore(redact.text(key), isSameContent, prepared);
			return state === 'in doubt' && !resendsUnknown ? inDoubt(quoted, prepared) : undefined;
		};

		while (underWay.has(id)) await underWay.get(id);
		let ended = () => {};
		underWay.set(id, new Promise((resolve) => (ended = resolve)));
		try {
			const entry = createEntry(store, name, content);
			const before = await entry.claim().catch(asError);
			if (before instanceof Error) {
				return { outcome: notKept(quoted, redact.text(before.message)), isStored: true };
			}
			const { state } = before;
			const outcome =
				told(before) ?? (await send(state === 'free' ? undefined : inDoubt(quoted, prepared)));
			const after = stateAfter(state, outcome);
			// What is in doubt and stays so is in the store as it has to be.
			if (state === 'in doubt' && after === 'in doubt') return { outcome, isStored: true };
			return { outcome, isStored: await entry.settle(after) };
		} finally {
			underWay.delete(id);
			ended();
		}
	};
	return { kind: 'kept', once };
}

/** Of what is sent, for the account apart. */
const fingerprintOf = ({ request: { method, path, body } }: Prepared) =>
	createHash('sha256')
		.update(JSON.stringify([method, path, body]))
		.digest('hex');

function stateAfter(before: State, outcome: Outcome | undefined): State {
	if (outcome?.kind === 'done') return 'done';
	return outcome?.kind === 'unknown' ? 'in doubt' : before;
}

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
