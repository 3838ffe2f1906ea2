import type { ContractExample } from '../contract';

/** The one call that was seen. */
export const example: ContractExample = {
	form: {
		clientpoint_id: 1234567,
		additionalFields: { personal_link_email: 'john.doe@clientpoint.net', type: 'view' },
	},
	request: {
		method: 'GET',
		path: '/v4/clientpoint/get-link/1234567',
		query: { type: 'view' },
		host: 'account',
		effect: 'reads',
	},
	required: ['ClientPoint ID'],
	least: { form: { clientpoint_id: 1234567 } },
	about: 'ClientPoint 1234567',
	past: 'Fetched',
	inDoubt: 'Nothing was changed, because this operation only reads. It is safe to try again.',
	known: null,
};
