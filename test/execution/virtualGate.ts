/** Executions that go through the gate of an account, in virtual time. */
import { createVirtualClock } from '../../dev/simulation/clock';
import { createGates } from '../../nodes/ClientPoint/execution/pace/gate';
import { sendItems, type ItemReply } from '../../nodes/ClientPoint/execution/pace/items';

export type Answer = Partial<ItemReply>;

export interface Settings {
	max?: number;
	account?: string;
	/** By item and by how often it was sent before; otherwise done after 100 ms. */
	answer?: (item: number, resends: number) => Answer | undefined;
	/** Whether a cancellation ends what is under way. */
	isCutOff?: boolean;
}

export function virtualGate() {
	const clock = createVirtualClock(() => 0.5);
	const gateOf = createGates(clock);
	/** What was sent, and when. */
	const sent: string[] = [];
	const times: number[] = [];

	const execute = (name: string, count: number, settings: Settings = {}) => {
		const { max = 50, account = 'one', answer = () => undefined } = settings;
		const stop = new AbortController();
		const tries = new Map<number, number>();
		const state = { stop, underWay: 0, most: 0, hasEnded: false, kinds: [] as string[] };
		const items = Array.from({ length: count }, (_, item) => item);
		const gate = gateOf(account);
		void sendItems(items, { max, stop: stop.signal, gate }, async (item, settled) => {
			sent.push(`${name}${item}`);
			times.push(clock.now());
			state.underWay += 1;
			state.most = Math.max(state.most, state.underWay);
			const resends = tries.get(item) ?? 0;
			tries.set(item, resends + 1);
			const reply = { kind: 'done' as const, milliseconds: 100, ...answer(item, resends) };
			await clock.sleep(reply.milliseconds);
			state.underWay -= 1;
			const kind = settings.isCutOff && stop.signal.aborted ? 'unknown' : reply.kind;
			if (!settled({ ...reply, kind })) state.kinds.push(kind);
		}).then(() => (state.hasEnded = true));
		return state;
	};
	return { clock, gateOf, sent, times, execute };
}
