/**
 * What n8n and every saved workflow know this package by, but for the fields of operations, which the contract
 * lists. A change here breaks workflows that people have saved.
 */
import type { INodeProperties } from 'n8n-workflow';
import { ClientPointApi } from '../../credentials/ClientPointApi.credentials';
import { optionsProperty } from '../../nodes/ClientPoint/execution/options';
import { toolOptionsProperty } from '../../nodes/ClientPoint/execution/toolOptions';
import { ClientPoint } from '../../nodes/ClientPoint/ClientPoint.node';
import { ClientPointTrigger } from '../../nodes/ClientPointTrigger/ClientPointTrigger.node';
import { choicesOf, fieldsOf } from '../support/formFields';

const icon = { light: 'file:clientpoint.svg', dark: 'file:clientpoint.dark.svg' };
const access = { name: 'clientPointApi', required: true, testedBy: 'testClientPointApi' };

it('the node', () =>
	expect(new ClientPoint().description).toMatchObject({
		displayName: 'ClientPoint',
		name: 'clientPoint',
		icon,
		group: ['output'],
		version: 1,
		defaults: { name: 'ClientPoint' },
		usableAsTool: true,
		inputs: ['main'],
		outputs: ['main'],
		credentials: [access],
	}));

it('the trigger', () =>
	expect(new ClientPointTrigger().description).toMatchObject({
		displayName: 'ClientPoint Trigger',
		name: 'clientPointTrigger',
		icon,
		group: ['trigger'],
		version: 1,
		defaults: { name: 'ClientPoint Trigger' },
		inputs: [],
		outputs: ['main'],
		credentials: [{ ...access, displayOptions: { show: { authentication: ['urlSecret'] } } }],
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'webhook' }],
	}));

it('the credential', () =>
	expect(new ClientPointApi()).toMatchObject({
		name: 'clientPointApi',
		displayName: 'ClientPoint API',
		icon: {
			light: 'file:../nodes/ClientPoint/clientpoint.svg',
			dark: 'file:../nodes/ClientPoint/clientpoint.dark.svg',
		},
	}));

/** Each field's path, what it offers, and what stands there untouched. */
const stored = (properties: INodeProperties[]) =>
	fieldsOf(properties).map(({ path, property }) =>
		[path, property.default, ...choicesOf(property)].join(' '),
	);

it("the options of the node, and the trigger's and the credential's fields", () => {
	expect(stored([optionsProperty])).toEqual([
		'options.maxConcurrency 50',
		'options.idempotencyKey ',
		'options.previewOnly false',
		'options.resendUnknown false',
		'options.timeout 60',
	]);
	expect(stored([toolOptionsProperty])).toEqual(['options.previewOnly false']);
	expect(stored(new ClientPointTrigger().description.properties)).toEqual([
		'triggerOn any any archive lost pending sent signed trash viewed won',
		'authentication none none urlSecret',
		'simple true',
		'options.events ',
	]);
	expect(stored(new ClientPointApi().properties)).toEqual([
		'apiKey ',
		'baseUrl https://api.clientpoint.net',
		'accountUrl ',
		'webhookSecret ',
	]);
});
