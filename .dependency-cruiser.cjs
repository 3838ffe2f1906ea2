/**
 * Who may know whom. `npm run lint` turns red when a room knows what it must not. What lies between the rooms:
 * `operation.ts` (an operation as the run uses it) and `request.ts` (what leaves) are for all but `form`, and
 * `operation.ts` not for `transport`; `untyped.ts`, `memberNames.ts` and `shorten.ts` are everybody's;
 * `notices.ts` is the node's own.
 */
const NODE = '^nodes/ClientPoint/';
const room = (name) => `${NODE}${name}/`;
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** A rule that `from` may know nothing of `to`. */
const never = (name, comment, from, to) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to,
});

module.exports = {
	forbidden: [
		never('no-circle', 'A circle has no first line to read.', '^(nodes|credentials|dev)/', {
			circular: true,
		}),
		never(
			'form-knows-no-http',
			'A form is read, checked and put into words; it knows nothing of what is done with it.',
			room('form'),
			{
				path: `${room('(transport|execution|actions)')}|^credentials/|${NODE}(request|operation|notices)`,
			},
		),
		never(
			'form-knows-three-packages',
			'n8n-workflow for properties, zod for schemas, luxon for dates.',
			room('form'),
			{ dependencyTypesNot: ['local'], pathNot: packages('n8n-workflow', 'zod', 'luxon') },
		),
		never('transport-knows-no-form', 'Requests are made elsewhere.', room('transport'), {
			path: `${room('(form|execution|actions)')}|${NODE}(operation|notices)`,
		}),
		never('execution-knows-no-field', 'It runs any operation.', room('execution'), {
			path: room('actions'),
		}),
		never('actions-know-form-alone', 'An operation is pure.', room('actions'), {
			path: room('(transport|execution)'),
		}),
		never('package-knows-no-tools', 'What is shipped stands alone.', '^(nodes|credentials)/', {
			path: '^(dev|test)/',
		}),
		never('dev-knows-no-test', 'Tests stand on it, not it on tests.', '^dev/', { path: '^test/' }),
	],
	options: { tsConfig: { fileName: 'test/tsconfig.json' }, doNotFollow: { path: 'node_modules' } },
};
