import { base, body, collection, form } from '../clientPointFields';
import type { ContractExample } from '../contract';

/** The example body of ClientPoint's documentation, and the form filled in so that it results. */
export const example: ContractExample = {
	form: { ...base, ...form, additionalFields: collection },
	request: {
		method: 'POST',
		path: '/v4/clientpoint/create',
		host: 'api',
		effect: 'creates',
		body,
	},
	required: ['Name', 'Revenue', 'Assigned To'],
	least: { form: base, body: base },
	about: 'ABC Company',
	past: 'Created',
	inDoubt:
		'The ClientPoint may have been created. Search ClientPoint for "ABC Company" before you run this again, or there may be two.',
	known: { clientpoint_id: null, clientpoint_url: null },
};
