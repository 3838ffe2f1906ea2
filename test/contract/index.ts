import { create } from './create';
import type { ContractExample } from './contract';

/** By `resource.operation`; every operation of the node has one. */
export const examples: Record<string, ContractExample> = {
	'clientPoint.create': create,
};
