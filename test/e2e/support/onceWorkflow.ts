/** A webhook's leads go through ClientPoint with a key each. */
import { leadsWorkflow, ONE_AT_A_TIME } from './leadsWorkflow';
import { post } from './post';

export const ONCE_PATH = 'once';

export const ONCE_WORKFLOW = leadsWorkflow(ONCE_PATH, {
	parameters: { options: { idempotencyKey: '={{ $json.deal }}', ...ONE_AT_A_TIME } },
});

export interface Lead {
	company: string;
	deal: string;
}

/** Leads `A 1`, `A 2` …, each with a key of its own. */
export const leadsOf = (batch: string, count: number): Lead[] =>
	Array.from({ length: count }, (_, number) => ({
		company: `${batch} ${number + 1}`,
		deal: `${batch}-${number + 1}`,
	}));

/** Posts the leads as one execution; what came out, or `undefined` where it stopped or its n8n died. */
export async function postOnce(url: string, leads: Lead[]) {
	const { status, text } = await post(`${url}/webhook/${ONCE_PATH}`, { leads });
	if (status !== 200) return undefined;
	const items: Array<{ alreadySent?: boolean }> = JSON.parse(text);
	return items.map(({ alreadySent }) => (alreadySent ? 'already sent' : 'done'));
}

/** Whether n8n has registered the webhook, which it does some time after its start. */
export const isListening = async (url: string) =>
	![0, 404].includes((await post(`${url}/webhook/${ONCE_PATH}`, { leads: [] })).status);
