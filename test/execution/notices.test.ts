/** What n8n's editor tells of a node before it runs, asked as the editor asks. */
import { NodeHelpers, Workflow, type INodeParameters, type INodeType } from 'n8n-workflow';
import { clientPoint } from '../../dev/workflow';
import { toolOptionsProperty } from '../../nodes/ClientPoint/execution/toolOptions';
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
});

it('the tool of an agent keeps one option, which only its author can set, and a node all', async () => {
	const { description } = (await builtPackage()).getNode('clientPoint').type as INodeType;
	const stored = clientPoint('ClientPoint', {
		parameters: { options: { previewOnly: true, resendUnknown: true } },
	});
	const { properties } = description;
	const kept = (name: string) => {
		const shownAs = { ...description, name };
		const { parameters } = stored;
		return NodeHelpers.getNodeParameters(properties, parameters, true, false, stored, shownAs)
			?.options;
	};
	expect(kept('clientPointTool')).toEqual({ previewOnly: true });
	expect(kept('clientPoint')).toEqual({ previewOnly: true, resendUnknown: true });
	expect(toolOptionsProperty).toMatchObject({
		noDataExpression: true,
		options: [{ name: 'previewOnly', noDataExpression: true }],
	});
});
