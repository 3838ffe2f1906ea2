/** What n8n's editor tells of a node before it runs, asked as the editor asks. */
import {
	NodeHelpers,
	Workflow,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import { clientPoint } from '../../dev/workflow';
import { operations } from '../../nodes/ClientPoint/actions';
import { builtPackage } from '../support/clientPoint';

describe('before a run', () => {
	/** As the editor asks: without an item. */
	async function asked(parameters: INodeParameters) {
		const loader = await builtPackage();
		const type = loader.getNode('clientPoint').type as INodeType;
		const workflow = new Workflow({
			nodes: [],
			connections: {},
			active: false,
			nodeTypes: { getByNameAndVersion: () => type } as never,
		});
		await workflow.expression.acquireIsolate();
		const stored = clientPoint('ClientPoint', { parameters });
		workflow.setNodes([stored]);
		const { subtitle, hints = [] } = type.description;
		const evaluate = (expression: string) =>
			workflow.expression.getSimpleParameterValue(stored, expression, 'internal', {});
		return {
			subtitle: evaluate(String(subtitle)),
			hints: hints
				.filter((hint) => {
					const isShown = evaluate(String(hint.displayCondition));
					expect([hint.message, typeof isShown]).toEqual([hint.message, 'boolean']);
					return isShown;
				})
				.map(({ message }) => message.split(':')[0]),
		};
	}
	const PREVIEW = 'Preview Only is on';
	const BY_ITEM = 'Preview Only is an expression';
	const MAIL = 'Send Recipient Mail is on';
	const expression = '={{ $json.dry }}';
	const mail = { send_recipient_mail: true };

	it.each<[INodeParameters, string, string[]]>([
		[{}, 'Create ClientPoint', []],
		[{ options: {} }, 'Create ClientPoint', []],
		[{ options: { previewOnly: false } }, 'Create ClientPoint', []],
		[{ options: { previewOnly: true } }, 'preview: Create ClientPoint', [PREVIEW]],
		[{ options: { previewOnly: expression } }, 'preview by item: Create ClientPoint', [BY_ITEM]],
		[{ additionalFields: mail }, 'Create ClientPoint', [MAIL]],
		[{ additionalFields: { send_recipient_mail: expression } }, 'Create ClientPoint', [MAIL]],
		[{ additionalFields: { send_recipient_mail: false } }, 'Create ClientPoint', []],
		[{ operation: 'update', updateFields: mail }, 'Update ClientPoint', [MAIL]],
		[
			{ additionalFields: mail, options: { previewOnly: true } },
			'preview: Create ClientPoint',
			[PREVIEW],
		],
		[
			{ additionalFields: mail, options: { previewOnly: expression } },
			'preview by item: Create ClientPoint',
			[BY_ITEM, MAIL],
		],
	])('%j', async (parameters, subtitle, hints) => {
		expect(await asked(parameters)).toEqual({ subtitle, hints });
	});

	it.each(operations)('$resource > $value has words for the canvas', async (operation) => {
		const { resource, value, action } = operation;
		const { subtitle } = await asked({ resource, operation: value });
		expect(subtitle).toBe(action);
	});
});

describe('as the tool of an agent', () => {
	async function optionsFor(name: string) {
		const loader = await builtPackage();
		const { description } = loader.getNode('clientPoint').type as INodeType;
		const stored = clientPoint('ClientPoint', {
			parameters: { options: { previewOnly: true, resendUnknown: true } },
		});
		const shown = description.properties.filter(
			(property) =>
				property.name === 'options' &&
				NodeHelpers.displayParameter(stored.parameters, property, stored, { ...description, name }),
		);
		const kept = NodeHelpers.getNodeParameters(
			description.properties,
			stored.parameters,
			true,
			false,
			stored,
			{ ...description, name },
		);
		return { shown, kept: kept?.options };
	}

	it('shows one option, which only its author can set', async () => {
		const { shown } = await optionsFor('clientPointTool');
		const all = shown.flatMap((property) => withInner([property]));
		expect(all.map(({ name, noDataExpression }) => [name, noDataExpression])).toEqual([
			['options', true],
			['previewOnly', true],
		]);
	});

	it('keeps that option alone, and a node all of them', async () => {
		expect((await optionsFor('clientPointTool')).kept).toEqual({ previewOnly: true });
		expect((await optionsFor('clientPoint')).kept).toEqual({
			previewOnly: true,
			resendUnknown: true,
		});
	});
});

const withInner = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => ('type' in option ? withInner([option]) : [])),
	]);
