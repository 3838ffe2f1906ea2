import type { ApiRequest } from '../../nodes/ClientPoint/run/operation';

/** What an operation promises, with one example that fills in every field of its form. */
export interface ContractExample {
	form: Record<string, unknown>;
	/** What must leave, with the documented example body. */
	request: ApiRequest;
	/** Labels of the fields that an empty form is refused for. */
	required: string[];
}
