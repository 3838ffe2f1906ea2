/** What the forms say to whoever fills them in, and that an untouched one says nothing to ClientPoint. */
import type { INodeProperties } from 'n8n-workflow';
import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { operations, properties as nodeForm } from '../../nodes/ClientPoint/actions';
import { optionsProperty } from '../../nodes/ClientPoint/execution/options';
import { recipientMembers } from '../../nodes/ClientPoint/actions/shared/recipientFields';
import { properties as triggerForm } from '../../nodes/ClientPointTrigger/form';
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named } from '../support/prepare';

const credentialForm = new ClientPointApi().properties;

/** Every field that the two nodes and the credential show, by its path, once. */
const all = new Map(
	[...nodeForm, ...triggerForm, ...credentialForm].flatMap((property) =>
		fieldsOf([property]).map((field) => [field.path, field.property]),
	),
);

const isTyped = ({ type, default: value, typeOptions }: INodeProperties) =>
	['string', 'number'].includes(type) && value === '' && !typeOptions?.password;

it.each([...all].filter(([, property]) => isTyped(property)))(
	'%s, which is typed in, shows an example',
	(_, { placeholder }) => expect(placeholder).toMatch(/^e\.g\. \S/),
);

/** Every property, those that hold others too. */
const withInner = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) =>
			'values' in option
				? withInner(option.values)
				: 'displayName' in option
					? withInner([option])
					: [],
		),
	]);

/** What n8n can show for a value of this kind. */
const SHOWN_AS: Record<string, string[]> = {
	// A number without one yet is a text.
	string: ['string', 'number', 'dateTime', 'options', 'json', 'notice'],
	number: ['number'],
	boolean: ['boolean'],
	object: ['collection', 'fixedCollection', 'multiOptions', 'resourceLocator'],
};

it.each(withInner([...nodeForm, ...triggerForm, ...credentialForm]))(
	'$displayName ($name) is shown as what it holds',
	({ displayName, name, type, default: value, options = [] }) => {
		expect(SHOWN_AS[typeof value]).toContain(type);
		expect([displayName, name]).toEqual([
			expect.stringMatching(/\S/),
			expect.stringMatching(/^\w+$/),
		]);
		expect(options.length > 0).toBe(/options|collection/i.test(type));
	},
);

describe('hints, which are always seen', () => {
	const known = recipientMembers.map(({ name }) => `<code>${name}</code>`).join(', ');

	it.each([
		[
			'apiKey',
			'In ClientPoint, as an administrator: Settings > Integration > ClientPoint API Keys',
		],
		['revenue', 'Must be filled in; write 0 for no revenue'],
		['recipientsJson', `Known keys: ${known}`],
		['customFieldsJson', 'Keys: <code>tag</code>, <code>value</code>'],
		['custom_fields.values.0.value', 'Left empty, it clears the custom field'],
		['triggerOn', 'so one that is won may come more than once'],
		['webhookSecret', 'at least 32 letters and digits'],
	])('%s: %s', (path, hint) => expect(all.get(path)?.hint).toContain(hint));
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

	it.each([
		['recipientsJson', 'recipients', '"email": ""', '"email": "a@b.example"', 'email'],
		['customFieldsJson', 'custom_fields', '"tag": ""', '"tag": "location"', 'tag'],
	])('%s: once filled in, it is sent as %s', (list, name, blank, filledIn, key) => {
		const [[operation, { prepare }]] = lists;
		const { request } = prepare({
			...examples[operation].form,
			specifyRecipients: 'json',
			specifyCustomFields: 'json',
			[list]: untouched(list).replace(blank, filledIn),
		});
		expect(request.body).toHaveProperty([name, 0, key]);
	});
});

describe('an action', () => {
	it.each(operations)('$action tells a person and a model what a ClientPoint is', (operation) => {
		const { value, action, description } = operation;
		// n8n tells a model this, and "in ClientPoint" behind it.
		expect(action).toMatch(/ ClientPoint \(proposal or deal room\)$/);
		expect(action).not.toMatch(/\b(an?|the)\b/);
		// n8n's lint has words of its own for an upsert.
		const words = value === 'upsert' ? '(upsert)' : 'a ClientPoint (a client-facing proposal';
		expect(description).toContain(words);
	});
});

it('an expiration date has no time of day', () => {
	expect(all.get('additionalFields.expiration_date')?.typeOptions).toEqual({ dateOnly: true });
});

/** The types of properties that n8n's editor knows, with what their defaults are. */
const DEFAULTS: Record<string, string[]> = {
	string: ['string'],
	dateTime: ['string'],
	json: ['string'],
	options: ['string'],
	// Blank, it is an empty text.
	number: ['number', 'string'],
	boolean: ['boolean'],
	multiOptions: ['object'],
	collection: ['object'],
	fixedCollection: ['object'],
	resourceLocator: ['object'],
	notice: ['string'],
};

/** Every property of both nodes and the credential, whatever it stands in. */
const within = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values.flatMap(within);
		return 'type' in option ? within(option) : [];
	}),
];

const everyProperty = [...nodeForm, optionsProperty, ...triggerForm, ...credentialForm].flatMap(
	within,
);

it.each(
	everyProperty.map(({ name, type, displayName, default: byDefault }) => ({
		name,
		type,
		displayName,
		byDefault,
	})),
)(
	'$name has a label, a type that the editor knows, and a fit default',
	({ displayName, type, byDefault }) => {
		expect(displayName).toMatch(/^[A-Z]/);
		expect(DEFAULTS[type]).toContain(typeof byDefault);
	},
);

/** What a property offers, by what is shown of it. */
const offered = ({ options = [], modes = [] }: INodeProperties) => [
	...options.map((option) => ('value' in option ? option.name : option.displayName)),
	...modes.map(({ displayName }) => displayName),
];

it.each(everyProperty.filter((property) => offered(property).length > 0))(
	'whatever $name offers has a label',
	(property) => {
		for (const label of offered(property)) expect(label).toMatch(/^\w/);
		expect(new Set(offered(property)).size).toBe(offered(property).length);
	},
);
