import type { IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../../form/quote';
import type { Operation } from '../../operation';
import type { Redactor } from '../../transport/redaction';
import { asError } from '../../untyped';
import { LOOK_FIRST, refusal, type Failure, type Outcome } from '../outcome/outcome';
import { createEntry, type State } from './keyEntry';
import { hasKeyStore, openKeyStore } from './keyStore';

/** Whether idempotency keys are heeded. */
export type Keys =
	| { kind: 'kept'; once: Once }
	/** n8n would keep the keys of a trial for production. */
	| { kind: 'by hand' }
	/** An n8n that keeps no keys. */
	| { kind: 'missing' };

/** Has an item sent unless its key says that it was or, but for `resendsUnknown`, that it may have been. */
export type Once = (key: string, resendsUnknown: boolean, send: Send) => Promise<Kept>;

/** Sends the item, and gives what stands for it; `undefined` where it was not sent after all. */
export type Send = (doubt: Failure | undefined) => Promise<Outcome | undefined>;

export interface Kept {
	outcome: Outcome | undefined;
	/** Whether what became of the item is stored; otherwise its key stays in doubt. */
	isStored: boolean;
}

/** By key: what the item that is under way with it in this process comes to. */
const underWay = new Map<string, Promise<State>>();

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

	const once: Once = async (key, resendsUnknown, send) => {
		const name = `${resource}.${value} ${key}`;
		const id = JSON.stringify([...node, name]);
		const quoted = redact.text(quote(key));
		/** What a key's state tells of an item that is not sent for it. */
		const told = (state: State) => {
			if (state === 'done') return sentBefore(redact.text(key));
			return state === 'in doubt' && !resendsUnknown ? inDoubt(quoted) : undefined;
		};

		for (let other = underWay.get(id); other; other = underWay.get(id)) {
			const outcome = told(await other);
			if (outcome) return { outcome, isStored: true };
		}
		let tell: (state: State) => void = () => {};
		underWay.set(id, new Promise((resolve) => (tell = resolve)));
		let state: State = 'in doubt';
		try {
			const entry = createEntry(store, name);
			const before = await entry.claim().catch(asError);
			if (before instanceof Error) {
				state = 'free';
				return { outcome: notKept(quoted, redact.text(before.message)), isStored: true };
			}
			const outcome = told(before) ?? (await send(before === 'free' ? undefined : inDoubt(quoted)));
			state = stateAfter(before, outcome);
			// What is in doubt and stays so is in the store as it has to be.
			if (before === 'in doubt' && state === 'in doubt') return { outcome, isStored: true };
			return { outcome, isStored: await entry.settle(state) };
		} finally {
			underWay.delete(id);
			tell(state);
		}
	};
	return { kind: 'kept', once };
}

function stateAfter(before: State, outcome: Outcome | undefined): State {
	if (outcome?.kind === 'done') return 'done';
	return outcome?.kind === 'unknown' ? 'in doubt' : before;
}

const sentBefore = (idempotencyKey: string): Outcome => ({
	kind: 'done',
	json: { alreadySent: true, idempotencyKey },
	isSentBefore: true,
});

const inDoubt = (key: string): Failure => ({
	kind: 'unknown',
	message: `The idempotency key ${key} was used before, and whether that item was carried out is not known`,
	description: `${LOOK_FIRST} If it is not there, send it with another key, or with Resend When Outcome Is Unknown.`,
});

const notKept = (key: string, reason: string) =>
	refusal(`n8n could not store the idempotency key ${key}, so nothing was sent: ${reason}`);
