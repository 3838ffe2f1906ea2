import { body, collection, form, required } from './clientPointFields';
import type { ContractExample } from './contract';

/** The example body of ClientPoint's documentation, and the form filled in so that it results. */
export const create: ContractExample = {
	form: { ...form, additionalFields: collection },
	request: {
		method: 'POST',
		path: '/v4/clientpoint/create',
		host: 'api',
		effect: 'creates',
		body,
	},
	required,
};
