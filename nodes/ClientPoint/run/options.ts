import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { fields, flag, optional, wholeNumber } from './codecs';

const DEFAULTS = { concurrency: 5, timeout: 60, resendUnknown: false, previewOnly: false };

/** How the node runs, whatever the operation; read once for all items. */
export type RunOptions = typeof DEFAULTS;

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 5,
			description: 'How many requests may be under way at the same time, from 1 to 50',
		},
		{
			displayName: 'Preview Only',
			name: 'previewOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether to send nothing and put out the exact body that would be sent, without the API key',
		},
		{
			displayName: 'Resend When Outcome Is Unknown',
			name: 'resendUnknown',
			type: 'boolean',
			default: false,
			description:
				'Whether Retry On Fail sends an item again although its first request may have been carried out. It may then exist twice.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 3600 },
			default: 60,
			description: 'Seconds that ClientPoint has for each complete answer',
		},
	],
};

const schema = fields({
	options: optional(
		fields({
			concurrency: optional(wholeNumber(1, 50)),
			previewOnly: optional(flag),
			resendUnknown: optional(flag),
			timeout: optional(wholeNumber(1, 3600)),
		}),
	),
});

/** The options with their defaults, or what is wrong with them. */
export function parseOptions(values: Record<string, unknown>): RunOptions | z.ZodIssue[] {
	const parsed = schema.safeParse(values);
	return parsed.success ? { ...DEFAULTS, ...parsed.data.options } : parsed.error.issues;
}
