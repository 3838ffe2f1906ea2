/**
 * Expressions that change the data they read. n8n gives each parameter a fresh copy of it, but only in its
 * isolates: `npm run test:isolates` compares what is read there. Elsewhere the test is that none of
 * them is evaluated together with another.
 */
import fc from 'fast-check';
import { Expression, type INodeParameters } from 'n8n-workflow';
import { isIsolated, startExpressionEngine } from '../../dev/engine/expressionEngine';
import { REQUIRED } from '../support/clientPoint';
import { compare } from './compareReadings';

beforeAll(startExpressionEngine);
afterAll(() => Expression.disposeExpressionEngine());

const CHANGES = [
	'$json.tags.sort().join()',
	'$json.tags.reverse().join()',
	'$json.tags.push("x")',
	'$json.tags.pop()',
	'$json.tags.splice(0, 1).join()',
	'$json.tags.fill("y").join()',
	'$json.tags["sort"]().join()',
	'$json.tags[["re", "verse"].join("")]().join()',
	'($json.tags.length = 1)',
	'($json.tags[0] = "z")',
	'($json.object.n = 7)',
	'($json.object.n += 1)',
	'($json.object.missing ??= 1)',
	'$json.object.n++',
	'--$json.object.n',
	'delete $json.object.n',
	'Object.assign($json.object, { n: 9 }).n',
	'Object.defineProperty($json.object, "n", { value: 3 }).n',
	'[1].map($json.tags.push, $json.tags).length',
	'(list => list.shift())($json.tags)',
	'Reflect.deleteProperty($json.object, "n")',
	'JSON.stringify($json.object, $json.tags[["pu", "sh"].join("")]) ?? "nothing"',
];
const READS = [
	'$json.tags.join()',
	'$json.tags.map(tag => tag + 1).join()',
	'$json.tags.length',
	'JSON.stringify($json.object)',
	'$json.object.n',
	'$json.tags.filter(tag => tag > "a").join()',
	'$json.tags.toSorted().join()',
	'Object.keys($json.object).join()',
];

const items = [0, 1, 2, 3].map((number) => ({
	tags: ['c', 'a', `b${number}`],
	object: { n: number, m: 'x' },
}));

const part = fc.oneof(fc.constantFrom(...CHANGES), fc.constantFrom(...READS));
/** One or a few in a row, whose results are put out as one text. */
const program = fc
	.array(part, { minLength: 1, maxLength: 3 })
	.map((parts) => (parts.length === 1 ? parts[0] : `[${parts.join(', ')}].join("|")`));

const form = ([name, division, first, last]: string[]): INodeParameters => ({
	...REQUIRED,
	name: `={{ ${name} }}`,
	recipients: { values: [{ first_name: `={{ ${first} }}`, last_name: `={{ ${last} }}` }] },
	additionalFields: { division: `={{ ${division} }}` },
});

it('are read as n8n reads them, and never beside others', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(program, { minLength: 4, maxLength: 4 }), async (programs) => {
			const { own, fast, evaluations } = await compare(form(programs), items);
			const together = CHANGES.filter((change) =>
				evaluations.some((evaluation) => evaluation.includes(change)),
			);
			expect(together).toEqual([]);
			if (isIsolated) expect(fast).toEqual(own);
		}),
		{ numRuns: isIsolated ? 150 : 40 },
	);
});
