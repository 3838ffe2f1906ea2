import type { ContractExample } from './contract';

/** The example body of ClientPoint's documentation, and the form filled in so that it results. */
export const create: ContractExample = {
	form: {
		name: 'ABC Company',
		revenue: 500.5,
		assigned_to: 'representative.active@yourcompany.com',
		specifyRecipients: 'fields',
		recipients: {
			values: [
				{
					first_name: 'John',
					last_name: 'Doe',
					email: 'john.doe@clientpoint.net',
					primary: true,
					additionalFields: {
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
					},
				},
			],
		},
		recipientsJson: '[]',
		specifyCustomFields: 'fields',
		custom_fields: {
			values: [
				{ tag: 'location', value: 'Test location' },
				{ tag: 'pZyqqGQr', value: 'Test Value' },
				{ tag: 'Estimator', value: 'Test Estimator' },
			],
		},
		customFieldsJson: '[]',
		additionalFields: {
			data: '{"xyz":"any value"}',
			division: 'North America',
			expiration_date: '2024-06-15T00:00:00',
			file_ids: '9173927, 8102380',
			send_recipient_mail: false,
			template_id: '567834, 673498',
			test_mode: true,
		},
	},
	request: {
		method: 'POST',
		path: '/v4/clientpoint/create',
		body: {
			name: 'ABC Company',
			revenue: 500.5,
			assigned_to: 'representative.active@yourcompany.com',
			division: 'North America',
			expiration_date: '2024-06-15',
			test_mode: true,
			file_ids: [9173927, 8102380],
			template_id: [567834, 673498],
			send_recipient_mail: false,
			custom_fields: [
				{ tag: 'location', value: 'Test location' },
				{ tag: 'pZyqqGQr', value: 'Test Value' },
				{ tag: 'Estimator', value: 'Test Estimator' },
			],
			recipients: [
				{
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
				},
			],
			data: { xyz: 'any value' },
		},
	},
	required: ['Name', 'Revenue', 'Assigned To'],
};
