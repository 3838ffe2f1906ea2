/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** How the gate does against model APIs, in virtual time: npm run simulate [items] [seeds] */
import { breaksAbove, models, rateLimited, workers } from './models';
import { bestFixed, simulate, type Arrival } from './simulate';

const [items = 1000, seeds = 10] = process.argv.slice(2).map(Number);
const row = (...cells: unknown[]) => console.log(`| ${cells.join(' | ')} |`);
const heading = (...cells: string[]) => {
	row(...cells);
	row(...cells.map(() => '---'));
};

/** The worst of all seeds, against the best number for each. */
async function oneExecution() {
	heading('one execution', 'best fixed number', 'time : best', 'turned away', 'unknown', 'most');
	for (const [name, model] of Object.entries(models)) {
		const worst = { ratio: 0, away: 0, unknown: 0, most: 0, fixed: 0 };
		for (let seed = 1; seed <= seeds; seed += 1) {
			const { time, fixed } = await bestFixed(model, items, seed);
			const course = await simulate(model, [{ executions: 1, items }], { seed });
			const { unknown } = course.ended;
			worst.fixed = fixed;
			worst.ratio = Math.max(worst.ratio, course.time / time);
			worst.away = Math.max(worst.away, course.requests - items);
			worst.unknown = Math.max(worst.unknown, unknown);
			worst.most = Math.max(worst.most, course.most);
		}
		row(name, worst.fixed, worst.ratio.toFixed(2), worst.away, worst.unknown, worst.most);
	}
}

const APIS = {
	'200 ms, breaks above 20': breaksAbove(20, 200),
	'20 a second, then 429': rateLimited(20, 100),
	'8 workers of 200 ms': workers(8, 200),
};

const ARRIVALS: Record<string, Arrival[]> = {
	'200 of one item': [{ executions: 200, items: 1 }],
	'1,000 of one item': [{ executions: 1000, items: 1 }],
	'20 of 50 items': [{ executions: 20, items: 50 }],
	'one of 5,000 items, then 50 of one': [
		{ executions: 1, items: 5000 },
		{ executions: 50, items: 1, at: 3000, apart: 500 },
	],
};

async function manyExecutions() {
	heading(
		...['API', 'executions', 'gate', 'time : best', 'most', 'requests', 'done', 'unknown'],
		...['postponed', 'waits at most'],
	);
	for (const [api, model] of Object.entries(APIS)) {
		for (const [name, arrivals] of Object.entries(ARRIVALS)) {
			const all = arrivals.reduce((sum, { executions, items }) => sum + executions * items, 0);
			const { time } = await bestFixed(model, all);
			for (const isApart of [true, false]) {
				const course = await simulate(model, arrivals, { isApart });
				const { done, unknown, postponed } = course.ended;
				row(
					...[api, name, isApart ? 'for each' : 'for all', (course.time / time).toFixed(2)],
					...[course.most, course.requests, done, unknown, postponed],
					`${Math.round(course.waited.at(-1) ?? 0)} ms`,
				);
			}
		}
	}
}

async function main() {
	await oneExecution();
	console.log();
	await manyExecutions();
}

void main();
