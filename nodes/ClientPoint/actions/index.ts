import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import type { Operation } from '../run/operation';
import { optionsProperty } from '../run/options';
import { create } from './clientPoint/create';
import { getLink } from './clientPoint/getLink';
import { update } from './clientPoint/update';
import { upsert } from './recipient/upsert';

/** What the node can do. A new operation is a new file and one entry here. */
export const operations: Operation[] = [create, update, getLink, upsert];

/** The resources, in the order of the dropdown; an operation's `resource` is one of them. */
const resources: INodePropertyOptions[] = [
	{ name: 'ClientPoint', value: 'clientPoint' },
	{ name: 'Recipient', value: 'recipient' },
];

function operationDropdown(resource: string): INodeProperties {
	const ofResource = operations.filter((operation) => operation.resource === resource);
	const [{ operation: first }] = ofResource;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: ofResource.map(({ operation, name, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		})),
		default: first,
	};
}

/** The whole form: both dropdowns, then each operation's fields, shown only for that operation, then the options. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources,
		default: 'clientPoint',
	},
	...resources.map(({ value }) => operationDropdown(String(value))),
	...operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [operation.resource], operation: [operation.operation] } },
			operation.properties,
		),
	),
	optionsProperty,
];

/** The operation that a saved workflow names, or `undefined` when this version does not have it. */
export const findOperation = (resource: unknown, name: unknown): Operation | undefined =>
	operations.find((known) => known.resource === resource && known.operation === name);
