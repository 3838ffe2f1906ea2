import { body, collection, form, required } from './clientPointFields';
import type { ContractExample } from './contract';

/** What Create takes too, with what the newer documentation adds for an update. */
export const update: ContractExample = {
	form: {
		clientpoint_id: { __rl: true, mode: 'id', value: ' 1234567 ' },
		...form,
		updateFields: { ...collection, auto_process: true, status: 'eBrochure' },
	},
	request: {
		method: 'PUT',
		path: '/v4/clientpoint/update/1234567',
		host: 'api',
		effect: 'changes',
		body: { ...body, auto_process: true, status: 'eBrochure' },
	},
	required: ['ClientPoint ID', ...required],
};
