import type { ApiRequest } from '../../nodes/ClientPoint/request';

/** What an operation promises, with one example that fills in every field of its form. */
export interface ContractExample {
	form: Record<string, unknown>;
	/** What must leave. */
	request: ApiRequest;
	/** Labels of the fields that an empty form is refused for. */
	required: string[];
	/** The least that is sent: a form, and the body that leaves. */
	least: { form: Record<string, unknown>; body?: object };
	/** What a report says of the item, before what was done to it and where nobody knows. */
	about: string;
	past: string;
	inDoubt: string;
	/** What is put out at the top when the reply says nothing; `null` where that is a refusal. */
	known: object | null;
}
