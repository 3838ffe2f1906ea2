/** The controller under the name and the form that the simulation outside this repository asks for. */
import { createConcurrency, type Reply } from '../../nodes/ClientPoint/execution/pace/concurrency';

export function create(max = Infinity) {
	const concurrency = createConcurrency();
	return {
		get limit() {
			return Math.min(max, concurrency.limit);
		},
		settled: (kind: Reply['kind'], milliseconds: number, now: number) =>
			concurrency.settled({ kind, milliseconds }, now),
	};
}
