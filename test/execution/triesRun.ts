/** A node with Retry On Fail, whose items differ from try to try. */
import type { INode } from 'n8n-workflow';
import type { Sandbox } from '../../dev/sandbox/server';
import { REQUIRED, RETRY, runNode } from '../support/clientPoint';
import { insideExecute } from '../support/insideExecute';

/** What an item is like in one try: members of it that the parameters' expressions look at. */
export interface State {
	form?: 'fine' | 'throws' | 'invalid';
	resend?: boolean;
}

const parameters = {
	...REQUIRED,
	name: '={{ $itemIndex }}',
	revenue:
		'={{ $json.form === "throws" ? $("No such node").first().json.x : $json.form === "invalid" ? "much" : 500.5 }}',
};

/** Runs as many items, named by their numbers, as each try has states. */
export async function runTries(
	sandbox: Sandbox,
	tries: State[][],
	settings: Partial<INode> = {},
	maxConcurrency = 1,
) {
	let number = 0;
	return await insideExecute(
		async (context, execute) => {
			const states = tries[number];
			number += 1;
			context.getInputData().forEach(({ json }, item) => Object.assign(json, states[item]));
			return await execute(context);
		},
		() =>
			runNode(sandbox, {
				parameters: {
					...parameters,
					options: { maxConcurrency, resendUnknown: '={{ $json.resend ?? false }}' },
				},
				items: tries[0].map(() => ({})),
				settings: { ...RETRY, maxTries: tries.length, ...settings },
			}),
	);
}
