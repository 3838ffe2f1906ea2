/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** Prints how the controller does against each model API: npm run simulate [requests] [seed] */
import { createConcurrency } from '../../nodes/ClientPoint/execution/pace/concurrency';
import { models } from './models';
import { bestFixed, fixed, simulate } from './simulate';

const MAX = 50;
const [requests = 1000, seed = 1] = process.argv.slice(2).map(Number);
const options = { requests, seed };

for (const [name, model] of Object.entries(models)) {
	const best = bestFixed(model, MAX, options);
	console.log(`${name}: best fixed number ${best.limit}, ${(best.time / 1000).toFixed(1)} s`);
	const policies = { 'fixed 5': fixed(5), 'fixed 50': fixed(MAX), found: createConcurrency(MAX) };
	for (const [policy, controller] of Object.entries(policies)) {
		const { time, pauses, unknown, most } = simulate(model, controller, options);
		const ratio = (time / best.time).toFixed(2).padStart(6);
		console.log(
			`   ${policy.padEnd(9)} ${ratio}   pauses ${pauses}   unknown ${unknown}   most ${most}`,
		);
	}
}
