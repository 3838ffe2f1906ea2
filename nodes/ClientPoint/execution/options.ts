import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { collection, field, setting } from '../form/field';
import { parseForm, propertiesOf } from '../form/parse';
import { flag, wholeNumber, type Bounds } from '../form/schemas';
import { idempotencyKey } from './once/idempotencyKey';

/** A whole number that holds for the run, so the editor offers no expression for it. */
const runNumber = <const Name extends string>(
	property: INodeProperties & { name: Name; noDataExpression: true; typeOptions: Bounds },
) => setting(property, wholeNumber(property.typeOptions));

const maxConcurrency = runNumber({
	displayName: 'Max Concurrency',
	name: 'maxConcurrency',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: 50 },
	default: 50,
	description:
		'The most requests to one account that this run may have under way, from 1 to 50. How many there are is found while sending, for all runs together: it grows while ClientPoint answers as fast as before.',
});

const timeout = runNumber({
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: 3600 },
	default: 60,
	description: 'Seconds without a byte from ClientPoint after which a request is given up',
});

const runFields = [maxConcurrency, timeout];

/** How the node runs, whatever the operation; the last field of every form. */
export const optionFields = [
	collection(
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			// How the node runs is for whoever builds the workflow, not for a model.
			displayOptions: { hide: { '@tool': [true] } },
			default: {},
		},
		[
			maxConcurrency,
			field(
				{
					displayName: 'Never Send Twice: Unique Key',
					name: 'idempotencyKey',
					type: 'string',
					default: '',
					placeholder: 'e.g. {{ $json.dealId }}',
					description:
						"Text that no other item has, such as the deal's ID; blank for no such protection. An operation that creates sends each key once. One that changes what exists sends each key once with the same content: a new change is sent.",
					hint: "The same key is never sent twice, even by a later execution: use the deal's ID, for example. An update with new content is sent. Ignored in runs started by hand, so that a test does not block the real run.",
				},
				idempotencyKey,
			),
			setting(
				{
					displayName: 'Preview Only',
					name: 'previewOnly',
					type: 'boolean',
					default: false,
					description:
						'Whether to send nothing and put out the exact request that would be sent, without the API key',
				},
				flag,
			),
			setting(
				{
					displayName: 'Resend When Outcome Is Unknown',
					name: 'resendUnknown',
					type: 'boolean',
					default: false,
					description:
						'Whether Retry On Fail sends an item again although its first request may have been carried out, and so does any execution whose unique key is in doubt. It may then exist twice.',
				},
				flag,
			),
			timeout,
		],
	),
];

export const [optionsProperty] = propertiesOf(optionFields);

/**
 * What holds for the whole run, as it is for the first item. Where it is invalid, the check refuses each item that has
 * it, so that the defaults here send nothing.
 */
export function readRunOptions(context: IExecuteFunctions) {
	try {
		const written = runFields.map(({ name }) => [
			name,
			context.getNodeParameter(`options.${name}`, 0, ''),
		]);
		return parseForm(runFields, Object.fromEntries(written));
	} catch {
		return parseForm(runFields, {});
	}
}
