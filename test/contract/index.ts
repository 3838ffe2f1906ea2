import type { ContractExample } from './contract';
import { create } from './create';
import { getLink } from './getLink';
import { update } from './update';
import { upsert } from './upsert';

/** By `resource.operation`; every operation of the node has one. */
export const examples: Record<string, ContractExample> = {
	'clientPoint.create': create,
	'clientPoint.getLink': getLink,
	'clientPoint.update': update,
	'recipient.upsert': upsert,
};
