import { operations } from '../../nodes/ClientPoint/actions';
import type { ContractExample } from './contract';

const exampleOf = (resource: string, operation: string): ContractExample =>
	jest.requireActual(`./${resource}/${operation}`).example;

/** By `resource.operation`: each from its file here, named as the operation's file in `actions/`. */
export const examples: Record<string, ContractExample> = Object.fromEntries(
	operations.map(({ resource, value }) => [`${resource}.${value}`, exampleOf(resource, value)]),
);
