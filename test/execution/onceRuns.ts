/** Executions whose items have idempotency keys, and what is told of them. */
import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../dev/sandbox/server';
import { REQUIRED, runNode, type NodeRun, type NodeRunOptions } from '../support/clientPoint';
import { hintsOf } from '../support/hints';
import { toldOf } from '../support/report';

export const items = ['A', 'B', 'C'].map((company) => ({ company, deal: `D-${company}` }));

export const withOptions = (options: INodeParameters = {}): INodeParameters => ({
	...REQUIRED,
	name: '={{ $json.company }}',
	options: { idempotencyKey: '={{ $json.deal }}', maxConcurrency: 1, ...options },
});

export type OnceRun = NodeRunOptions & { options?: INodeParameters };

/** One execution; under Continue where nothing else is said, so that each item is told of. */
export const runsIn =
	(sandbox: Sandbox) =>
	({ options, settings, ...more }: OnceRun = {}) =>
		runNode(sandbox, {
			parameters: withOptions(options),
			items,
			settings: { onError: 'continueRegularOutput', ...settings },
			...more,
		});

/** The names that were sent, in their order, as one word. */
export const sentTo = ({ received }: Sandbox) => received.map(({ body }) => body.name).join('');

/** How each item ended. */
export const told = (result: NodeRun, count = items.length) => toldOf(result, count).flat();

/** The words of the hints. */
export const hinted = (result: NodeRun) => (hintsOf(result) ?? []).map(({ message }) => message);
