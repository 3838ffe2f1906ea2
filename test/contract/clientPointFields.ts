/** What is known of a recipient beside the name, the address and whether it is the primary one. */
export const details = {
	account: 'ACC-001122',
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

/** The fields that ClientPoint documents as required. */
export const base = {
	name: 'ABC Company',
	revenue: 500.5,
	assigned_to: 'representative.active@yourcompany.com',
};

/** What Create and Update have in common: ClientPoint's documented example, and the form that makes it. */
export const form = {
	specifyRecipients: 'fields',
	recipients: {
		values: [
			{
				first_name: 'John',
				last_name: 'Doe',
				email: 'john.doe@clientpoint.net',
				primary: true,
				additionalFields: details,
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
};

/** The same, of the form's collection. */
export const collection = {
	data: '{"xyz":"any value"}',
	division: 'North America',
	expiration_date: '2024-06-15',
	file_ids: '9173927, 8102380',
	send_recipient_mail: false,
	template_id: '567834, 673498',
	test_mode: true,
};

export const body = {
	...base,
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
			...details,
		},
	],
	data: { xyz: 'any value' },
};
