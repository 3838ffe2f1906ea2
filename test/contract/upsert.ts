import type { ContractExample } from './contract';

const recipient = {
	first_name: 'John',
	last_name: 'Doe',
	email: 'john.doe@clientpoint.net',
	primary: true,
	account: 'ABC Company',
	address_line_1: '1 Main Street',
	city: 'Boston',
	country: 'USA',
	mobile: '+1 555 0100',
	phone_number: '+1 555 0101',
	prefix: 'Mr.',
	state: 'MA',
	title: 'Buyer',
	zip: '02101',
};

export const upsert: ContractExample = {
	form: {
		clientpoint_id: '1234567',
		recipient: { ...recipient, furtherFields: '{"fax":"+1 555 0102"}' },
		additionalFields: { send_recipient_mail: false },
	},
	request: {
		method: 'POST',
		path: '/v4/recipient/add',
		body: {
			clientpoint_id: 1234567,
			recipient: { fax: '+1 555 0102', ...recipient },
			send_recipient_mail: false,
		},
	},
	required: ['ClientPoint ID', 'Recipient'],
};
