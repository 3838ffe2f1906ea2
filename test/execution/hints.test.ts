/** What n8n's editor shows beside the output of a run. */
import { ExecuteContext } from 'n8n-core';
import type { INode } from 'n8n-workflow';
import { REQUIRED, runNode } from '../support/clientPoint';
import { companies } from '../support/companies';
import { hintsOf, shown } from '../support/hints';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const items = companies(5);

describe('after a run', () => {
	const parameters = { ...REQUIRED, name: '={{ $json.company }}' };
	const withFailures = async (onError: INode['onError']) => {
		sandbox.answer((_, { body }) => {
			if (body.name === 'Company 1') return { status: 422, body: {} };
			if (body.name === 'Company 2') return { status: 500, body: {} };
			return undefined;
		});
		return await runNode(sandbox, { parameters, items, settings: { onError } });
	};

	it.each<[INode['onError'], string]>([
		[
			'continueErrorOutput',
			'3 created, 1 refused, 1 not known (look in ClientPoint first): see the error output',
		],
		[
			'continueRegularOutput',
			'3 created, 1 refused, 1 not known (look in ClientPoint first): see their error column',
		],
	])('under %s tells how many failed, and how', async (onError, message) => {
		expect(hintsOf(await withFailures(onError))).toEqual(shown(message));
	});

	it('tells when none is done', async () => {
		const run = await runNode(sandbox, {
			parameters,
			items,
			settings: { onError: 'continueErrorOutput' },
			credentials: { baseUrl: 'http://api.clientpoint.net' },
		});
		expect(hintsOf(run)).toEqual(shown('None created, 5 refused: see the error output'));
	});

	it.each<[INode['onError']]>([['stopWorkflow'], ['continueErrorOutput']])(
		'under %s is silent when all went well',
		async (onError) => {
			expect(hintsOf(await runNode(sandbox, { parameters, items, settings: { onError } }))).toEqual(
				[],
			);
		},
	);

	it('does without hints where n8n is too old for them', async () => {
		const add = ExecuteContext.prototype.addExecutionHints;
		Reflect.deleteProperty(ExecuteContext.prototype, 'addExecutionHints');
		try {
			const { done, failed } = await withFailures('continueErrorOutput');
			expect([done.length, failed.length]).toEqual([3, 2]);
		} finally {
			ExecuteContext.prototype.addExecutionHints = add;
		}
	});
});
