/** A webhook's leads, each an execution of its own, and what became of them. */
import type { Sandbox } from '../../../dev/sandbox/server';
import { clientPoint, webhook, workflow } from '../../../dev/workflow';
import { post, type Answer } from './post';

export const WEBHOOK_PATH = 'each-lead';

export const WORKFLOW = workflow(WEBHOOK_PATH, [
	webhook('Lead received', WEBHOOK_PATH),
	clientPoint('Create ClientPoint', {
		parameters: {
			name: '={{ $json.body.company }}',
			revenue: '={{ $json.body.budget }}',
			assigned_to: 'rep@yourcompany.com',
			// So that the sandbox learns which execution, hence which worker, it hears from.
			additionalFields: { data: '={{ { execution: $execution.id } }}' },
		},
	}),
]);

export interface Batch {
	names: string[];
	/** Answers so far. */
	answers: Map<string, Answer>;
	/** Settles once each post is answered or given up. */
	all: Promise<unknown>;
}

/** Posts leads at once; the workflow answers each when its ClientPoint is created. */
export function postLeads(url: string, batch: string, count: number): Batch {
	const names = Array.from({ length: count }, (_, number) => `${batch} ${number + 1}`);
	const answers = new Map<string, Answer>();
	const all = Promise.all(
		names.map(async (company) => {
			answers.set(company, await post(`${url}/webhook/${WEBHOOK_PATH}`, { company, budget: 500 }));
		}),
	);
	return { names, answers, all };
}

export const createdNames = ({ created }: Sandbox) => created.map(({ body }) => String(body.name));

/** The execution that each ClientPoint says it comes from. */
export const createdBy = ({ created }: Sandbox) =>
	created.map(({ body }) => String((body.data as { execution: unknown }).execution));

/** How often each value is there. */
export function tally(values: Iterable<string | number>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}
