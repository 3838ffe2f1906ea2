import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { findOperation, operations, properties } from './actions';
import { optionsProperty } from './execution/options';
import { executeOperation } from './execution/run';
import { toolOptionsProperty } from './execution/toolOptions';
import { hintsOf, subtitleOf } from './notices';
import { testClientPointApi } from './transport/credentialTest';

/**
 * Programmatic, although n8n's docs prefer declarative nodes: declarative routing sends all items
 * at once, cannot check them first, and gives its error items no link to their input.
 */
export class ClientPoint implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ClientPoint',
		name: 'clientPoint',
		icon: { light: 'file:clientpoint.svg', dark: 'file:clientpoint.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(operations),
		description: 'Create and update client-facing proposals and deal rooms in ClientPoint',
		defaults: { name: 'ClientPoint' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'clientPointApi', required: true, testedBy: 'testClientPointApi' }],
		hints: hintsOf(operations),
		properties: [...properties, optionsProperty, toolOptionsProperty],
	};

	methods = { credentialTest: { testClientPointApi } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const value = this.getNodeParameter('operation', 0);
		const operation = findOperation(resource, value);
		if (!operation) {
			throw new NodeOperationError(
				this.getNode(),
				`This version of the ClientPoint node has no operation "${value}" for "${resource}"; update the package`,
			);
		}
		return await executeOperation(this, operation);
	}
}
