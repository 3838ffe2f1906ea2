/** What the forms say to whoever fills them in, and that an untouched one says nothing to ClientPoint. */
import type { INodeProperties } from 'n8n-workflow';
import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { properties as nodeForm } from '../../nodes/ClientPoint/actions';
import { properties as triggerForm } from '../../nodes/ClientPointTrigger/form';
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named } from '../support/prepare';

/** Every field that the two nodes and the credential show, by its path, once. */
const all = new Map(
	[...nodeForm, ...triggerForm, ...new ClientPointApi().properties].flatMap((property) =>
		fieldsOf([property]).map((field) => [field.path, field.property]),
	),
);

const isTyped = ({ type, default: value, typeOptions }: INodeProperties) =>
	['string', 'number'].includes(type) && value === '' && !typeOptions?.password;

it('whatever is typed in shows an example', () => {
	for (const [path, property] of all) {
		if (!isTyped(property)) continue;
		expect([path, property.placeholder]).toEqual([path, expect.stringMatching(/^e\.g\. \S/)]);
	}
});

describe('a list as JSON opens with the shape of an entry', () => {
	const lists = named.filter(([, { properties }]) =>
		properties.some(({ name }) => name === 'recipientsJson'),
	);
	const untouched = (list: string) => String(all.get(list)?.default);

	it.each(lists)('%s sends nothing of it, and mails nobody', (name, operation) => {
		const { recipients, custom_fields, ...others } = examples[name].form;
		expect([recipients, custom_fields]).not.toContain(undefined);
		const { request } = operation.prepare({
			...others,
			specifyRecipients: 'json',
			recipientsJson: untouched('recipientsJson'),
			specifyCustomFields: 'json',
			customFieldsJson: untouched('customFieldsJson'),
		});
		expect(request.body).not.toHaveProperty('recipients');
		expect(request.body).not.toHaveProperty('custom_fields');
	});

	it('is sent once it is filled in', () => {
		const [[name, operation]] = lists;
		const { request } = operation.prepare({
			...examples[name].form,
			specifyRecipients: 'json',
			recipientsJson: untouched('recipientsJson').replace('"email": ""', '"email": "a@b.example"'),
			specifyCustomFields: 'json',
			customFieldsJson: untouched('customFieldsJson').replace('"tag": ""', '"tag": "location"'),
		});
		expect(request.body).toHaveProperty('recipients.0.email');
		expect(request.body).toHaveProperty('custom_fields.0.tag');
	});
});
