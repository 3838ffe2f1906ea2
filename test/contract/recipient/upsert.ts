import { details } from '../clientPointFields';
import type { ContractExample } from '../contract';

const recipient = {
	first_name: 'John',
	last_name: 'Doe',
	primary: true,
	...details,
};

export const example: ContractExample = {
	form: {
		clientpoint_id: {
			__rl: true,
			mode: 'link',
			value: 'https://login.clientpoint.net/v/1234567/AB12CD',
		},
		email: 'john.doe@clientpoint.net',
		additionalFields: {
			...recipient,
			furtherFields: '{"fax":"+1 555 0102"}',
			send_recipient_mail: false,
		},
	},
	request: {
		method: 'POST',
		path: '/v4/recipient/add',
		host: 'api',
		effect: 'changes',
		body: {
			clientpoint_id: 1234567,
			recipient: { email: 'john.doe@clientpoint.net', fax: '+1 555 0102', ...recipient },
			send_recipient_mail: false,
		},
	},
	required: ['ClientPoint ID', 'Email'],
	least: {
		form: { clientpoint_id: 1234567, email: 'john.doe@clientpoint.net' },
		body: { clientpoint_id: 1234567, recipient: { email: 'john.doe@clientpoint.net' } },
	},
	about: 'john.doe@clientpoint.net',
	past: 'Created or updated',
	inDoubt:
		'john.doe@clientpoint.net may have been added to ClientPoint 1234567, or updated there. Look at its recipients before you run this again.',
	known: { clientpoint_id: 1234567, clientpoint_url: null },
};
