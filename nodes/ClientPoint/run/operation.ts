import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';
import { dropUndefined } from './codecs';

/** One call of the ClientPoint API, without the key: the credential adds that. */
export type ApiRequest = {
	/** Begins with a slash, e.g. `/v4/clientpoint/create`. */
	path: string;
} & (
	| { method: 'POST' | 'PUT'; body: object }
	/** Goes to the account's own domain, and is harmless to repeat. */
	| { method: 'GET'; query: Record<string, string> }
);

/** What is wrong with one value of the form, and where it stands. */
export type Issue = Pick<z.ZodIssue, 'path' | 'message'>;

/** An operation as its file declares it: contract first. */
interface Declaration<Schema extends z.ZodTypeAny> {
	/** Stored in saved workflows, never to be changed; so is `operation`. */
	resource: string;
	operation: string;
	/** What the user reads: in the operation list, in the node panel, in the list's second line. */
	name: string;
	action: string;
	description: string;
	/** The form, without display options for resource and operation: the list adds them. */
	properties: INodeProperties[];
	/** Parses the form's values, by parameter name, into the API's wire shape. */
	schema: Schema;
	request(input: z.output<Schema>): ApiRequest;
}

/** An operation as the run uses it, with its own types folded away. */
export interface Operation extends Omit<Declaration<z.ZodTypeAny>, 'schema' | 'request'> {
	/** From the form's values to the request, or to everything that is wrong with them. */
	prepare(values: Record<string, unknown>): ApiRequest | Issue[];
}

/** Declares an operation; the schema's output type is what `request` receives. */
export function defineOperation<Schema extends z.ZodTypeAny>({
	schema,
	request,
	...shown
}: Declaration<Schema>): Operation {
	return {
		...shown,
		prepare(values) {
			const parsed = schema.safeParse(values);
			if (!parsed.success) return parsed.error.issues;
			const call = request(parsed.data);
			return 'body' in call ? { ...call, body: dropUndefined(call.body) } : call;
		},
	};
}
