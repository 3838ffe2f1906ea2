import type { ContractExample } from './contract';
import { create } from './create';

const { additionalFields, ...form } = create.form;

/** Create's example, with what the newer documentation adds for an update. */
export const update: ContractExample = {
	form: {
		clientpoint_id: ' 1234567 ',
		...form,
		updateFields: { ...Object(additionalFields), auto_process: true, status: 'eBrochure' },
	},
	request: {
		method: 'PUT',
		path: '/v4/clientpoint/update/1234567',
		body: {
			...('body' in create.request ? create.request.body : {}),
			auto_process: true,
			status: 'eBrochure',
		},
	},
	required: ['ClientPoint ID', ...create.required],
};
