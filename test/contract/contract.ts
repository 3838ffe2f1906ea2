import type { ApiRequest } from '../../nodes/ClientPoint/request';

/** What an operation promises, with one example that fills in every field of its form. */
export interface ContractExample {
	form: Record<string, unknown>;
	/** What must leave. */
	request: ApiRequest;
	/** Labels of the fields that an empty form is refused for. */
	required: string[];
}
