/** A webhook's leads, each an execution of its own, and what became of them. */
import type { Sandbox } from '../../../dev/sandbox/server';
import { clientPoint, webhook, workflow } from '../../../dev/workflow';

export const WEBHOOK_PATH = 'lead';

export const WORKFLOW = workflow('leadToClientPoint', [
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

export interface Answer {
	/** 0 where the connection broke or no answer came. */
	status: number;
	text: string;
}

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
			const answer = await post(`${url}/webhook/${WEBHOOK_PATH}`, { company, budget: 500 }).catch(
				(error) => ({ status: 0, text: String(error) }),
			);
			answers.set(company, answer);
		}),
	);
	return { names, answers, all };
}

async function post(url: string, lead: object): Promise<Answer> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(lead),
		signal: AbortSignal.timeout(150_000),
	});
	return { status: response.status, text: await response.text() };
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
