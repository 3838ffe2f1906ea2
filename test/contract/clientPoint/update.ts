import { base, body, collection, form } from '../clientPointFields';
import type { ContractExample } from '../contract';

/** What Create takes too, with what the newer documentation adds for an update. */
export const example: ContractExample = {
	form: {
		clientpoint_id: { __rl: true, mode: 'id', value: ' 1234567 ' },
		...form,
		status: 'eBrochure',
		updateFields: { ...base, ...collection, auto_process: true },
	},
	request: {
		method: 'PUT',
		path: '/v4/clientpoint/update/1234567',
		host: 'api',
		effect: 'changes',
		body: { ...body, auto_process: true, status: 'eBrochure' },
	},
	required: ['ClientPoint ID'],
	least: { form: { clientpoint_id: 1234567, status: 'won' }, body: { status: 'won' } },
	about: 'ClientPoint 1234567',
	past: 'Updated',
	inDoubt: 'ClientPoint 1234567 may have been updated. Look at it before you run this again.',
	known: { clientpoint_id: 1234567, clientpoint_url: null },
};
