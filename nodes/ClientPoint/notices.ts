import type { NodeHint } from 'n8n-workflow';
import type { Operation } from './operation';

/**
 * What n8n's editor tells of a node before it runs. It evaluates these expressions without an item, and a
 * value inside a collection stands there as it is written: an expression as its text.
 */
const PREVIEW = '$parameter.options?.previewOnly';
const SENDS_MAIL = 'send_recipient_mail';

export const hintsOf = (operations: Operation[]): NodeHint[] => [
	{
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${PREVIEW} === true }}`,
		message:
			'Preview Only is on: executing this node sends nothing, and puts out what would be sent.',
	},
	{
		type: 'warning',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ typeof ${PREVIEW} === "string" }}`,
		message:
			'Preview Only is an expression: items for which it gives true are not sent, the others are.',
	},
	{
		type: 'warning',
		// With another location it would go with the output of a preview, just before the first real run.
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition: `={{ ${PREVIEW} !== true && Boolean(${mailOf(operations)}) }}`,
		message:
			'Send Recipient Mail is on: each time this node is executed, by hand too, ClientPoint mails the recipients. Preview Only, under Options, shows who is mailed.',
	},
];

/** Send Recipient Mail, wherever an operation has it. */
function mailOf(operations: Operation[]): string {
	const collections = operations
		.flatMap(({ properties }) => properties)
		.filter(({ options = [] }) => options.some(({ name }) => name === SENDS_MAIL));
	return [...new Set(collections.map(({ name }) => `$parameter.${name}?.${SENDS_MAIL}`))].join(
		' || ',
	);
}

/** The node's second line on the canvas: `Create ClientPoint`, `preview: Create ClientPoint`. */
export const subtitleOf = (operations: Operation[]) => {
	const words = Object.fromEntries(
		operations.map(({ resource, value, action }) => [`${resource}.${value}`, action]),
	);
	const shown = `(${JSON.stringify(words)})[$parameter.resource + "." + $parameter.operation]`;
	const preview = `(${PREVIEW} === true ? "preview: " : ${PREVIEW} ? "preview by item: " : "")`;
	return `={{ ${preview} + ${shown} }}`;
};
