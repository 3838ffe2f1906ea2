import type { INode } from 'n8n-workflow';
import { clientPoint, splitOut, webhook, workflow } from '../../../dev/workflow';

/** A webhook's leads, all of one execution, into a ClientPoint node with these settings. */
export const leadsWorkflow = (path: string, { parameters, ...settings }: Partial<INode>) =>
	workflow(path, [
		webhook('Webhook', path, { responseData: 'allEntries' }),
		splitOut('Leads', 'body.leads'),
		clientPoint('ClientPoint', {
			parameters: {
				name: '={{ $json.company }}',
				revenue: 1,
				assigned_to: 'rep@yourcompany.com',
				...parameters,
			},
			...settings,
		}),
	]);

/** Sends one request after another, so that it is certain what was sent before a failure. */
export const ONE_AT_A_TIME = { maxConcurrency: 1 };
