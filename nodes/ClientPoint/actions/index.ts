import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import type { Operation } from '../operation';
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
	const [{ value: first }] = ofResource;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: ofResource.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: first,
	};
}

/** Both dropdowns, then each operation's form, shown only for that operation. */
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
	...operations.flatMap(({ resource, value, properties: form }) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [value] } }, form),
	),
];

/** The operation that a saved workflow names, or `undefined` when this version does not have it. */
export const findOperation = (resource: unknown, value: unknown): Operation | undefined =>
	operations.find((known) => known.resource === resource && known.value === value);
