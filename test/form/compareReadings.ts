/** The fast reading beside n8n's own, in n8n's engine. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { create } from '../../nodes/ClientPoint/actions/clientPoint/create';
import { createFastReader } from '../../nodes/ClientPoint/form/fastRead';
import {
	createFormReader,
	readParameters,
	type ParameterReader,
} from '../../nodes/ClientPoint/form/read';
import { runNode } from '../support/clientPoint';
import { insideExecute, type Inside } from '../support/insideExecute';

/** What reading one item gave, either way. */
type Reading = { values: unknown } | { error: string; parameter: unknown };

interface Comparison {
	own: Reading[];
	fast: Reading[];
	/** How many expressions n8n read one by one for the fast reading, over all items. */
	ownReads: number;
	/** What the fast reading had n8n's isolate evaluate, over all items. */
	evaluations: string[];
}

function attempt(read: () => unknown): Reading {
	try {
		return { values: read() };
	} catch (error) {
		const { context } = Object(error);
		return { error: String(error), parameter: Object(context).parameter };
	}
}

/**
 * Reads a form for all items in n8n's engine, by n8n's own reading and by the fast one; `rewrite` is
 * what n8n evaluates for the fast one in place of what it was given.
 */
export async function compare(
	parameters: INodeParameters,
	items: IDataObject[],
	rewrite = (expression: string) => expression,
): Promise<Comparison> {
	let comparison: Comparison | undefined;
	const readBothWays: Inside = async (context) => {
		const readAll = (parameters: ParameterReader): Reading[] => {
			const read = createFormReader(context, create.properties, parameters);
			return items.map((_, index) => attempt(() => read(index)));
		};
		const own = readAll(readParameters(context));
		const getNodeParameter = jest.spyOn(context, 'getNodeParameter');
		const evaluate = context.evaluateExpression.bind(context);
		const evaluateExpression = jest
			.spyOn(context, 'evaluateExpression')
			.mockImplementation((expression, index) => evaluate(rewrite(expression), index));
		const fast = readAll(createFastReader(context, readParameters(context)));
		comparison = {
			own,
			fast,
			ownReads: getNodeParameter.mock.calls.length,
			evaluations: evaluateExpression.mock.calls.map(([expression]) => expression),
		};
		getNodeParameter.mockRestore();
		evaluateExpression.mockRestore();
		return [[]];
	};
	const { error } = await insideExecute(readBothWays, () =>
		runNode({ url: 'http://127.0.0.1:1' }, { parameters, items }),
	);
	if (error || !comparison) throw new Error(`the run failed: ${error?.message}`);
	return comparison;
}
